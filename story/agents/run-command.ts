/**
 * An agent that runs one command for the work it gets, and shows its output and exit code as evidence:
 * `run-command.ts [--over mcp] [--lease SECONDS] -- COMMAND …`. The command is its own, never one that a contract's text names.
 */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { connectFromEnvironment } from './connect-from-environment.ts';
import { counted } from './counted.ts';
import { say, takeWork } from './work-under-lease.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { over: { type: 'string', default: 'http' }, lease: { type: 'string', default: '30' } },
});
const [program, ...args] = positionals;
if (!program) throw new Error('Say which command to run: run-command.ts -- COMMAND …');
const door = await connectFromEnvironment({ over: values.over });

const work = await takeWork(door, { lease: Number(values.lease) });
const { brief, run } = work.claim;
const kept = work.keep();
kept.lost.addEventListener('abort', () => say('the lease was lost; stopping'));
const began = Date.now();
await work.report(`running ${positionals.map((part) => part.split('/').at(-1)).join(' ')}`, 0.1, 0);

const { output, code } = await runCommand(program, args, kept.lost);
kept.stop();
const { sha256, name } = await door.artifact.create({ name: 'output.txt', text: `${output}\nexit code ${code}\n` });
const usage = { minutes: (Date.now() - began) / 60_000 };
await door.run.heartbeat({ id: run.id, fence: run.fence, progress: 1, usage });

if (code === 0) {
  const evidence = brief.contract.criteria.map(({ id }) => ({ criterion: id, artifact: sha256, name }));
  const summary = `exit code 0 and ${counted(output.split('\n').length, 'line')} of output`;
  await work.deliver({ summary, evidence });
  say(`delivered ${brief.item.key}: ${summary}`);
} else {
  await door.run.fail({
    id: run.id,
    fence: run.fence,
    reason: `The command ended with ${code}: ${lastLine(output)}`,
  });
  say(`could not do ${brief.item.key}: exit code ${code}`);
}
// What carried the calls may keep a connection open.
process.exit(0);

/** Runs until it ends or the work is no longer ours. */
async function runCommand(
  file: string,
  given: readonly string[],
  signal: AbortSignal,
): Promise<{ output: string; code: number }> {
  const child = spawn(file, given, { stdio: ['ignore', 'pipe', 'pipe'], signal });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { output: `${out}${err}`.trim(), code: status };
}

function lastLine(output: string): string {
  return output.split('\n').at(-1) || 'The command printed nothing.';
}
