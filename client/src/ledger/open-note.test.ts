import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { openNote } from './open-note.ts';
import { isProblem } from './problem.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';

// Made by Go's sumdb/note with the secret key of RFC 8032, section 7.1, test 1.
const name = 'coact.example/operations';
const vkey = `${name}+97b84cd3+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea`;
const text = `${name}\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`;
const signature = `— ${name} l7hM04db32454SKsdSzpiW6SC+uXbtzuRhAP/5g6rOLbnBo8nv0wYxOFlfq6iU8yWxSHUfUaa26iBM1F8sulxb5u6AM=\n`;
const note = `${text}\n${signature}`;
const witness = '— witness.example/w AAAAAAAAAAAA\n';

async function keyOf(vkey: string): Promise<VerifierKey> {
  const key = await parseVerifierKey(vkey);
  assert(!isProblem(key), JSON.stringify(key));
  return key;
}
const key = await keyOf(vkey);

async function problemOf(answer: Promise<object>): Promise<string> {
  const settled = await answer;
  assert(isProblem(settled), 'it was believed');
  return settled.problem;
}

function checkpointProblem(text: string): string {
  const answer = parseCheckpoint(text);
  return isProblem(answer) ? answer.problem : 'none';
}

test('a note that another tool signed is opened with its key', async () => {
  assert.deepEqual(await openNote(note, key), { text });
});

test('signatures of others are passed over, before and after the one that counts', async () => {
  assert.deepEqual(await openNote(`${text}\n${witness}${signature}${witness}`, key), { text });
});

test('a text may hold empty lines: the last one ends it', async () => {
  const problem = await problemOf(openNote(`first\n\n${note}`, key));
  assert.match(problem, /signature by coact.example\/operations is wrong/);
});

test('a note that was changed, or signed by another, is not believed', async () => {
  const changed = await problemOf(openNote(note.replace('\n0\n', '\n1\n'), key));
  assert.match(changed, /the text or the signature was changed/);
  const second = await problemOf(openNote(`${note}${signature.replace('l7hM04db3', 'l7hM04db4')}`, key));
  assert.match(second, /is wrong/);
  const unsigned = await problemOf(openNote(`${text}\n${witness}`, key));
  assert.match(unsigned, /not signed with the key .*, but by witness.example\/w/);
});

test('what is not a signed note is refused with the reason', async () => {
  for (const bad of ['', 'text', text, `${text}\n`, `\n\n${signature}`, note.trimEnd(), note.replace('0', '\t0')]) {
    assert.match(await problemOf(openNote(bad, key)), /not a signed note/, JSON.stringify(bad));
  }
  assert.match(await problemOf(openNote(`${text}\n-- ${signature}`, key)), /is not a signature line/);
  assert.match(await problemOf(openNote(`${text}\n${witness.repeat(101)}`, key)), /at most 100/);
});

test('a verifier key that was mistyped is refused with the reason', async () => {
  assert.match(await problemOf(parseVerifierKey('')), /expected name\+id\+key/);
  assert.match(await problemOf(parseVerifierKey(vkey.replace('+97', '+98'))), /does not fit its id 98b84cd3/);
  assert.match(await problemOf(parseVerifierKey(vkey.replace('AddamA', 'AtdamA'))), /not an Ed25519 key/);
  assert.match(await problemOf(parseVerifierKey(vkey.replace('operations', 'operation'))), /does not fit/);
});

test('a checkpoint is read into origin, size, root and extensions', () => {
  const checkpoint = parseCheckpoint(`${text}sealed today\n`);
  assert(!isProblem(checkpoint));
  assert.deepEqual([checkpoint.origin, checkpoint.size, checkpoint.extensions], [name, 0, ['sealed today']]);
  assert.equal(Buffer.from(checkpoint.root).toString('base64'), '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
});

test('a text that is no exact checkpoint is refused with the reason', () => {
  assert.match(checkpointProblem(text.trimEnd()), /expected origin, size and root/);
  assert.match(checkpointProblem(`${name}\n0\n`), /expected origin|root is not/);
  assert.match(checkpointProblem(`${text}\nextension\n`), /expected origin/);
  for (const size of ['01', '-1', '1e3', ' 1', '9007199254740993', '']) {
    assert.match(checkpointProblem(text.replace('\n0\n', `\n${size}\n`)), /not a whole number/, size);
  }
  assert.match(checkpointProblem(text.replace('uFU=', 'uFV=')), /32 bytes of base64/);
});

test('a key speaks for the ledger of its name only', async () => {
  // The same text, signed by the same secret under another name.
  const other = await keyOf('coact.example/other+8bae3928+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea');
  const signed = `${text}\n— coact.example/other i645KIdb32454SKsdSzpiW6SC+uXbtzuRhAP/5g6rOLbnBo8nv0wYxOFlfq6iU8yWxSHUfUaa26iBM1F8sulxb5u6AM=\n`;
  assert.deepEqual(await openNote(signed, other), { text });
  assert.match(
    await problemOf(openCheckpoint(signed, other)),
    /another ledger: its origin is coact.example\/operations/,
  );
  assert(!isProblem(await openCheckpoint(note, key)));
});
