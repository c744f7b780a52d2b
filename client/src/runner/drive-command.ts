import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { EvidenceInput } from '../index.ts';
import type { Attempt } from './attempt.ts';
import { deliveryOf } from './delivery-of.ts';
import type { Result } from './end-run.ts';
import { readLine } from './read-line.ts';
import type { Child, Ended } from './start-child.ts';

/** How a command says that the work shall go back as it is; the number is EX_TEMPFAIL of sysexits.h. */
export const releaseCode = 75;

/** Runs the command on the brief, and makes a result of its output and its exit. */
export async function driveCommand(attempt: Attempt): Promise<Result> {
  const { ending, brief, settings } = attempt;
  const child = await attempt.start();
  const end = () => child.end();
  ending.addEventListener('abort', end, { once: true });
  if (ending.aborted) end();
  child.stdin.end(brief[settings.brief]);
  const summary = follow(attempt, child);
  const ended = await child.ended;
  ending.removeEventListener('abort', end);
  return attempt.interrupted() ?? resultOf(attempt, ended, summary());
}

/** Takes in what the command writes; gives what it last said in summary. */
function follow(attempt: Attempt, { stdout, stderr }: Child): () => string | undefined {
  let summary: string | undefined;
  const plain = (line: string) => {
    attempt.output.add(line);
    attempt.work.echo(line);
  };
  onLines(stderr, plain);
  onLines(stdout, (line) => {
    const said = readLine(line);
    if (said.kind === 'text') return plain(line);
    attempt.output.add(line);
    summary = said.summary ?? summary;
    const news = {
      ...(said.progress !== undefined && { progress: said.progress }),
      ...(said.usage && { usage: said.usage }),
    };
    if (said.activity) attempt.work.tell(said.activity, news);
    else attempt.work.note(news);
    if (said.artifact) attempt.evidence.file(said.artifact);
    if (said.evidence) attempt.evidence.said(said.evidence satisfies EvidenceInput);
  });
  return () => summary;
}

const onLines = (stream: Readable, heard: (line: string) => void) =>
  void createInterface({ input: stream, crlfDelay: Infinity }).on('line', heard);

async function resultOf(attempt: Attempt, { code, signal }: Ended, summary: string | undefined): Promise<Result> {
  const last = summary ?? attempt.output.lastLine();
  const said = last ? `: ${last}` : '.';
  if (code === 0) return deliveryOf(attempt, summary ?? (last || 'The command ended with exit code 0.'));
  if (code === releaseCode)
    return { kind: 'release', reason: cut(last || `The command ended with exit code ${code}.`) };
  if (code === 126 || code === 127) return { kind: 'release', reason: cut(`The command could not be started${said}`) };
  return {
    kind: 'fail',
    reason: cut(`The command ended ${signal ? `by ${signal}` : `with exit code ${code}`}${said}`),
  };
}

const cut = (text: string) => text.slice(0, 2_000);
