import { setTimeout as sleep } from 'node:timers/promises';
import { LEAD_IN_MS } from './clients.ts';
import { beginnings, words } from './fill.ts';
import { makeClaimable, makeRuns, removeFuel } from './fuel.ts';
import type { HttpLoad } from './load-http.ts';
import type { SqlLoad } from './load-sql.ts';
import { cpuOf, cpuOfFamily } from './processes.ts';
import type { Setting } from './setting.ts';
import { type Worker, startWorker } from './worker.ts';
import { type Round, TARGETS, type Target, type WorkloadName, workloads } from './workloads.ts';

export type Measurement = {
  workload: WorkloadName;
  items: number;
  clients: number;
  /** Operations per second. */
  http: number;
  sql: number;
  /** The median of the rounds' ratios of HTTP to SQL, and their spread. */
  ratio: number;
  ratios: number[];
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** The same of the SQL alone: what the machine gives at this hour. */
  sqlP99: number;
  /** Microseconds of CPU for each operation over HTTP: of the server, of PostgreSQL, of the load generator. */
  serverMicros: number;
  postgresMicros: number;
  generatorMicros: number;
  /** Microseconds of CPU for each operation by SQL alone: of PostgreSQL and of the load generator. */
  sqlPostgresMicros: number;
  sqlGeneratorMicros: number;
  /** The CPU of the SQL's side for each operation to that of HTTP's: what the ratio comes to on cores that nobody else uses. */
  cpuRatio: number;
};

export type Sides = { http: Worker<HttpLoad, Round>; sql: Worker<SqlLoad, Round> };
export const startSides = (): Sides => ({
  http: startWorker(new URL('load-http.ts', import.meta.url)),
  sql: startWorker(new URL('load-sql.ts', import.meta.url)),
});
export const endSides = ({ http, sql }: Sides) => Promise.all([http.end(), sql.end()]);

/** The engine is at its best with about as many. */
const MOST_CONNECTIONS = 16;
/** More than either side gets through in a second, so that a round seldom ends early. */
const fuelFor = (clients: number, ms: number) =>
  Math.ceil((Math.min(9_000, 2_500 * clients) * (LEAD_IN_MS + ms)) / 1000) + 200;
const WARM_UP_MS = 300;

type Job = { workload: WorkloadName; items: number; clients: number; rounds: number; roundMs: number };
type Measured = Round & { serverMicros: number; postgresMicros: number };

/** Measures one operation: short rounds over HTTP and by SQL in turn, so that the noise of the machine hits both. */
export async function measure(setting: Setting, sides: Sides, job: Job): Promise<Measurement> {
  const { workload, clients, rounds, roundMs } = job;
  const sources = { setting, workload, clients, items: job.items };
  const { agents, agentTokens, operator, workspace, place, host, port, server } = setting;
  const send = {
    http: (ms: number, targets: Target[]) =>
      sides.http.ask({ workload, clients, ms, targets, host, port, operator: server.token, agents: agentTokens }),
    sql: (ms: number, targets: Target[]) =>
      sides.sql.ask({
        workload,
        clients: Math.min(clients, MOST_CONNECTIONS),
        ms,
        targets,
        place,
        workspace,
        operator,
        agents,
      }),
  };
  const run = async (side: keyof typeof send, ms: number): Promise<Measured> => {
    const targets = await targetsFor(sources, ms);
    await settle(setting);
    const before = [cpuOf(server.pid), cpuOfFamily(server.postmaster)] as const;
    const round = await send[side](ms, targets);
    return {
      ...round,
      serverMicros: cpuOf(server.pid) - before[0],
      postgresMicros: cpuOfFamily(server.postmaster) - before[1],
    };
  };
  // What autovacuum would get to within a minute, so that no workload meets it, nor what the one before has left.
  await setting.admin.query('vacuum analyze');
  await run('http', WARM_UP_MS);
  await run('sql', WARM_UP_MS);
  const http: Measured[] = [];
  const sql: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    http.push(await run('http', roundMs));
    sql.push(await run('sql', roundMs));
  }
  await removeFuel(setting.admin, workspace);
  return summarise(job, http, sql);
}

async function targetsFor(
  { setting, workload, clients, items }: { setting: Setting; workload: WorkloadName; clients: number; items: number },
  ms: number,
): Promise<Target[]> {
  const { admin, workspace } = setting;
  switch (workloads[workload].wants) {
    case 'nothing':
      return [];
    case 'words':
      return words.map((id, i) => ({ id, agent: i }));
    case 'beginnings':
      return beginnings.map((id, i) => ({ id, agent: i }));
    case 'items': {
      const keys = Array.from({ length: TARGETS }, (_, i) => `GEN-${1 + (Math.imul(i, 7_919) % items)}`);
      const { rows } = await admin.query<{ id: string }>(
        'select id from items where workspace = $1 and key = any($2)',
        [workspace, keys],
      );
      return rows.map(({ id }, i) => ({ id, agent: i }));
    }
    case 'runs':
      return makeRuns(admin, setting, TARGETS);
    case 'fresh runs':
      return makeRuns(admin, setting, fuelFor(clients, ms));
    case 'claimable':
      await makeClaimable(admin, setting, fuelFor(clients, ms));
      return [];
    default:
      throw new Error(`${workload} wants something unknown. Mend bench/measure.ts.`);
  }
}

/** Waits until what a round left behind (the ledger's places and seals, a checkpoint) is done. */
async function settle({ server }: Setting): Promise<void> {
  const used = () => cpuOf(server.pid) + cpuOfFamily(server.postmaster);
  for (let tries = 0, calm = 0; tries < 50 && calm < 2; tries += 1) {
    const before = used();
    await sleep(100);
    calm = used() - before <= 20_000 ? calm + 1 : 0;
  }
}

const perSecond = ({ count, elapsedMs }: Round) => (count / elapsedMs) * 1000;
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);

function median(all: readonly number[]): number {
  const sorted = all.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[sorted.length / 2 - 1] ?? 0)) / 2;
}

/** The value that `share` of the sorted values are not above. */
export const percentile = (sorted: Float64Array, share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const latenciesOf = (rounds: Measured[]) => Float64Array.from(rounds.flatMap((round) => [...round.latencies])).sort();

function summarise({ workload, items, clients }: Job, http: Measured[], sql: Measured[]): Measurement {
  const ratios = http.map((round, i) => perSecond(round) / (sql[i] ? perSecond(sql[i]) : Number.NaN));
  const latencies = latenciesOf(http);
  const each = (rounds: Measured[], of: 'serverMicros' | 'postgresMicros' | 'cpuMicros') =>
    sum(rounds.map((round) => round[of])) / Math.max(1, sum(rounds.map(({ calls }) => calls)));
  const micros = {
    serverMicros: each(http, 'serverMicros'),
    postgresMicros: each(http, 'postgresMicros'),
    generatorMicros: each(http, 'cpuMicros'),
    sqlPostgresMicros: each(sql, 'postgresMicros'),
    sqlGeneratorMicros: each(sql, 'cpuMicros'),
  };
  const bySql = micros.sqlPostgresMicros + micros.sqlGeneratorMicros;
  const byHttp = micros.serverMicros + micros.postgresMicros + micros.generatorMicros;
  return {
    workload,
    items,
    clients,
    http: median(http.map(perSecond)),
    sql: median(sql.map(perSecond)),
    ratio: median(ratios),
    ratios,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    sqlP99: percentile(latenciesOf(sql), 0.99),
    ...micros,
    cpuRatio: bySql / byHttp,
  };
}
