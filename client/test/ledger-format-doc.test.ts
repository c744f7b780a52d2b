import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { buildGo, goIsMissing } from './build-go.ts';
import { generateKey, sealLedger } from './sealed-ledger.ts';
import { verifierKey } from '../../server/src/domain/ledger/verifier-key.ts';

const page = readFileSync(new URL('../../docs/ledger-format.md', import.meta.url), 'utf8');

/** The one block of code in this language on the page. */
function codeOf(language: string): string {
  const [block, ...more] = page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'));
  assert(block?.[1] && more.length === 0, `docs/ledger-format.md should have one block of ${language}`);
  return block[1];
}

const answers = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' }).stdout ?? '';
const pythonIsMissing = /^Python 3\.(9|\d\d)/.test(answers('python3', '--version'))
  ? false
  : 'Python 3.9 or later is not installed';
const opensslIsMissing = answers('openssl', 'version').startsWith('OpenSSL 3') ? false : 'OpenSSL 3 is not installed';

suite('the page on the ledger format', { skip: pythonIsMissing }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'coact-ledger-format-'));
  after(() => rmSync(folder, { recursive: true }));
  const ledger = sealLedger({ seals: [0, 5, 40, 77] });
  writeFileSync(join(folder, 'verify.py'), codeOf('python'));

  const run = (command: string, args: readonly string[]) => spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  const verify = (lines: readonly string[], key = ledger.key) => {
    writeFileSync(join(folder, 'export.jsonl'), lines.map((line) => `${line}\n`).join(''));
    return run('python3', ['verify.py', 'export.jsonl', key]);
  };

  const openssl = () => run('sh', ['-c', codeOf('sh')]);

  test('has a Python script that verifies an export', async () => {
    const { status, stdout, stderr } = verify(await ledger.lines());
    assert.equal(stderr, '');
    assert.equal(stdout, `77 entries, root ${Buffer.from(ledger.checkpoints.at(-1)?.root ?? []).toString('base64')}\n`);
    assert.equal(status, 0);
  });

  test('has a Python script that refuses an export with a fault', async () => {
    const lines = await ledger.lines();
    const refused = (lines: readonly string[], reason: RegExp) => assert.match(verify(lines).stderr, reason);
    refused(
      lines.map((line, at) => (at === 20 ? line.replace('ada', 'eve') : line)),
      /^line 44: .*does not fit/,
    );
    refused(lines.toSpliced(20, 1), /^line 43: .*does not fit the 39 entries/);
    refused(lines.toSpliced(-1), /not complete: 77 of 77 entries, last checkpoint .*'40'/);
    refused(lines.slice(0, 8), /not complete: 5 of 77 entries/);
    refused(lines.toSpliced(20, 0, lines[10] ?? ''), /^line 21: the id .* occurs twice/);
    const stranger = verifierKey({ name: ledger.origin, key: generateKey() });
    assert.match(verify(lines, stranger).stderr, /not signed with that key/);
  });

  test(
    'has an OpenSSL command that verifies the signature, and refuses it on another text',
    { skip: opensslIsMissing },
    async () => {
      assert.equal(verify(await ledger.lines()).status, 0);
      const { status, stdout } = openssl();
      assert.deepEqual([status, stdout], [0, 'Signature Verified Successfully\n']);
      writeFileSync(join(folder, 'checkpoint.txt'), 'another text\n');
      assert.notEqual(openssl().status, 0);
    },
  );

  test(
    'has a Go program that opens the checkpoint, and refuses it with another key',
    { skip: goIsMissing() },
    async () => {
      assert.equal(verify(await ledger.lines()).status, 0);
      const program = buildGo({ source: codeOf('go'), folder });
      const { stdout, stderr } = run(program, [ledger.key, 'checkpoint.note']);
      assert.equal(stderr, '');
      assert.match(stdout, /^coact.example\/operations\n77\n/);
      const stranger = verifierKey({ name: ledger.origin, key: generateKey() });
      assert.match(run(program, [stranger, 'checkpoint.note']).stderr, /no verifiable signatures/);
    },
  );
});
