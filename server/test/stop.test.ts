import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal } from '../src/domain/refusals.ts';
import type { Operation } from '../src/operations/define.ts';
import { type Execute, type Outcome, createPipeline } from '../src/operations/execute.ts';
import createArtifact from '../src/operations/artifact/create.ts';
import comment from '../src/operations/item/comment.ts';
import createItem from '../src/operations/item/create.ts';
import createParticipant from '../src/operations/participant/create.ts';
import heartbeat from '../src/operations/run/heartbeat.ts';
import deliver from '../src/operations/run/deliver.ts';
import createStop from '../src/operations/stop/create.ts';
import liftStop from '../src/operations/stop/lift.ts';
import claimWork from '../src/operations/work/claim.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import type { Bearer } from '../src/store/people.ts';
import { sql } from '../src/store/sql.ts';
import { checkWorld } from './check-world.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { chance } from './random-walk.ts';
import { type Claim, addPeople, readyItem } from './world.ts';

/**
 * Three pools over one database, as three servers have them, and agents as a server remembers them that has not yet heard of
 * the stop: the most that a slow notification can leave.
 */
let db: TestDatabase;
let others: Database[];
let servers: Execute[];
let agents: Bearer[];

before(async () => {
  db = await testDatabase();
  others = [openDatabase(db.config), openDatabase(db.config)];
  const server = { publicUrl: 'http://127.0.0.1:4181', version: '0.0.0-test' };
  const { clock, ids } = db;
  const now = () => clock.now;
  servers = [
    db.execute,
    ...others.map((database) => createPipeline({ database, now, ids, server, committed: () => undefined })),
  ];
  await addPeople(db);
  const made = [];
  for (let i = 0; i < 64; i += 1)
    made.push(await db.as('Ana')(createParticipant, { kind: 'agent', name: `agent ${i}` }));
  agents = await Promise.all(made.map(({ id }) => db.bearer(id)));
});
after(() => Promise.all(others.map((one) => one.close())));

const send = (i: number, bearer: Bearer, operation: Operation, input: object): Promise<Outcome> =>
  (servers[i % servers.length] ?? db.execute)({ operation, workspace: db.workspace, bearer, input });

type Fleet = { stopped: boolean; refusals: Map<string, number>; accepted: number };

/** One agent that goes on, whatever it is told, until the test is over: it claims, reports, delivers and writes. */
async function goOn(fleet: Fleet, agent: Bearer, seed: number): Promise<void> {
  const dice = chance(seed);
  let claim: Claim | null = null;
  for (let i = seed; !fleet.stopped; i += 1) {
    const run = claim && { id: claim.run.id, fence: claim.run.fence };
    const choices: [Operation, object][] = [
      [claimWork, {}],
      [claimWork, {}],
      [comment, { id: 'GEN-1', text: 'On it.' }],
      [createItem, { title: 'Found on the way' }],
      [createArtifact, { name: 'note', text: `${seed} ${i}` }],
      ...(run
        ? ([
            [heartbeat, run],
            [heartbeat, run],
            [deliver, { ...run, ...delivery(claim) }],
          ] as [Operation, object][])
        : []),
    ];
    const [operation, input] = dice.pick(choices);
    const outcome = await send(i, agent, operation, input);
    if (isRefusal(outcome)) fleet.refusals.set(outcome.refused, (fleet.refusals.get(outcome.refused) ?? 0) + 1);
    else if (outcome.body !== null) fleet.accepted += 1;
    if (operation === claimWork && !isRefusal(outcome) && outcome.body) claim = outcome.body as Claim;
    if (isRefusal(outcome)) await sleep(1);
  }
}

const delivery = (claim: Claim | null) => ({
  summary: 'Done.',
  evidence: claim?.item.criteria.map(({ id }) => ({ criterion: id, text: 'seen' })),
});

/** What agents have written so far. */
const written = () =>
  db.database.within(db.workspace, async ({ query }) => {
    const [row] = await query<{ events: number; artifacts: number; live: number }>(sql`
      select (select count(*) from events where body::json -> 'actor' ->> 'kind' = 'agent') as events,
        (select count(*) from artifacts) as artifacts,
        (select count(*) from runs r join participants p on p.id = r.executor where r.ended_at is null and p.kind = 'agent') as live`);
    return row ?? { events: 0, artifacts: 0, live: 0 };
  });

test('once a stop of all is acknowledged no write of 64 busy agents is accepted on any of three servers', async (t) => {
  for (let i = 0; i < 300; i += 1) await readyItem(db.operator, { title: `Work ${i}` });
  const fleet: Fleet = { stopped: false, refusals: new Map(), accepted: 0 };
  t.after(() => (fleet.stopped = true));
  const busy = agents.map((agent, i) => goOn(fleet, agent, i));
  while ((await written()).live < 30) await sleep(5);
  const begun = performance.now();
  const stop = await db.operator(createStop, { workspace: true, reason: 'Something is wrong.' });
  const took = performance.now() - begun;
  const then = await written();
  await sleep(1_500);
  assert.deepEqual(await written(), { ...then, live: 0 });
  fleet.stopped = true;
  await Promise.all(busy);
  const codes = [...fleet.refusals.keys()];
  assert(codes.includes('stopped') && codes.includes('stale_fence'), JSON.stringify([...fleet.refusals]));
  assert(!codes.includes('busy'), 'nobody is told to come back who is stopped');
  assert.equal((await written()).events, then.events);
  t.diagnostic(`acknowledged in ${Math.round(took)} ms, ${(stop['ended'] as object[]).length} runs ended`);
  t.diagnostic(`${fleet.accepted} accepted before, then ${JSON.stringify([...fleet.refusals])}`);
  await checkWorld(db.database, db.workspace);
  await db.operator(liftStop, { id: stop.id });
});

test('claims that race a stop lose or are ended by it, whichever comes first, again and again', async () => {
  const [agent] = agents;
  assert(agent);
  for (let round = 0; round < 30; round += 1) {
    const items = [await readyItem(db.operator), await readyItem(db.operator)];
    const claims: Promise<Outcome>[] = items.map(({ id }, i) => send(i + round, agent, claimWork, { item: id }));
    await sleep(Math.random() * 4);
    const stop = await db.operator(createStop, { participant: agent.id, reason: 'Wait.' });
    const { live } = await written();
    const outcomes = await Promise.all(claims);
    assert.equal(live, 0);
    assert.equal((await written()).live, 0);
    for (const outcome of outcomes.filter(isRefusal)) assert.equal(outcome.refused, 'stopped');
    const won = outcomes.filter((one) => !isRefusal(one)).length;
    assert((stop['ended'] as object[]).length === won, 'what was claimed before the stop was ended by it');
    await db.operator(liftStop, { id: stop.id });
  }
  await checkWorld(db.database, db.workspace);
});
