import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { decodeText, type ImportBatch, parseBacklog, parseBeads } from '../import/index.ts';
import { readBacklogFolder } from '../import/read-backlog-folder.ts';
import { CliError } from './cli-error.ts';
import type { CliContext } from './context.ts';
import { printImportReport } from './import-report.ts';
import { progressBar, type ProgressBar } from './progress-bar.ts';

type Given = { team?: string; dryRun?: true; json?: true };
type Read = (path: string, bar: ProgressBar) => Promise<ImportBatch>;

export function addImport(group: Command, context: CliContext): void {
  const add = (name: string, argument: string, summary: string, read: Read) =>
    group
      .command(`${name} <${argument}>`)
      .summary(summary)
      .description(
        `${summary} Whatever is clear enough becomes ready; the rest are drafts that say what they lack. What was imported before is left as it is.`,
      )
      .option('--team <key>', 'The team whose work it becomes; your own first team unless stated.')
      .option('--dry-run', 'Say what would happen, and change nothing.')
      .option('--json', 'Answer in JSON.')
      .action((path: string, given: Given) => importBacklog(context, read, path, given));
  add('beads', 'file', 'Import a beads export (JSON lines; `.beads/issues.jsonl`).', async (file, bar) =>
    parseBeads(decodeText(await readFile(file), file), bar.set),
  );
  add('backlog', 'dir', 'Import a Backlog.md folder.', async (dir, bar) =>
    parseBacklog(await readBacklogFolder(dir), bar.set),
  );
}

async function importBacklog(
  context: CliContext,
  read: Read,
  path: string,
  { team, dryRun, json }: Given,
): Promise<void> {
  const { terminal, signal } = context;
  const client = await context.client();
  const batch = await parse(context, read, path);
  const bar = progressBar(terminal, 'Sending');
  bar.set(0, batch.items.length);
  try {
    const report = await client.import.create(
      { ...batch, ...(team !== undefined && { team }), ...(dryRun && { dryRun }) },
      { signal, timeout: 600_000 },
    );
    bar.end();
    if (json) terminal.out(`${JSON.stringify(report, null, 2)}\n`);
    else printImportReport(terminal, report);
  } finally {
    bar.end();
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder, and a file is wanted',
  EACCES: 'this account may not read it',
};

async function parse({ terminal }: CliContext, read: Read, path: string): Promise<ImportBatch> {
  const bar = progressBar(terminal, 'Reading');
  try {
    return await read(path, bar);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const why = reasons[String(error.code)] ?? error.message;
    throw new CliError(`${path} cannot be read: ${why}.`, { exit: 'usage', hint: 'Check the path.' });
  } finally {
    bar.end();
  }
}
