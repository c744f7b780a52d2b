import type pg from 'pg';
import { type Owner, contract } from './fill.ts';
import { type Target, marks } from './workloads.ts';

/** Items made for one round to use up, and taken away after it, so that the backlog keeps its size. */

export type Fuel = { workspace: Owner['workspace']; operator: string; team: string; agents: readonly string[] };

let made = 0;

/** Ready items that come before all others in the queue. */
export async function makeClaimable(admin: pg.Client, fuel: Fuel, count: number): Promise<void> {
  await insertItems(admin, fuel, { count, state: 'ready', run: 'null', executor: 'null' });
  await admin.query('analyze items');
}

/** Items that the agents are at work on, in turn; gives their runs. */
export async function makeRuns(admin: pg.Client, fuel: Fuel, count: number): Promise<Target[]> {
  const executor = `(array['${fuel.agents.join(`','`)}']::uuid[])[1 + n % ${fuel.agents.length}]`;
  await insertItems(admin, fuel, { count, state: 'active', run: 'run', executor });
  await admin.query(`insert into runs (workspace, id, item, executor, fence, version, origin, started_at, lease_ms, lease_expires_at, seen_revision, usage)
    select '${fuel.workspace}', run, id, ${executor}, ${marks.fence}, ${marks.runVersion}, 'claim', now(), 86400000, now() + interval '1 day', 1,
      '{"cost": 0, "tokens": 0, "minutes": 0}' from fuel order by n`);
  await admin.query('analyze items, runs');
  const { rows } = await admin.query<{ id: string; agent: number }>(
    `select run as id, (n % ${fuel.agents.length})::int as agent from fuel order by n`,
  );
  return rows;
}

/** `run` and `executor` are SQL over the temporary table `fuel`, which keeps the ids until they are removed. */
async function insertItems(
  admin: pg.Client,
  { workspace, operator, team }: Fuel,
  { count, state, run, executor }: { count: number; state: string; run: string; executor: string },
): Promise<void> {
  await removeFuel(admin, workspace);
  await admin.query('create temp table fuel (n bigint primary key, id uuid not null unique, run uuid not null)');
  await admin.query(`insert into fuel select ${made} + n, uuidv7(), uuidv7() from generate_series(1, ${count}) n`);
  made += count;
  await admin.query(`insert into items (workspace, id, key, team, parent, state, version, revision, title, type, owner, assignee, priority,
      risk, skills, labels, start_at, due_at, created_by, created_at, updated_at, ready_at, ended_at, fence, run, executor, delivery,
      attempts, failed_by, open_blockers, open_children, blocking_requests)
    select '${workspace}', id, 'FUEL-' || n, '${team}', null, '${state}', ${marks.itemVersion}, 1, 'Renew a certificate',
      'task', '${operator}', null, 0, 'medium', '{}', '{}', null, null, '${operator}', now(), now(), now(), null, ${marks.fence}, ${run},
      ${executor}, null, 0, '{}', 0, 0, 0 from fuel order by n`);
  await admin.query(`insert into contracts (workspace, item, revision, body)
    select '${workspace}', id, 1, ${contract(`'Renew a certificate'::text`, `'Customers keep a valid connection.'::text`, '0', operator)} from fuel order by n`);
}

/** Takes away what was made, and what the round made of it; the ledger keeps its events. */
export async function removeFuel(admin: pg.Client, workspace: string): Promise<void> {
  const { rows } = await admin.query(`select from pg_class where relname = 'fuel' and relpersistence = 't'`);
  if (rows.length === 0) return;
  await admin.query('analyze fuel');
  for (const table of ['requests', 'evidence', 'runs', 'contracts']) {
    await admin.query(`delete from ${table} t using fuel f where t.workspace = '${workspace}' and t.item = f.id`);
  }
  await admin.query(`delete from items i using fuel f where i.workspace = '${workspace}' and i.id = f.id`);
  await admin.query('drop table fuel');
  await admin.query('vacuum items, runs, contracts, requests, evidence');
}
