import { Client } from 'pg';
import { type Owner, type Share, fill, prepareFill } from './fill.ts';
import type { Place } from './record.ts';
import type { ServerProcess } from './server-process.ts';
import { AGENTS } from './workloads.ts';

/** A running server with its agents, and a way into its database. */
export type Setting = Owner & {
  server: ServerProcess;
  host: string;
  port: number;
  place: Place;
  admin: Client;
  /** Ids and tokens of the agents. */
  agents: string[];
  agentTokens: string[];
};

type Answer = { id: string; token: string; items: { id: string }[] };

/** Makes the agents through the API, as anybody would, and opens the database. */
export async function prepareSetting(server: ServerProcess, dataDir: string): Promise<Setting> {
  const { hostname: host, port } = new URL(server.url);
  const call = (path: string, body?: object) => callApi(server, path, body);
  const { id: operator } = await call('/v1/me');
  const team = (await call('/v1/teams')).items[0]?.id ?? '';
  const agents: string[] = [];
  const agentTokens: string[] = [];
  for (let i = 0; i < AGENTS; i += 1) {
    const agent = await call('/v1/participants', { kind: 'agent', name: `agent ${i}` });
    agents.push(agent.id);
    agentTokens.push((await call(`/v1/participants/${agent.id}/tokens`, { name: 'bench' })).token);
  }
  const place = { host: `${dataDir}/socket`, port: 5432, user: 'coact', database: 'coact' };
  const admin = new Client(place);
  // Told of the end of the database after a failure; the failure itself is what counts.
  admin.on('error', () => undefined);
  await admin.connect();
  const { rows } = await admin.query<{ id: string }>('select id from coact.workspaces');
  const owner = { workspace: rows[0]?.id ?? '', operator, team };
  await prepareFill(admin, owner);
  return { ...owner, server, host, port: Number(port), place, admin, agents, agentTokens };
}

async function callApi({ url, token }: ServerProcess, path: string, body?: object): Promise<Answer> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(url + path, {
    ...sent,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${text.slice(0, 1_000)}`);
  const answer: Answer = JSON.parse(text);
  return answer;
}

export const fillUp = (setting: Setting, from: number, to: number, kind: Share['kind'] = 'mixed') =>
  fill(setting.admin, setting, { from, to, kind });
