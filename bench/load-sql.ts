import { Client } from 'pg';
import { runClients } from './clients.ts';
import { type Place, record } from './record.ts';
import { type Replay, prepareReplay, replayOnce } from './replay.ts';
import { type Round, type Target, type WorkloadName, workloads } from './workloads.ts';
import { answerWith } from './worker.ts';

export type SqlLoad = {
  workload: WorkloadName;
  /** As many connections; one statement each is on its way at a time. */
  clients: number;
  ms: number;
  targets: Target[];
  place: Place;
  workspace: string;
  /** Ids of participants. */
  operator: string;
  agents: string[];
};

const replays = new Map<WorkloadName, Replay>();
/** Of one workload and number of clients; kept from round to round, so that statements stay prepared as in the server's pool. */
let kept: { key: string; clients: Client[] } = { key: '', clients: [] };

/** A connection that was set up just as those of the server's pool are. */
async function connect(place: Place, { setup }: Replay): Promise<Client> {
  const client = new Client({ ...place, pipeline: true });
  await client.connect();
  for (const { text, values } of setup) await client.query(text, values);
  return client;
}

/** One round of a workload's own SQL. The first time the operation is run once and listened to. */
async function load(ask: SqlLoad): Promise<Round> {
  const workload = workloads[ask.workload];
  const actorOf = (agent: number) =>
    workload.caller === 'operator' ? ask.operator : (ask.agents[agent % ask.agents.length] ?? '');
  const targets = [...ask.targets];
  let replay = replays.get(ask.workload);
  if (!replay) {
    const sample = targets.shift() ?? { id: '', agent: 0 };
    const actor = actorOf(sample.agent);
    const recording = await record(ask, { operation: workload.operation, actor, input: workload.input(sample) });
    replay = prepareReplay(recording, { target: sample.id, actor });
    replays.set(ask.workload, replay);
    // Targets that are used over and over stay as many as divide by the clients.
    if (workload.wants !== 'fresh runs' && sample.id) targets.unshift(sample);
  }
  return runReplay(ask, replay, targets, actorOf);
}

async function connectAll({ workload, clients: count, place }: SqlLoad, replay: Replay): Promise<Client[]> {
  const key = `${workload} ${count}`;
  if (kept.key !== key) {
    for (const client of kept.clients) await client.end();
    kept = { key, clients: await Promise.all(Array.from({ length: count }, () => connect(place, replay))) };
  }
  return kept.clients;
}

async function runReplay(
  ask: SqlLoad,
  replay: Replay,
  targets: Target[],
  actorOf: (agent: number) => string,
): Promise<Round> {
  const once = workloads[ask.workload].wants === 'fresh runs';
  const clients = await connectAll(ask, replay);
  return runClients(ask, async (number, turn) => {
    const nth = number + turn * ask.clients;
    if (once && nth >= targets.length) return 'exhausted';
    const target = targets[nth % targets.length] ?? { id: '', agent: number };
    const client = clients[number];
    if (!client) throw new Error(`Connection ${number} is missing.`);
    return replayOnce(replay, client, { target: target.id, actor: actorOf(target.agent) });
  });
}

answerWith(load);
