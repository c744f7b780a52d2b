import { runClients } from './clients.ts';
import { openConnection, requestBytes } from './http-connection.ts';
import { type Round, type Target, type WorkloadName, workloads } from './workloads.ts';
import { answerWith } from './worker.ts';

export type HttpLoad = {
  workload: WorkloadName;
  clients: number;
  ms: number;
  targets: Target[];
  host: string;
  port: number;
  operator: string;
  /** The agents' tokens. */
  agents: string[];
};

/** One round of a workload over HTTP. Any answer that is not a success fails it. */
async function load({ workload: name, clients, ms, targets, host, port, operator, agents }: HttpLoad): Promise<Round> {
  const workload = workloads[name];
  const once = workload.wants === 'fresh runs';
  const connections = await Promise.all(Array.from({ length: clients }, () => openConnection({ host, port })));
  try {
    return await runClients({ clients, ms }, async (client, turn) => {
      const nth = client + turn * clients;
      if (once && nth >= targets.length) return 'exhausted';
      const target = targets[nth % targets.length] ?? { id: '', agent: client };
      const token = workload.caller === 'operator' ? operator : (agents[target.agent % agents.length] ?? '');
      const request = requestBytes({ host, port, token }, workload.call(target));
      const answer = await connections[client]?.send(request);
      if (answer?.status === 204) return 'exhausted';
      if (answer && answer.status >= 200 && answer.status < 300) return 'done';
      throw new Error(`${name} was answered with ${answer?.status}: ${answer?.body.toString().slice(0, 2_000)}`);
    });
  } finally {
    for (const connection of connections) connection.close();
  }
}

answerWith(load);
