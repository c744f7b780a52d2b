import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { bodyBytes } from '../body-bytes.ts';
import type { Client } from '../index.ts';
import { inWords } from './ages.ts';
import { CliError } from './cli-error.ts';
import type { CliContext } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { keptFile } from './kept-checkpoints.ts';
import { progressBar } from './progress-bar.ts';
import { paint, plain } from './terminal.ts';
import { type Source, type Verified, verifyLedger } from './verify-ledger.ts';

type Given = { export?: string; key?: string; checkpoint?: string[]; saveCheckpoint?: string; json?: true };

const collect = (text: string, before: string[] = []): string[] => [...before, text];

export function addLedger(group: Command, context: CliContext): void {
  group
    .command('verify')
    .summary('Check that nobody has rewritten the ledger.')
    .description(
      'Check that nobody has rewritten the ledger: every entry, root and signature of an export, and that it still begins with what was seen last time. The newest checkpoint is remembered for the next time.',
    )
    .option('--export <file>', 'Verify a file (`-` is the standard input) instead of asking the server.')
    .option('--key <vkey>', "The ledger's verifier key, got from somewhere you trust.")
    .option(
      '--checkpoint <file>',
      'A checkpoint that you, or a witness, kept: history must begin with it (may be repeated).',
      collect,
    )
    .option('--save-checkpoint <file>', 'Write the newest checkpoint to a file, to be kept elsewhere.')
    .option('--json', 'Answer in JSON.')
    .action((given: Given) => verify(context, given));
  group
    .command('export <file>')
    .summary('Save the ledger as a file that proves itself; `-` writes to the standard output.')
    .description(
      'Save the ledger as a file that proves itself; `-` writes to the standard output. `coact ledger verify --export` checks it, and so can tools of others.',
    )
    .action((file: string) => exportTo(context, file));
}

const DAY = 86_400_000;

async function openExport(client: Client, signal: AbortSignal): Promise<AsyncGenerator<Uint8Array, void, undefined>> {
  const message = { method: 'GET', path: '/v1/ledger/export', headers: { accept: 'application/jsonl' } };
  return bodyBytes(await client.send(message, { signal, timeout: DAY }));
}

async function sourceOf(context: CliContext, file: string | undefined): Promise<Source> {
  if (file === '-') return { bytes: process.stdin };
  if (file !== undefined) return { bytes: createReadStream(file) };
  const client = await context.client();
  return { address: client.url, bytes: await openExport(client, context.signal) };
}

async function verify(context: CliContext, given: Given): Promise<void> {
  const { terminal } = context;
  const checkpoints = await Promise.all((given.checkpoint ?? []).map((file) => readText(file)));
  const verified = await verifyLedger(context, await sourceOf(context, given.export), {
    key: given.key,
    checkpoints,
  }).catch(whereFrom(given.export));
  const { report, note } = verified;
  if (given.saveCheckpoint && note && report.ok) await writeFile(given.saveCheckpoint, note);
  if (given.json) terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  else tell(context, verified, given);
  if (!report.ok) context.exit.code = exitCodes.refused.code;
}

const readText = (file: string): Promise<string> => readFile(file, 'utf8').catch(whereFrom(file));

/** A file that is not there is the caller's mistake, not ours. */
const whereFrom = (file: string | undefined) => (error: unknown) => {
  const missing =
    error instanceof Error && 'code' in error && ['ENOENT', 'EACCES', 'EISDIR'].includes(String(error.code));
  if (!missing || file === undefined) throw error;
  throw new CliError(`${file} cannot be read (${error.message}).`, { exit: 'usage', hint: 'Check the path.' });
};

function tell(context: CliContext, { report, note, kept }: Verified, { key, saveCheckpoint }: Given): void {
  const { terminal } = context;
  const line = (text: string) => terminal.out(`${plain(text)}\n`);
  const count = `${report.entries.toLocaleString('en')} ${report.entries === 1 ? 'entry' : 'entries'}`;
  if (report.ok) {
    terminal.out(
      `${paint(terminal, 'green', 'Verified.')} ${plain(`${count} of ${report.origin ?? 'the ledger'}, ${report.checkpoints} ${report.checkpoints === 1 ? 'checkpoint' : 'checkpoints'}.`)}\n`,
    );
    line(`Root  ${report.root}`);
    line(
      `Key   ${report.key ?? ''}${key ? ' (the one you trust)' : kept ? ' (the same as last time)' : ' (its own word: compare it with one you trust)'}`,
    );
    if (kept)
      line(
        `It begins with the ${kept.size.toLocaleString('en')} entries seen ${inWords(context.now() - Date.parse(kept.at))} ago.`,
      );
    if (saveCheckpoint && note) line(`The newest checkpoint is in ${saveCheckpoint}.`);
    return;
  }
  terminal.out(
    `${paint(terminal, 'red', 'Not verified.')} ${plain(`${count} read; ${report.problems.length === 1 ? 'one problem' : `${report.problems.length} problems`}:`)}\n`,
  );
  for (const { line: at, problem } of report.problems) line(`  line ${at}: ${problem}`);
  if (kept)
    terminal.err(
      `  ${paint(terminal, 'dim', `If this is a new ledger by your own wish, remove its entry from ${keptFile(context.env) ?? 'the kept checkpoints'}.`)}\n`,
    );
}

async function exportTo(context: CliContext, file: string): Promise<void> {
  const { terminal, signal } = context;
  const bytes = await openExport(await context.client(), signal);
  if (file === '-') {
    for await (const chunk of bytes) process.stdout.write(chunk);
    return;
  }
  const bar = progressBar(terminal, 'Exporting');
  let done = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _, pass) {
      bar.set((done += chunk.length), 0);
      pass(null, chunk);
    },
  });
  // Under another name until it is whole, so that a file that bears the name can be trusted.
  const part = `${file}.part`;
  try {
    await pipeline(bytes, counting, createWriteStream(part, { mode: 0o600 }), { signal });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    bar.end();
  }
  terminal.out(`${file}: ${done.toLocaleString('en')} bytes. \`coact ledger verify --export ${file}\` checks it.\n`);
}
