import type { Refusal } from '../src/domain/refusals.ts';
import { isRefusal } from '../src/domain/refusals.ts';
import type { Operation } from '../src/operations/define.ts';
import { operations } from '../src/operations/registry.ts';
import { sql } from '../src/store/sql.ts';
import type { TestDatabase } from './database.ts';

/** A source of chance that gives the same again for the same seed (after Tommy Ettinger's Mulberry32). */
export function chance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    next,
    int,
    pick: <T>(list: readonly T[]): T => list[int(list.length)] as T,
    yes: (likely: number) => next() < likely,
  };
}
export type Chance = ReturnType<typeof chance>;

type Known = {
  items: { id: string; key: string }[];
  runs: { id: string; fence: number; executor: string }[];
  requests: { id: string; kind: string; criteria: string[] }[];
};
export type Act = {
  who: string;
  operation: Operation;
  input: object;
  options: { ifMatch?: number; idempotencyKey?: string };
};
export type Step = Act & { refused: Refusal | null };

const names = ['Operator', 'Ana', 'Ben', 'bot', 'bat', 'Gus'];
const nowhere = '0197a000-0000-7000-8000-00000000dead';
const named = (name: string): Operation => {
  const found = operations.find((one) => one.name === name);
  if (!found) throw new Error(`there is no operation ${name}`);
  return found;
};

/** Lets several participants do random things, sensible and not, one after another; gives what was done. */
export async function randomWalk(db: TestDatabase, { seed, steps }: { seed: number; steps: number }): Promise<Step[]> {
  const dice = chance(seed);
  const done: Step[] = [];
  for (let i = 0; i < steps; i += 1) {
    const act = chooseAct(dice, await look(db));
    if (dice.yes(0.1)) db.clock.advance(dice.int(400_000));
    const outcome = await db.as(act.who).outcome(act.operation, act.input, act.options);
    done.push({ ...act, refused: isRefusal(outcome) ? outcome : null });
  }
  return done;
}

/** What there is to act on; the newest first, so that the walk does not lose itself in old items. */
export const look = ({ database, workspace }: TestDatabase): Promise<Known> =>
  database.within(workspace, async ({ query }) => ({
    items: await query(sql`select id::text, key from items order by updated_at desc, id desc limit 12`),
    runs: await query(
      sql`select id::text, fence, executor::text from runs order by ended_at is not null, id desc limit 6`,
    ),
    requests: await query(sql`
      select id::text, kind, array(select jsonb_path_query(body, '$.criteria[*].id') #>> '{}') as criteria from requests
      order by state <> 'open', id desc limit 8`),
  }));

export function chooseAct(dice: Chance, known: Known): Act {
  const who = dice.pick(names);
  const item = () =>
    dice.yes(0.05) || known.items.length === 0 ? nowhere : dice.pick(known.items)[dice.pick(['id', 'key'] as const)];
  const maybe = (fields: object) => (dice.yes(0.4) ? fields : {});
  const words = () => dice.pick(['', ' ', 'a', 'Because.', 'é\u{1f680}\n<b>', 'x'.repeat(400)]);
  const run = () => dice.pick(known.runs) ?? { id: nowhere, fence: 0, executor: 'Ana' };
  const acts: Record<string, () => Act> = {
    create: () =>
      act(who, 'item.create', {
        title: words(),
        ...maybe(clearly(dice)),
        ...maybe({ parent: item() }),
        ...maybe({ blockedBy: [item(), item()] }),
        ...maybe({ assignee: dice.pick(names) }),
      }),
    clear: () =>
      act(who, 'item.create', {
        title: 'Clear',
        ...clearly(dice),
        ...(dice.yes(0.3) && { parent: item() }),
        ...(dice.yes(0.3) && { blockedBy: [item()] }),
      }),
    update: () =>
      act(
        who,
        'item.update',
        {
          id: item(),
          ...maybe(clearly(dice)),
          ...maybe({ title: words() }),
          ...maybe({ owner: dice.pick(names) }),
          ...maybe({ reason: words() }),
        },
        dice.yes(0.2) ? { ifMatch: dice.int(6) } : {},
      ),
    commit: () => act(dice.pick([who, 'Operator']), 'item.commit', { id: item() }),
    withdraw: () => act(who, 'item.withdraw', { id: item() }),
    assign: () => act(who, 'item.assign', { id: item(), assignee: dice.pick([...names, null, 'nobody']) }),
    move: () => act(who, 'item.move', { id: item(), parent: dice.pick([item(), null]) }),
    depend: () => act(who, 'item.depend', { id: item(), blockedBy: [item(), ...(dice.yes(0.3) ? [item()] : [])] }),
    undepend: () => act(who, 'item.undepend', { id: item(), blocker: item() }),
    cancel: () => act(dice.pick([who, 'Operator']), 'item.cancel', { id: item(), ...maybe({ reason: words() }) }),
    reopen: () => act(dice.pick([who, 'Operator']), 'item.reopen', { id: item(), reason: words() }),
    comment: () => act(who, 'item.comment', { id: item(), text: words() }),
    claim: () => act(who, 'work.claim', { ...maybe({ item: item() }), ...maybe({ lease: 5 + dice.int(300) }) }),
    ask: () =>
      act(who, 'request.create', {
        kind: dice.pick(['question', 'handoff', 'exception']),
        item: item(),
        text: words(),
        ...maybe({ to: dice.pick(names) }),
        ...maybe({ blocking: true }),
        ...maybe({ due: '2026-01-05T09:05:00Z' }),
        ...maybe({ default: 'yes' }),
      }),
    expireRequest: () => act('Coact', 'request.expire', { id: dice.pick(known.requests)?.id ?? nowhere }),
    expireRun: () => act('Coact', 'run.expire', { id: run().id }),
    withdrawRequest: () => act(who, 'request.withdraw', { id: dice.pick(known.requests)?.id ?? nowhere }),
    respond: () => respond(dice, dice.yes(0.5) ? 'Operator' : who, known),
    work: () => work(dice, known),
    import: () => act(who, 'import.create', importBatch(dice)),
    artifact: () => act(who, 'artifact.create', { name: words(), text: words() }),
  };
  const often = [
    'clear',
    'commit',
    'commit',
    'commit',
    'claim',
    'claim',
    'claim',
    'work',
    'work',
    'work',
    'work',
    'work',
    'work',
    'respond',
    'respond',
    'respond',
    'respond',
    'depend',
    'reopen',
  ];
  return acts[dice.pick([...Object.keys(acts), ...often])]?.() ?? act(who, 'item.get', {});
}

const act = (who: string, name: string, input: object, options: Act['options'] = {}): Act => ({
  who,
  operation: named(name),
  input,
  options,
});

const clearly = (dice: Chance) => ({
  outcome: 'Something is true.',
  criteria: [{ text: 'One' }, { text: 'Two', required: dice.yes(0.5) }].slice(0, 1 + dice.int(2)),
  priority: dice.int(5),
  risk: dice.pick(['low', 'medium', 'high']),
  labels: dice.pick([[], ['one'], ['one', 'two']]),
  due: dice.pick([null, '2026-02-01T00:00:00+02:00']),
});

/** What an executor does with a run: mostly with its own fence. */
function work(dice: Chance, known: Known): Act {
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

function respond(dice: Chance, who: string, known: Known): Act {
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
function importBatch(dice: Chance) {
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
