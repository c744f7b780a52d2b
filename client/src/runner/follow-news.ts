import type { Desk } from './desk.ts';

/**
 * Listens to the ledger so that a stop, an answer or new work is not waited for: whatever others do wakes who waits, and makes
 * the runs that it is about ask at once. Ends with the runner; without the feed everything still happens, only later.
 */
export async function followNews({ agent, alerts, beats, stopping }: Desk): Promise<void> {
  const ask = (item: string | undefined) => {
    for (const [key, beat] of beats) if (item === undefined || key === item) beat();
  };
  const signal = stopping;
  while (!stopping.aborted) {
    try {
      for await (const { actor, item, type } of agent.client.events({ signal, onDisconnect: () => alerts.ring() })) {
        if (actor.id === agent.id) continue;
        if (item) ask(item.id);
        else if (/^(stop|participant)\./.test(type)) ask(undefined);
        alerts.ring();
      }
    } catch {
      // Refused: who is paused may not even listen.
      ask(undefined);
      await alerts.next(5_000, stopping);
    }
  }
}
