/**
 * What a tool call costs the server beside the same operation over REST, as CPU time in one run:
 * `node_modules/.bin/node bench/mcp.ts`. The goal: at most 1.5 times REST plus what the protocol's library costs by itself.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createCleanup } from './cleanup.ts';
import { cpuOf } from './processes.ts';
import { makeDataDir, startServer } from './server-process.ts';

const CALLS = 2_000;
const CLIENTS = 4;
const ROUNDS = 5;

type Door = { pid: number; send: () => Promise<Response> };

/** Microseconds of the server's CPU for each call, in one round. */
async function measure({ pid, send }: Door): Promise<number> {
  const before = cpuOf(pid);
  const client = async () => {
    for (let i = 0; i < CALLS / CLIENTS; i += 1) {
      const response = await send();
      const text = await response.text();
      if (!response.ok || text.includes('"isError":true')) throw new Error(`${response.status}: ${text.slice(0, 500)}`);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return (cpuOf(pid) - before) / CALLS;
}

const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

function callTool(url: string, { token, name, input }: { token: string; name: string; input: unknown }) {
  const params = { name, arguments: input };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
  const headers = { ...json, authorization: `Bearer ${token}`, 'mcp-protocol-version': '2025-11-25' };
  return () => fetch(`${url}/mcp`, { method: 'POST', body, headers });
}

async function startFloor(): Promise<{ child: ChildProcess; url: string }> {
  const file = new URL('mcp-floor.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout, 'data');
  return { child, url: `http://127.0.0.1:${String(port).trim()}` };
}

const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

async function run(cleanup: ReturnType<typeof createCleanup>): Promise<void> {
  const dataDir = await makeDataDir();
  cleanup.add(dataDir.remove);
  const server = await startServer({ dataDir: dataDir.path, profileDir: null });
  cleanup.add(server.stop);
  const floor = await startFloor();
  cleanup.add(async () => void floor.child.kill());

  const headers = { ...json, authorization: `Bearer ${server.token}` };
  const made = await fetch(`${server.url}/v1/items`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ title: 'Measure' }),
  });
  const item = (await made.json()) as { id: string; key: string };
  const work = {
    get: {
      rest: () => fetch(`${server.url}/v1/items/${item.key}`, { headers }),
      tool: { name: 'item_get', input: { id: item.key } },
      floor: item,
    },
    comment: {
      rest: () =>
        fetch(`${server.url}/v1/items/${item.key}/comments`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ text: 'It goes on.' }),
        }),
      tool: { name: 'item_comment', input: { id: item.key, text: 'It goes on.' } },
      floor: { text: 'It goes on.' },
    },
  };
  console.log('| operation | REST µs | MCP µs | library alone µs | MCP to REST + library | target |');
  console.log('| --- | ---: | ---: | ---: | ---: | --- |');
  for (const [name, { rest, tool, floor: given }] of Object.entries(work)) {
    const doors: Door[] = [
      { pid: server.pid, send: rest },
      { pid: server.pid, send: callTool(server.url, { token: server.token, ...tool }) },
      { pid: floor.child.pid ?? 0, send: callTool(floor.url, { token: '', name: 'echo', input: given }) },
    ];
    for (const door of doors) await measure(door);
    const rounds: number[][] = [[], [], []];
    for (let i = 0; i < ROUNDS; i += 1) for (const [k, door] of doors.entries()) rounds[k]?.push(await measure(door));
    const [byRest = 0, byTool = 0, alone = 0] = rounds.map(median);
    const ratio = byTool / (byRest + alone);
    const cells = [
      name,
      byRest.toFixed(0),
      byTool.toFixed(0),
      alone.toFixed(0),
      ratio.toFixed(2),
      ratio <= 1.5 ? 'met' : 'not met',
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

const cleanup = createCleanup();
try {
  await run(cleanup);
} finally {
  await cleanup.all();
}
