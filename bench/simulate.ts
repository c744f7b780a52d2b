import { monitorEventLoopDelay } from 'node:perf_hooks';
import { uuidv7 } from 'uuidv7';
import { launchTestServer } from '../server/test/server.ts';
import { draft } from '../server/src/domain/contract.ts';
import { makeRule } from '../server/src/domain/policy/testing/make-rule.ts';
import { isRefusal } from '../server/src/domain/refusals.ts';
import { place } from '../server/src/jobs/sealer.ts';
import { bootstrap } from '../server/src/operations/bootstrap.ts';
import { collectChanges } from '../server/src/operations/changes.ts';
import { createPipeline } from '../server/src/operations/execute.ts';
import simulatePolicy from '../server/src/operations/policy/simulate.ts';
import { commit } from '../server/src/store/commit.ts';
import { type Database, openDatabase } from '../server/src/store/database.ts';
import { completeIndex } from '../server/src/store/ledger-index.ts';
import { migrate } from '../server/src/store/migrate.ts';
import { type Bearer, findParticipant } from '../server/src/store/people.ts';

/**
 * How long a draft of rules takes to be replayed against 100,000 recorded decisions, and how long the event loop was kept
 * from others meanwhile: `node_modules/.bin/node bench/simulate.ts`. The facts are those of 5,000 items, written as commands
 * write them; the index of the ledger is filled first, as the server does in quiet moments.
 */
const ITEMS = 5_000;
const DECISIONS = 100_000;
const acts = ['item.comment', 'item.update', 'item.assign', 'run.report'];

async function main(): Promise<void> {
  const { connection, stop } = await launchTestServer();
  const database = openDatabase(connection);
  try {
    await migrate(connection);
    const { workspace } = await bootstrap(database, { now: Date.now, ids: { next: uuidv7 } });
    const operator = await database.within(workspace, (one) => findParticipant(one, 'Operator'));
    if (!operator) throw new Error('There is no operator.');
    const bearer: Bearer = { ...operator, token: '', purpose: 'token', expiresAt: null };
    await write(database, workspace, bearer);
    await measure(database, workspace, bearer);
  } finally {
    await database.close();
    await stop();
  }
}

/** Writes the facts of items and of what was done with them, a thousand at a time. */
async function write(database: Database, workspace: string, actor: Bearer): Promise<void> {
  const items = Array.from({ length: ITEMS }, (_, i) => ({ id: uuidv7(), key: `GEN-${i + 1}`, team: workspace }));
  const agent: Bearer = { ...actor, id: uuidv7(), kind: 'agent', sponsor: actor.id };
  const contract = draft({ title: 'Renew the certificate', owner: actor.id, outcome: 'It is valid. '.repeat(20) });
  for (let from = 0; from < DECISIONS; from += 1_000) {
    await database.within(workspace, async (connection) => {
      const entries = Array.from({ length: 1_000 }, (_, n) => {
        const i = from + n;
        const item = items[i % ITEMS];
        const act = i < ITEMS ? 'item.create' : (acts[i % acts.length] ?? '');
        const changes = collectChanges({ workspace, actor: agent, now: Date.now(), ids: { next: uuidv7 }, act });
        const data = i < ITEMS ? { ...item, contract, type: 'task' } : { text: 'It goes on as planned. '.repeat(10) };
        changes.fact({ type: i < ITEMS ? 'item.created' : 'item.commented', data }, { item: item ?? null });
        return changes.collected().entries;
      });
      await commit(connection, [], entries.flat());
    });
  }
  await place(database, workspace);
  await database.within(workspace, completeIndex);
}

async function measure(database: Database, workspace: string, bearer: Bearer): Promise<void> {
  const server = { publicUrl: 'http://127.0.0.1', version: 'bench' };
  const execute = createPipeline({ database, server, now: Date.now, ids: { next: uuidv7 }, committed: () => {} });
  const rules = Array.from({ length: 50 }, (_, i) => {
    const when = { action: acts[i % acts.length], actorKind: 'agent' as const, risk: 'medium' as const, amount: i };
    return makeRule(`rule-${i}`, when, i % 2 === 0 ? 'forbid' : { approve: { by: ['owner'], count: 1 } });
  });
  for (let round = 0; round < 3; round += 1) {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const began = performance.now();
    const outcome = await execute({ operation: simulatePolicy, workspace, bearer, input: { rules, days: 1 } });
    const seconds = (performance.now() - began) / 1000;
    delay.disable();
    if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
    const { decisions } = outcome.body as { decisions: { seen: number; would: object } };
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    console.log(
      `${decisions.seen} decisions in ${seconds.toFixed(2)} s, the event loop waited at most ${(delay.max / 1e6).toFixed(0)} ms ` +
        `(99 %: ${(delay.percentile(99) / 1e6).toFixed(0)} ms), ${memory} MB; ${JSON.stringify(decisions.would)}`,
    );
  }
}

await main();
