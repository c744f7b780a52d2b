import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type ServerProcess = {
  pid: number;
  postmaster: number;
  url: string;
  token: string;
  /** From its spawn until it said where it is, in milliseconds. */
  startMs: number;
  stop: () => Promise<void>;
};

const main = new URL('../server/src/main.ts', import.meta.url).pathname;
const READY_MS = 60_000;

/** A data directory that is removed at the end. Its path is short, so that the socket lies in it. */
export async function makeDataDir() {
  const path = await mkdtemp(join(tmpdir(), 'coact-bench-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Starts the real server as a child process on its own embedded PostgreSQL. */
export async function startServer({
  dataDir,
  profileDir,
}: {
  dataDir: string;
  profileDir: string | null;
}): Promise<ServerProcess> {
  const flags = profileDir === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`];
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, COACT_DATA_DIR: dataDir, COACT_PORT: '0', COACT_LOG_LEVEL: 'warn' };
  const began = performance.now();
  const child = spawn(process.execPath, [...flags, main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  await ready(child);
  const startMs = performance.now() - began;
  const operator: { url: string; token: string } = JSON.parse(await readFile(join(dataDir, 'operator.json'), 'utf8'));
  const [postmaster] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  return {
    ...operator,
    pid: child.pid ?? 0,
    postmaster: Number(postmaster),
    startMs,
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
      await exited;
      clearTimeout(timer);
    },
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The server did not say that it is ready within ${READY_MS / 1000} s.`));
    }, READY_MS);
    child.once('exit', (code) =>
      reject(new Error(`The server ended with ${code} before it was ready; its words are above.`)),
    );
    child.stdout?.on('data', (text: Buffer) => {
      if (!text.toString().includes('Coact is at')) return;
      clearTimeout(timer);
      resolve();
    });
  });
}
