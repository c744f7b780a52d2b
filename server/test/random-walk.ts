import type { Refusal } from '../src/domain/refusals.ts';
import { isRefusal } from '../src/domain/refusals.ts';
import { sql } from '../src/store/sql.ts';
import type { TestDatabase } from './database.ts';
import {
  type Act,
  type Known,
  act,
  clearly,
  importBatch,
  burden,
  names,
  nowhere,
  outcome,
  respond,
  retire,
  someoneNew,
  stopAgents,
  triage,
  view,
  work,
} from './random-acts.ts';

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

export type Step = Act & { refused: Refusal | null };

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
    incoming: await query(sql`select id::text from items where intake order by id desc limit 6`),
    runs: await query(
      sql`select id::text, fence, executor::text, item::text from runs order by ended_at is not null, id desc limit 6`,
    ),
    requests: await query(sql`
      select id::text, kind, array(select jsonb_path_query(body, '$.criteria[*].id') #>> '{}') as criteria from requests
      order by state <> 'open', id desc limit 8`),
    views: await query(sql`select id::text from views order by id desc limit 4`),
    outcomes: await query(sql`select id::text from outcomes order by updated_at desc, id desc limit 6`),
    passing: await query(sql`
      select id::text from participants where name = 'Passer-by' and status <> 'retired' order by id desc limit 4`),
    stops: await query(sql`select id::text from stops order by lifted_at is not null, id desc limit 4`),
  }));

export function chooseAct(dice: Chance, known: Known): Act {
  const who = dice.pick(names);
  const item = () =>
    dice.yes(0.05) || known.items.length === 0 ? nowhere : dice.pick(known.items)[dice.pick(['id', 'key'] as const)];
  const maybe = (fields: object) => (dice.yes(0.4) ? fields : {});
  const words = () => dice.pick(['', ' ', 'a', 'Because.', 'é\u{1f680}\n<b>', 'x'.repeat(400)]);
  const why = () => dice.pick(['', 'Because.', 'Because.', 'Because.']);
  const run = () => dice.pick(known.runs) ?? { id: nowhere, fence: 0, executor: 'Ana', item: nowhere };
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
        ...(dice.yes(0.2) && { intake: true }),
        ...(dice.yes(0.3) && { serves: dice.pick(known.outcomes)?.id ?? null }),
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
          ...maybe({ serves: dice.pick([...known.outcomes, null])?.id ?? null }),
          ...maybe({ reason: words() }),
        },
        dice.yes(0.2) ? { ifMatch: dice.int(6) } : {},
      ),
    triage: () => triage(dice, who, { wanted: dice.pick(known.incoming)?.id ?? item(), other: item() }),
    takeOver: () => act(dice.pick([who, 'Operator']), 'item.take_over', { id: run().item, reason: why() }),
    stop: () => act(dice.pick([who, 'Operator']), 'run.stop', { id: run().id, reason: why() }),
    message: () => act(dice.pick([who, 'Operator']), 'run.message', { id: run().id, text: words() }),
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
    view: () => view(dice, who, known),
    outcome: () => outcome(dice, who, known),
    stopAgents: () => stopAgents(dice, who, known),
    goOn: () => stopAgents(dice, 'Operator', known),
    arrive: () => someoneNew(dice, who),
    burden: () => burden(dice, who, known),
    retire: () => retire(dice, who, known),
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
    'triage',
    'takeOver',
    'stop',
    'message',
    'clear',
    'commit',
    'claim',
    'work',
    'work',
    'work',
  ];
  return acts[dice.pick([...Object.keys(acts), ...often])]?.() ?? act(who, 'item.get', {});
}
