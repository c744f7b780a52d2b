import type { Operation } from '../src/operations/define.ts';
import { operations } from '../src/operations/registry.ts';
import type { Chance } from './random-walk.ts';

/** What there is to act on. */
export type Known = {
  items: { id: string; key: string }[];
  /** Those that wait to be triaged. */
  incoming: { id: string }[];
  runs: { id: string; fence: number; executor: string; item: string }[];
  requests: { id: string; kind: string; criteria: string[] }[];
  views: { id: string }[];
  outcomes: { id: string }[];
  stops: { id: string }[];
  /** People and agents who come and go. */
  passing: { id: string }[];
};
export type Act = {
  who: string;
  operation: Operation;
  input: object;
  options: { ifMatch?: number; idempotencyKey?: string };
};

export const names = ['Operator', 'Ana', 'Ben', 'bot', 'bat', 'Gus'];
export const nowhere = '0197a000-0000-7000-8000-00000000dead';
const named = (name: string): Operation => {
  const found = operations.find((one) => one.name === name);
  if (!found) throw new Error(`there is no operation ${name}`);
  return found;
};

export const act = (who: string, name: string, input: object, options: Act['options'] = {}): Act => ({
  who,
  operation: named(name),
  input,
  options,
});

export const clearly = (dice: Chance) => ({
  outcome: 'Something is true.',
  criteria: [{ text: 'One' }, { text: 'Two', required: dice.yes(0.5) }].slice(0, 1 + dice.int(2)),
  priority: dice.int(5),
  risk: dice.pick(['low', 'medium', 'high']),
  labels: dice.pick([[], ['one'], ['one', 'two']]),
  due: dice.pick([null, '2026-02-01T00:00:00+02:00']),
});

/** Decisions on drafts that wait for one, and on others. */
export function triage(
  dice: Chance,
  who: string,
  { wanted, other }: Record<'wanted' | 'other', string | undefined>,
): Act {
  const choices = [
    { as: 'accept', ...(dice.yes(0.5) && { owner: dice.pick(names) }) },
    { as: 'duplicate', duplicateOf: other },
    { as: 'decline', reason: 'Not now.' },
    { as: 'decline' },
  ];
  return act(dice.pick([who, 'Operator']), 'item.triage', { id: wanted, ...dice.pick(choices) });
}

/** What an executor does with a run: mostly with its own fence. */
export function work(dice: Chance, known: Known): Act {
  const { id, fence: own, executor } = dice.pick(known.runs) ?? { id: nowhere, fence: 1, executor: 'bot' };
  const who = dice.yes(0.9) ? executor : dice.pick(names);
  const fence = dice.yes(0.9) ? own : dice.int(4);
  const usage = { tokens: dice.int(1000), cost: dice.next(), minutes: dice.next() * 10 };
  const evidence = ['c1', 'c2', 'c3', 'c4']
    .map((criterion) => ({ criterion, text: `seen ${criterion}` }))
    .slice(0, 1 + dice.int(3));
  const choices: [string, object][] = [
    ['run.heartbeat', { progress: dice.next(), usage }],
    ['run.report', { activity: 'Working', progress: dice.next() }],
    ['run.deliver', { summary: 'Done.', evidence }],
    ['run.deliver', { summary: 'Done.', evidence }],
    ['run.fail', { reason: 'Could not.' }],
    ['run.release', {}],
  ];
  const [name, input] = dice.pick(choices);
  return act(who, name, { id, fence, ...input });
}

/** Writes an outcome down, or changes, measures or ends one that is there. */
export function outcome(dice: Chance, who: string, { outcomes }: Known): Act {
  const any = () => dice.pick([...outcomes, { id: nowhere }])?.id;
  const measure = {
    ...(dice.yes(0.5) && { id: 'm1' }),
    name: 'Uptime',
    unit: '%',
    baseline: 98,
    target: dice.int(100),
  };
  const said = {
    title: dice.yes(0.1) ? '' : 'It stays up',
    ...(dice.yes(0.3) && { parent: dice.yes(0.2) ? null : any() }),
    ...(dice.yes(0.3) && { owner: dice.pick(names) }),
    ...(dice.yes(0.6) && { measures: [measure] }),
  };
  const choices: [string, object][] = [
    ['outcome.create', said],
    ['outcome.update', { id: any(), ...said }],
    ['outcome.measure', { id: any(), measure: dice.pick(['m1', 'm2']), value: dice.next() * 100 }],
    ['outcome.end', { id: any(), as: dice.pick(['achieved', 'abandoned']) }],
  ];
  const [name, input] = dice.pick(choices);
  return act(dice.pick([who, 'Operator']), name, input);
}

