import { isRefusal } from '../domain/refusals.ts';
import type { Execute } from '../operations/execute.ts';
import { operations } from '../operations/registry.ts';
import type { Connection, Database } from '../store/database.ts';
import { sweepAnswers } from '../store/idempotency.ts';
import { sweepOauth } from '../store/oauth.ts';
import { bearerOf, findSystem } from '../store/people.ts';
import { dueArtifacts, readRetention } from '../store/retention.ts';
import { sql } from '../store/sql.ts';
import { lookOften } from './look-often.ts';
import { seal } from './sealer.ts';

/** How often each job looks for work, in milliseconds. */
const every = {
  expireLeases: 1_000,
  endOverTime: 1_000,
  expireRequests: 2_000,
  seal: 1_000,
  erase: 600_000,
  sweep: 600_000,
};
/** How long a repeated command finds the answer of its key. */
const KEPT_MS = 24 * 3_600_000;
const BATCH = 200;

export type JobsOptions = {
  database: Database;
  execute: Execute;
  now: () => number;
  log: (message: string, error: unknown) => void;
};

type Job = (workspace: string) => Promise<void>;

/**
 * What happens by itself: leases and deadlines end, the ledger is sealed, old keys go. Jobs find what is due and call the
 * same operations as everybody, as Coact itself; an operation that finds nothing due any longer changes nothing, so several
 * servers may do this side by side.
 */
export function runJobs({ database, execute, now, log }: JobsOptions) {
  const callEach = async (
    workspace: string,
    name: string,
    due: (connection: Connection) => Promise<{ id: string }[]>,
  ) => {
    const { rows, system } = await database.within(workspace, async (connection) => ({
      rows: await due(connection),
      system: await findSystem(connection),
    }));
    const operation = operations.find((one) => one.name === name);
    if (!operation || !system)
      throw new Error(`${name} cannot run: the operation or Coact's own participant is missing`);
    const bearer = bearerOf(system);
    for (const { id } of rows) {
      const outcome = await execute({ operation, workspace, bearer, input: { id } });
      if (isRefusal(outcome)) log(`${name} was refused with ${outcome.refused}`, outcome);
    }
  };
  const jobs: Record<keyof typeof every, Job> = {
    expireLeases: (workspace) => callEach(workspace, 'run.expire', (connection) => overdueRuns(connection, now())),
    endOverTime: (workspace) => callEach(workspace, 'run.look', (connection) => runsOverTime(connection, now())),
    expireRequests: (workspace) =>
      callEach(workspace, 'request.expire', (connection) => overdueQuestions(connection, now())),
    erase: (workspace) => callEach(workspace, 'artifact.erase', (connection) => overdueArtifacts(connection, now())),
    seal: async (workspace) => void (await seal(database, workspace, now())),
    sweep: async (workspace) => {
      while ((await database.within(workspace, (connection) => sweepAnswers(connection, now() - KEPT_MS))) > 0);
      while ((await database.within(workspace, (connection) => sweepOauth(connection, now()))) > 0);
    },
  };
  const running = (Object.keys(every) as (keyof typeof every)[]).map((name) => {
    const trouble = `the job ${name} failed; it is tried again`;
    return lookOften({ database, every: every[name], look: jobs[name], log, trouble });
  });
  return { stop: async () => void (await Promise.all(running.map((one) => one.stop()))) };
}

/** What retention says shall be kept no longer. */
async function overdueArtifacts(connection: Connection, now: number): Promise<{ id: string }[]> {
  const { artifacts: days } = await readRetention(connection);
  if (days === null) return [];
  return dueArtifacts(connection, { endedBefore: new Date(now - days * 86_400_000).toISOString(), limit: BATCH });
}

const overdueRuns = ({ workspace, query }: Connection, now: number) =>
  query<{ id: string }>(sql`
    select id from runs where workspace = ${workspace} and ended_at is null and lease_expires_at <= ${new Date(now).toISOString()}
    order by lease_expires_at limit ${BATCH}`);

/** Questions and decisions that say what holds when nobody answers, and decisions that somebody above must hear of. */
const overdueQuestions = ({ workspace, query }: Connection, now: number) =>
  query<{ id: string }>(sql`
    select id from requests where workspace = ${workspace} and state = 'open' and due_at <= ${new Date(now).toISOString()}
      and ((kind = 'question' and body ? 'default') or (kind = 'decision'
        and (body -> 'onSilence' ? 'choose' or not coalesce(response -> 'escalated' = 'true', false))
        and not (to_role is not distinct from 'admin' and body ->> 'onSilence' = 'keep_asking')))
    order by due_at limit ${BATCH}`);

/** Runs whose budgets allow no more time than has passed. */
const runsOverTime = ({ workspace, query }: Connection, now: number) =>
  query<{ id: string }>(sql`
    select id from runs where workspace = ${workspace} and ended_at is null and time_over_at <= ${new Date(now).toISOString()}
    order by time_over_at limit ${BATCH}`);
