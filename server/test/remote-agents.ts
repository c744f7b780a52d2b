import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after } from 'node:test';
import { type Json, type callerOf, until } from './a2a-world.ts';

const agentFile = join(import.meta.dirname, 'moody-agent.ts');

export const freePort = () =>
  new Promise<number>((resolve) => {
    const one = createServer().listen(0, '127.0.0.1', () => {
      const { port } = one.address() as AddressInfo;
      one.close(() => resolve(port));
    });
  });

export type Asked = { method: string; at: number; message?: string };

/** Starts an agent that misbehaves where its work says so; it can be killed and started again. */
export async function moodyAgent(dir: string, stepMs = 1_500) {
  const port = await freePort();
  let child: ChildProcess;
  const earlier: Asked[] = [];
  const log = async () => (await (await fetch(`http://127.0.0.1:${port}/log`)).json()) as Asked[];
  const start = async () => {
    const env = { PATH: process.env['PATH'] ?? '', STEP_MS: String(stepMs) };
    const args = [agentFile, String(port), join(dir, `agent-${port}.json`)];
    child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout?.once('data', resolve));
  };
  await start();
  after(() => child.kill('SIGKILL'));
  return {
    port,
    /** What it was asked for, before it was killed as well. */
    asked: async () => [...earlier, ...(await log())],
    async restart(pauseMs = 500) {
      earlier.push(...(await log()));
      child.kill('SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      await start();
    },
  };
}

/** What a test does with work for agents elsewhere. */
export function remoteActs(call: ReturnType<typeof callerOf>) {
  const stateOf = async (id: string) => String((await call(`/v1/items/${id}`))['state']);
  const listed = async <Row>(path: string) => ((await call(path)) as unknown as { items: Row[] }).items;
  const requests = (id: string, kind: string) =>
    listed<Json & { body: { text: string } }>(`/v1/requests?item=${id}&kind=${kind}&state=open`);
  return {
    stateOf,
    requests,
    /** A participant that is the agent at a port. */
    remote: async (name: string, port: number): Promise<string> => {
      const { id } = await call('/v1/participants', { kind: 'agent', name, teams: ['GEN'] });
      const url = `http://127.0.0.1:${port}/.well-known/agent-card.json`;
      await call(`/v1/participants/${id}/remote`, { url }, { method: 'PUT' });
      return id;
    },
    /** Work that is ready, assigned to somebody. */
    assigned: async (assignee: string, title: string): Promise<string> => {
      const criteria = [{ text: 'It is written.', check: 'Read it.' }];
      const { id } = await call('/v1/items', { title, outcome: 'A page.', criteria, priority: 1, assignee });
      await call(`/v1/items/${id}/commit`, {});
      return id;
    },
    inReview: (id: string) => until(async () => (await stateOf(id)) === 'review', 60_000),
    types: async (id: string) =>
      (await listed<{ type: string }>(`/v1/items/${id}/history?limit=200`)).map(({ type }) => type),
    activity: async (id: string) =>
      ((await call(`/v1/items/${id}`)) as unknown as { run: { activity: string } | null }).run?.activity ?? '',
    runs: (id: string) => listed<Json>(`/v1/runs?item=${id}`),
  };
}
