import type { Operation } from './define.ts';

/** What a step would do, in a sentence: `Commit OPS-12 “Renew the certificate”.` */

type Told = { operation: Operation; input: Record<string, unknown>; about: string | null };

const verbs: Readonly<Record<string, string>> = {
  'item.assign': 'Assign',
  'item.cancel': 'Cancel',
  'item.comment': 'Comment on',
  'item.commit': 'Commit',
  'item.depend': 'Let it wait for other work:',
  'item.move': 'File under another item:',
  'item.reopen': 'Reopen',
  'item.set_rights': 'Say who decides about',
  'item.take_over': 'Take over',
  'item.triage': 'Triage',
  'item.undepend': 'Let it no longer wait for other work:',
  'item.update': 'Change',
  'item.withdraw': 'Take back to draft',
  'run.deliver': 'Deliver',
  'run.fail': 'Give up',
  'run.release': 'Give back',
  'run.stop': 'Stop the run on',
  'outcome.update': 'Change',
  'participant.update': 'Change',
  'team.update': 'Change',
};
const makes: Readonly<Record<string, string>> = {
  'item.create': 'Write down',
  'outcome.create': 'Write down the outcome',
  'participant.create': 'Add',
  'team.create': 'Make the team',
  'request.create': 'Ask:',
  'run.use_tool': 'Use a tool:',
};

export function sentenceOf({ operation, input, about }: Told): string {
  const named = [input['title'], input['name'], input['text']].find((one) => typeof one === 'string');
  const made = makes[operation.name];
  if (made && named !== undefined) return `${made} “${named}”.`;
  const verb = verbs[operation.name];
  if (verb && about !== null) return `${verb} ${about}.`;
  return about === null ? operation.summary : `${operation.summary.replace(/\.$/, '')}: ${about}.`;
}

/** What a held act is called in the line by which it is asked for: a tool by what it shall do, all else by its operation. */
export function heldAs(name: string, sent: unknown): string {
  const title = typeof sent === 'object' && sent !== null && 'title' in sent ? sent.title : null;
  return name === 'run.use_tool' && typeof title === 'string' ? `use a tool, “${title}”, for` : name;
}
