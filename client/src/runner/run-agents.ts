import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Env } from '../cli/find-server.ts';
import { createAlerts } from './alerts.ts';
import type { Desk } from './desk.ts';
import { followNews } from './follow-news.ts';
import { type Agent, type Caller, openAgent } from './open-agent.ts';
import { runSlot } from './run-slot.ts';
import type { RunnerSettings } from './settings.ts';
import { type Watchdog, startWatchdog } from './watchdog.ts';

export type RunnerOptions = {
  caller: Caller;
  settings: RunnerSettings;
  env: Env;
  signal: AbortSignal;
  say: (text: string) => void;
};

/** Does the work of one agent or several until the signal ends it, then ends what runs and leaves nothing behind. */
export async function runAgents({ caller, settings, env, signal, say }: RunnerOptions): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'coact-runner-'));
  const { place, grace } = settings;
  const repository = place.kind === 'worktree' ? place.repository : undefined;
  const watchdog = startWatchdog({ root, grace, repository });
  const stop = new AbortController();
  const stopping = AbortSignal.any([signal, stop.signal]);
  const agents: Agent[] = [];
  try {
    const names = settings.agents.length > 0 ? settings.agents : [undefined];
    for (const name of names) agents.push(await openAgent(caller, { name, patience: settings.lease * 1_000 }));
    const desks = agents.map((agent) => openDesk({ agent, settings, env, root, watchdog, stopping, say }));
    await workAll(desks, stop);
  } finally {
    for (const agent of agents) await agent.close();
    await watchdog.dismiss();
    await rm(root, { recursive: true, force: true });
  }
}

/** One that cannot go on ends all, so that whoever watches the runner learns of it. */
async function workAll(desks: readonly Desk[], stop: AbortController): Promise<void> {
  const news = desks.map((desk) => followNews(desk));
  const slots = desks.flatMap((desk) => Array.from({ length: desk.settings.parallel }, () => runSlot(desk)));
  const ended = await Promise.allSettled(
    slots.map((slot) =>
      slot.catch((error: unknown) => {
        stop.abort();
        throw error;
      }),
    ),
  );
  stop.abort();
  await Promise.all(news);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

type Opening = Pick<Desk, 'agent' | 'settings' | 'env' | 'root' | 'stopping' | 'say'> & { watchdog: Watchdog };

function openDesk({ agent, say, ...shared }: Opening): Desk {
  let last = '';
  const saying = (text: string) => {
    last = text;
    say(`${agent.name}: ${text}`);
  };
  say(`${agent.name}: waiting for work at ${agent.client.url}`);
  return {
    ...shared,
    agent,
    alerts: createAlerts(),
    beats: new Map(),
    say: saying,
    sayOnce: (text) => void (text !== last && saying(text)),
  };
}