/** Saves a view, or changes or deletes one that is there. */
export function view(dice: Chance, who: string, { views }: Known): Act {
  const look = { name: dice.yes(0.1) ? '' : 'Mine', layout: dice.pick(['board', 'list', 'table', 'graph']) };
  const more = { group: dice.pick(['owner', null]), team: dice.pick(['GEN', null]), shared: dice.yes(0.5) };
  const { id } = dice.pick(views) ?? { id: nowhere };
  const choices: [string, object][] = [
    ['view.create', { ...look, ...more }],
    ['view.update', { id, ...(dice.yes(0.5) ? look : more) }],
    ['view.delete', { id }],
  ];
  const [name, input] = dice.pick(choices);
  return act(dice.pick([who, 'Operator']), name, input);
}

/** Stops agents, and lifts a stop about as often: with all of them stopped nothing would happen. */
export function stopAgents(dice: Chance, who: string, { stops }: Known): Act {
  const reason = dice.yes(0.1) ? '' : 'Because.';
  const what = dice.pick<object>([
    { participant: dice.pick(names) },
    { participant: dice.pick(['bot', 'bat']) },
    { team: 'GEN' },
    { workspace: true },
    { team: 'GEN', workspace: true },
  ]);
  const { id } = dice.pick(stops) ?? { id: nowhere };
  return dice.yes(0.4)
    ? act(dice.pick([who, 'Operator']), 'stop.create', { ...what, reason })
    : act(dice.pick([who, 'Operator', 'Operator']), 'stop.lift', { id, ...(dice.yes(0.5) && { reason }) });
}

/** Adds somebody, so that there is somebody to retire. */
export const someoneNew = (dice: Chance, who: string): Act =>
  act(dice.pick([who, 'Operator']), 'participant.create', {
    kind: dice.pick(['human', 'agent']),
    name: 'Passer-by',
    ...(dice.yes(0.3) && { teams: ['GEN'] }),
  });

/** Gives work, outcomes and questions to those who come and go. */
export function burden(dice: Chance, who: string, { passing, items }: Known): Act {
  const name = dice.pick(passing)?.id ?? 'Ana';
  const item = dice.pick(items)?.id ?? nowhere;
  const choices: [string, object][] = [
    ['item.create', { title: 'Theirs', ...clearly(dice), owner: name }],
    ['outcome.create', { title: 'Theirs', owner: name }],
    ['request.create', { kind: dice.pick(['question', 'handoff']), text: 'And?', item, to: name }],
    ['work.claim', {}],
    ['team.update', { id: 'GEN', lead: name }],
  ];
  const [operation, input] = dice.pick(choices);
  return act(operation === 'work.claim' ? name : dice.pick([who, 'Operator']), operation, input);
}

/** Retires somebody who came lately, with successors who may and some who may not. */
export const retire = (dice: Chance, who: string, { passing }: Known): Act =>
  act(dice.pick([who, 'Operator', 'Operator']), 'participant.retire', {
    id: dice.pick(passing)?.id ?? nowhere,
    ...(dice.yes(0.8) && { successor: dice.pick([...names, 'Ana', 'Ben', ...passing.map(({ id }) => id)]) }),
    reason: 'They leave.',
  });

export function respond(dice: Chance, who: string, known: Known): Act {
  const request = dice.pick(known.requests) ?? { id: nowhere, kind: 'question', criteria: [] };
  const verdicts = request.criteria.map((criterion) =>
    dice.yes(0.7) ? { criterion, verdict: 'pass' } : { criterion, verdict: 'fail', reason: 'No.' },
  );
  const byKind: Record<string, object> = {
    question: { answer: dice.pick(['Yes.', '', 'No.']) },
    handoff: { accept: dice.yes(0.6), ...(dice.yes(0.8) && { reason: 'No time.' }) },
    review: { verdicts },
    exception: {
      resolution: dice.pick(['retry', 'reassign', 'rescope', 'waive', 'waive', 'cancel', 'fixed']),
      assignee: dice.pick(names),
    },
  };
  return act(who, 'request.respond', { id: request.id, ...byKind[dice.yes(0.95) ? request.kind : 'question'] });
}

/** A few items that refer to one another and to those of earlier batches. */
export function importBatch(dice: Chance) {
  const items = Array.from({ length: 1 + dice.int(4) }, (_, i) => ({
    ref: `r${dice.int(12)}`,
    title: `Imported ${i}`,
    state: dice.pick(['open', 'done', 'cancelled']),
    ...(dice.yes(0.4) && { parent: `r${dice.int(12)}` }),
    ...(dice.yes(0.4) && { blockedBy: [`r${dice.int(12)}`] }),
    ...(dice.yes(0.5) && { outcome: 'True.', criteria: [{ text: 'One' }], priority: 2 }),
  }));
  const own = new Set(items.map(({ ref }) => ref));
  const refers = (ref: string | undefined) => (ref !== undefined && own.has(ref) ? ref : 'r0');
  return {
    source: 'walk',
    items: [
      { ref: 'r0', title: 'Root', state: 'open' },
      ...items
        .filter(({ ref }) => ref !== 'r0')
        .map(({ parent, blockedBy, ...one }) => ({
          ...one,
          ...(parent && { parent: refers(parent) }),
          ...(blockedBy && { blockedBy: blockedBy.map(refers) }),
        })),
    ],
  };
}
