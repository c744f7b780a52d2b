import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const suite = new URL('../../node_modules/@modelcontextprotocol/conformance/dist/index.js', import.meta.url).pathname;

export type Conformance = {
  code: number;
  output: string;
  /** The scenarios that count for the revision, and those that run only to be seen. */
  scored: { passed: string[]; failed: string[] };
  notScored: { passed: string[]; failed: string[] };
  /** The checks of one scenario that failed. */
  failedChecks: (scenario: string) => string[];
};

/** Runs the protocol's own conformance suite, as a process of its own, over all that a revision requires of a server. */
export async function runConformance({ url, revision }: { url: string; revision: string }): Promise<Conformance> {
  const folder = await mkdtemp(join(tmpdir(), 'coact-conformance-'));
  const line = [suite, 'server', '--url', url, '--requirements', revision, '--output-dir', folder];
  const child = spawn(process.execPath, line, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const output = await text(child.stdout);
  const [code] = (await exited) as [number];
  const checks = await readChecks(folder);
  await rm(folder, { recursive: true });
  const [, summary = ''] = output.split('=== SUMMARY ===');
  const [counted = '', others = ''] = summary.split('Not scored for');
  const rest = read(others, /^ *([✓✗]) (\S+) \(/gm);
  const seen = new Set([...rest.passed, ...rest.failed]);
  const scored = read(counted, /^([✓✗]) (\S+):/gm, (name) => !seen.has(name));
  const failedChecks = (scenario: string) => checks.get(scenario) ?? [];
  return { code, output, scored, notScored: rest, failedChecks };
}

function read(summary: string, line: RegExp, keep: (name: string) => boolean = () => true) {
  const found = [...summary.matchAll(line)].flatMap(([, mark, name = '']) => (keep(name) ? [{ mark, name }] : []));
  const names = (wanted: string) => found.flatMap(({ mark, name }) => (mark === wanted ? [name] : []));
  return { passed: names('✓'), failed: names('✗') };
}

/** Each scenario leaves a folder, `server-<scenario>-<time>`, with the result of its checks. */
async function readChecks(folder: string): Promise<Map<string, string[]>> {
  const folders = await readdir(folder);
  const all = folders.map(async (name): Promise<[string, string[]]> => {
    const checks = JSON.parse(await readFile(join(folder, name, 'checks.json'), 'utf8')) as Check[];
    const failed = checks.filter(({ status }) => status === 'FAILURE').map(({ id }) => id);
    return [name.replace(/^server-/, '').replace(/-\d{4}-\d\d-\d\dT[\d-]+Z$/, ''), [...new Set(failed)]];
  });
  return new Map(await Promise.all(all));
}

type Check = { id: string; status: string };
