/**
 * An agent over MCP that checks a folder of Markdown documents: links, code fences and pictures. It mends what it is told how to
 * mend, and hands to a person what only a person can do: `check-documents.ts FOLDER --writer PERSON`.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { EvidenceInput, Item } from 'coact';
import { connectFromEnvironment } from './connect-from-environment.ts';
import { counted } from './counted.ts';
import { problemsOf, resultOf, where } from './describe-findings.ts';
import { type Findings, type Problem, findProblems, likelyTargets } from './find-problems.ts';
import { mendLine } from './mend-line.ts';
import { type Work, patience, say, takeWork } from './work-under-lease.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { writer: { type: 'string' } } });
const [folder = '.'] = positionals;
const { writer } = values;
const door = await connectFromEnvironment({ over: 'mcp' });
/** What looking through one file costs, in the workspace's currency. */
const costPerFile = 0.01;
let cost = 0;

let work = await takeWork(door, { lease: 30 });
await check(work);
while (await isReturned(work)) {
  work = await takeWork(door, { lease: 30, item: work.claim.item.id });
  await repair(work);
}
say(`${work.claim.item.key} is accepted`);
process.exit(0);

async function check(now: Work): Promise<void> {
  const { problems } = look();
  await now.report(`${counted(problems.length, 'problem')} found: ${problems.map(where).join('; ')}`, 0.3, cost);
  for (const problem of problemsOf(problems, 'link')) await mendAsTold(now, problem);
  for (const problem of problemsOf(problems, 'picture')) await handOver(now, problem);
  await deliver(now);
}

/** Where a link should lead is not ours to decide. */
async function mendAsTold(now: Work, { file, line, problem, target }: Problem): Promise<void> {
  const options = [...likelyTargets(folder, target), 'leave it'];
  await door.request.create({
    kind: 'question',
    item: now.claim.item.id,
    text: `${file}:${line} ${problem}. Where should it lead?`,
    options,
  });
  say(`asked where ${file}:${line} should lead: ${options.join(', ')}?`);
  const answer = String((await now.hear('answer'))['answer']);
  say(`heard the answer: ${answer}`);
  if (answer !== 'leave it') mendLine(folder, { file, line }, { from: `](${target}`, to: `](${answer}` });
}

/** What a picture shows must be said by somebody who sees: it becomes a part of the work, offered to a person. */
async function handOver(now: Work, { file, line, target }: Problem): Promise<void> {
  const { item, brief } = now.claim;
  const part = await door.item.create({
    title: `Say in words what ${target} shows`,
    parent: item.id,
    outcome: `Whoever cannot see the picture at ${file}:${line} reads what it shows.`,
    criteria: [{ text: `The picture at ${file}:${line} has words`, check: 'Read them beside the picture' }],
    priority: brief.contract.priority,
    skills: ['seeing'],
  });
  const text = `Please write the words for ${file}:${line}; I cannot see what it shows.`;
  await door.request.create({
    kind: 'handoff',
    item: part.id,
    ...(writer !== undefined && { to: writer }),
    text,
    blocking: false,
    remaining: 'The words between the square brackets',
  });
  say(`wrote ${part.key} as a part of ${item.key} and offered it to ${writer ?? 'its owner'}`);
  await until(part.id, now, ({ state }) => state === 'done' || state === 'cancelled');
  say(`${part.key} is done`);
}

/** Beats while somebody else works. */
async function until(item: string, now: Work, holds: (item: Item) => boolean): Promise<void> {
  const { id, fence } = now.claim.run;
  const end = Date.now() + patience;
  while (!holds(await door.item.get({ id: item }))) {
    if (Date.now() > end) throw new Error('Nobody came to an end.');
    await door.run.heartbeat({ id, fence });
    await pause(250);
  }
}

/** The work is ours again when a verdict said no; it is over when it was accepted. */
async function isReturned({ claim }: Work): Promise<boolean> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const { state } = await door.item.get({ id: claim.item.id });
    if (state !== 'review') return state === 'active';
    await pause(250);
  }
  throw new Error('Nobody verified.');
}

/** A reason that names a place and a language is an instruction for this work, from whoever verifies it. */
async function repair(now: Work): Promise<void> {
  const verdicts = now.claim.brief.earlierAttempts.flatMap((attempt) => attempt.verdicts ?? []);
  const reasons = verdicts.flatMap(({ verdict, reason }) => (verdict === 'fail' && reason ? [reason] : []));
  await now.hear('returned');
  say(`my last attempt was returned: ${reasons.join('; ')}`);
  for (const [, file = '', line, language = ''] of reasons.join('\n').matchAll(/([\w./-]+\.md):(\d+) is (\w+)/g)) {
    mendLine(folder, { file, line: Number(line) }, { from: '```', to: `\`\`\`${language}` });
    await now.report(`${file}:${line} now says that it is ${language}`, 0.8, cost);
  }
  await deliver(now);
}

/** Looks once more and shows what was seen, criterion by criterion. */
async function deliver(now: Work): Promise<void> {
  const { brief, run } = now.claim;
  const found = look();
  const evidence: EvidenceInput[] = [];
  for (const { id, text } of brief.contract.criteria) {
    const subject = (['link', 'fence', 'picture'] as const).find((one) => text.toLowerCase().includes(one)) ?? 'link';
    const { sha256, name } = await door.artifact.create({ name: `${subject}s.txt`, text: resultOf(found, subject) });
    evidence.push({ criterion: id, artifact: sha256, name });
  }
  await door.run.deliver({
    id: run.id,
    fence: run.fence,
    summary: `${counted(found.files, 'document')} checked, ${counted(found.problems.length, 'problem')} left.`,
    evidence,
  });
  say(
    `delivered ${brief.item.key}: ${counted(found.problems.length, 'problem')} left, evidence for ${evidence.map(({ criterion }) => criterion).join(', ')}`,
  );
}

function look(): Findings {
  const found = findProblems(folder);
  cost += found.files * costPerFile;
  return found;
}
