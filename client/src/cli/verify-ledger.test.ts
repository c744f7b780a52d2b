import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fakeTerminal } from '../../test/fake-terminal.ts';
import { httpServer } from '../../test/http-server.ts';
import { entryOf, generateKey, type SealedLedger, sealLedger } from '../../test/sealed-ledger.ts';
import { run } from './run.ts';

const privateKey = generateKey();
const entries = Array.from({ length: 9 }, (_, place) => entryOf(place));
const early = sealLedger({ seals: [3, 5], entries, privateKey });
const later = sealLedger({ seals: [3, 5, 9], entries, privateKey });
const rewritten = sealLedger({
  seals: [3, 5, 9],
  entries: entries.map((entry, place) => (place === 2 ? entry.replace('item.created', 'item.claimed') : entry)),
  privateKey,
});
const foreign = sealLedger({ seals: [3, 5, 9], entries });

const fileOf = async (ledger: SealedLedger) => (await ledger.lines()).map((line) => `${line}\n`).join('');

/** A server whose export can be changed, and an account that remembers what it saw. */
async function auditor(t: TestContext) {
  const state = { ledger: early };
  const { url } = await httpServer(
    t,
    async (_, response: ServerResponse) => void response.end(await fileOf(state.ledger)),
  );
  const XDG_STATE_HOME = await mkdtemp(join(tmpdir(), 'coact-state-'));
  t.after(() => rm(XDG_STATE_HOME, { recursive: true, force: true }));
  const coact = async (...args: string[]) => {
    const { terminal, written } = fakeTerminal();
    const env = { COACT_URL: url, COACT_TOKEN: 't', XDG_STATE_HOME };
    const code = await run({ args: ['ledger', ...args], env, terminal, signal: new AbortController().signal });
    return { code, ...written };
  };
  return { state, coact, folder: XDG_STATE_HOME };
}

test('the ledger of a server is verified, and what was seen is remembered for the next time', async (t) => {
  const { state, coact } = await auditor(t);
  const first = await coact('verify');
  assert.equal(first.code, 0, first.out);
  assert.match(first.out, /^Verified\. 5 entries of coact\.example\/operations, 2 checkpoints\./);
  assert.match(first.out, /its own word/);
  state.ledger = later;
  const second = await coact('verify');
  assert.equal(second.code, 0, second.out);
  assert.match(second.out, /the same as last time[^]*begins with the 5 entries seen/);
});

test('history that was rewritten since the last time is found, though the export agrees with itself', async (t) => {
  const { state, coact } = await auditor(t);
  await coact('verify');
  state.ledger = rewritten;
  const { code, out, err } = await coact('verify');
  assert.equal(code, 1);
  assert.match(out, /^Not verified\.[^]*history was rewritten/);
  assert.match(err, /checkpoints\.json/);
  // Nor is it then taken for the truth.
  assert.equal((await coact('verify')).code, 1);
});

test('a ledger that was cut short or signed by another key since the last time is found', async (t) => {
  const { state, coact } = await auditor(t);
  state.ledger = later;
  await coact('verify');
  state.ledger = early;
  assert.match((await coact('verify')).out, /the end was removed/);
  state.ledger = foreign;
  assert.match((await coact('verify')).out, /not the trusted key/);
});

test('an export is saved whole, verifies, and gives its checkpoint to be kept elsewhere', async (t) => {
  const { state, coact, folder } = await auditor(t);
  state.ledger = later;
  const [file, note] = [join(folder, 'ledger.jsonl'), join(folder, 'checkpoint.note')];
  assert.equal((await coact('export', file)).code, 0);
  assert.equal(await readFile(file, 'utf8'), await fileOf(later));
  const { code, out } = await coact('verify', '--export', file, '--key', later.key, '--save-checkpoint', note);
  assert.equal(code, 0, out);
  assert.equal(await readFile(note, 'utf8'), later.checkpoints.at(-1)?.note);
  await writeFile(file, await fileOf(rewritten));
  assert.match((await coact('verify', '--export', file, '--checkpoint', note)).out, /history was rewritten/);
});

test('a file that is not there is the caller’s mistake', async (t) => {
  const { coact } = await auditor(t);
  const { code, err } = await coact('verify', '--export', '/nowhere/ledger.jsonl');
  assert.equal(code, 2);
  assert.match(err, /cannot be read/);
});
