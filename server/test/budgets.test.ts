import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Refusal, isRefusal } from '../src/domain/refusals.ts';
import getBudget from '../src/operations/budget/get.ts';
import setBudget from '../src/operations/budget/set.ts';
import type { Operation } from '../src/operations/define.ts';
import { type Execute, type Outcome, createPipeline } from '../src/operations/execute.ts';
import createParticipant from '../src/operations/participant/create.ts';
import listRequests from '../src/operations/request/list.ts';
import respond from '../src/operations/request/respond.ts';
import heartbeat from '../src/operations/run/heartbeat.ts';
import releaseRun from '../src/operations/run/release.ts';
import createTeam from '../src/operations/team/create.ts';
import claimWork from '../src/operations/work/claim.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import type { Bearer } from '../src/store/people.ts';
import { sql } from '../src/store/sql.ts';
import { checkWorld } from './check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from './database.ts';
import { type Claim, type Page, type Request, addPeople, readyItem } from './world.ts';

/** Many agents at once, on three pools over one database as three servers have them. */
const MANY = 64;
let db: TestDatabase;
let bearers: Bearer[];
const others: Database[] = [];
const executes: Execute[] = [];

before(async () => {
  db = await testDatabase();
  await addPeople(db);
  executes.push(db.execute);
  for (const port of [4181, 4182]) {
    const database = openDatabase(db.config);
    others.push(database);
    const server = { publicUrl: `http://127.0.0.1:${port}`, version: '0.0.0-test' };
    executes.push(
      createPipeline({ database, now: () => db.clock.now, ids: db.ids, server, committed: () => undefined }),
    );
  }
  await db.operator(createTeam, { name: 'Many', key: 'MNY', lead: 'Ben' });
  const names = Array.from({ length: MANY }, (_, i) => `agent ${i}`);
  for (const name of names) await db.operator(createParticipant, { kind: 'agent', name });
  bearers = await Promise.all(names.map(db.bearer));
});
after(async () => void (await Promise.all(others.map((database) => database.close()))));

type Sums = { tokens: number };
type Budget = Answer & { used: Sums; reserved: Sums };
type Held = { bearer: Bearer; claim: Claim };

const call = (i: number, operation: Operation, bearer: Bearer, input: object): Promise<Outcome> =>
  // oxlint-disable-next-line typescript/no-non-null-assertion -- there are three
  executes[i % executes.length]!({ operation, workspace: db.workspace, bearer, input });

const setTeam = (tokens: number) =>
  db.operator<Budget>(setBudget, { for: { team: 'MNY' }, period: 'month', limits: { tokens } });

/** Each agent claims once, and again where it was told that too many did so at once. */
async function claimAll(): Promise<{ held: Held[]; refused: Refusal[] }> {
  const held: Held[] = [];
  const refused: Refusal[] = [];
  const claimOne = async (bearer: Bearer, i: number): Promise<void> => {
    const outcome = await call(i, claimWork, bearer, { team: 'MNY' });
    if (isRefusal(outcome)) {
      if (outcome.refused === 'busy') return claimOne(bearer, i + 1);
      refused.push(outcome);
    } else if (outcome.body) held.push({ bearer, claim: outcome.body as Claim });
  };
  await Promise.all(bearers.map(claimOne));
  return { held, refused };
}

/** The highest sum of used and reserved that any commit left behind, looked at all the while. */
function watch(id: string) {
  const watched = { highest: 0, over: false };
  const look = async (): Promise<void> => {
    const { used, reserved } = await db.operator<Budget>(getBudget, { id });
    watched.highest = Math.max(watched.highest, used.tokens + reserved.tokens);
    if (!watched.over) await look();
  };
  const looking = look();
  return async () => {
    watched.over = true;
    await looking;
    return watched.highest;
  };
}

const letGo = ({ held }: { held: Held[] }) =>
  Promise.all(
    held.map(({ bearer, claim: { run } }, i) => call(i, releaseRun, bearer, { id: run.id, fence: run.fence })),
  );

test('64 agents that claim at once reserve no more of their team’s budget than there is', async () => {
  for (let i = 0; i < MANY; i += 1) await readyItem(db.operator, { team: 'MNY', budget: { tokens: 1_000 } });
  const { id } = await setTeam(10_000);
  const highest = watch(id);
  const { held } = await claimAll();
  assert.equal(await highest(), 10_000);
  assert.equal(held.length, 10);
  await letGo({ held });
  const { used, reserved } = await db.operator<Budget>(getBudget, { id });
  assert.deepEqual([used.tokens, reserved.tokens], [0, 0]);
});

test('64 runs that report at once never use more than their team may: whoever would is ended, and all of it is counted', async () => {
  const { id } = await setTeam(400_000);
  const highest = watch(id);
  const { held } = await claimAll();
  assert.equal(held.length, MANY);
  // Each says five times that it has used 150 more; each may use 1,000, so none is ended for its own sake.
  for (let said = 150; said <= 750; said += 150) {
    const outcomes = await Promise.all(
      held.map(({ bearer, claim: { run } }, i) =>
        call(i, heartbeat, bearer, { id: run.id, fence: run.fence, usage: { tokens: said } }),
      ),
    );
    for (const outcome of outcomes) assert(!isRefusal(outcome), JSON.stringify(outcome));
  }
  assert.ok((await highest()) <= 400_000);
  const { used, reserved } = await db.operator<Budget>(getBudget, { id });
  assert.deepEqual([used.tokens, reserved.tokens], [MANY * 750, MANY * 250]);
  await letGo({ held });
});

test('runs without a bound of their own share what is left to the last token, and the next claim is refused', async () => {
  for (let i = 0; i < MANY; i += 1) await readyItem(db.operator, { team: 'MNY', priority: 0 });
  const before = await db.operator<Budget>(getBudget, { id: (await setTeam(400_000)).id });
  const limit = before.used.tokens + 6_400_000;
  const { id } = await setTeam(limit);
  const highest = watch(id);
  const { held } = await claimAll();
  assert.equal(held.length, MANY);
  const live = new Set(held);
  for (let said = 10_000; live.size > 0; said += 10_000) {
    await Promise.all(
      [...live].map(async (one, i) => {
        const { run } = one.claim;
        const outcome = await call(i, heartbeat, one.bearer, { id: run.id, fence: run.fence, usage: { tokens: said } });
        assert(!isRefusal(outcome), JSON.stringify(outcome));
        if ((outcome.body as { ended?: string }).ended) live.delete(one);
      }),
    );
  }
  assert.equal(await highest(), limit);
  const { used, reserved } = await db.operator<Budget>(getBudget, { id });
  assert.deepEqual([used.tokens, reserved.tokens], [limit, 0]);
  const { held: more, refused } = await claimAll();
  assert.deepEqual([more.length, refused.length], [0, 0]);
});

test('however many runs a spent budget ends at once, whoever answers for it is told once, until they have answered', async () => {
  const told = async () =>
    (await db.as('Ben')<Page<Request>>(listRequests, { kind: 'exception', state: 'open' })).items.map(({ id }) => id);
  for (const id of await told()) await db.as('Ben')(respond, { id, resolution: 'fixed' });
  await setTeam(1e9);
  const { held } = await claimAll();
  await setTeam(1);
  const usage = { tokens: 1_000_000 };
  const ended = await Promise.all(
    held.map(({ bearer, claim: { run } }, i) => call(i, heartbeat, bearer, { id: run.id, fence: run.fence, usage })),
  );
  assert.equal(ended.filter((one) => !isRefusal(one) && 'ended' in (one.body as object)).length, MANY);
  assert.equal((await told()).length, 1);
});

test('after all that the accounts are what the ledger tells', async () => {
  await checkWorld(db.database, db.workspace);
  const [rows] = await db.database.within(db.workspace, ({ query }) =>
    query<{ n: number }>(sql`select count(*) as n from budget_accounts`),
  );
  assert.equal(rows?.n, 1);
});
