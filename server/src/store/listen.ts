import type pg from 'pg';
import type { Database } from './database.ts';

export type ListenOptions = {
  database: Database;
  channel: string;
  heard: (payload: string) => void;
  /** Told whenever listening begins or ends: what was said in between was not heard. */
  interrupted: () => void;
};

export type Listener = {
  /** Whether everything that is notified now will be heard. */
  listening: () => boolean;
  close: () => Promise<void>;
};

const SHORTEST_PAUSE = 50;
const LONGEST_PAUSE = 5_000;
/** How often the connection is asked for a sign of life, and how long it may take: a cut cable says nothing by itself. */
const PULSE = 5_000;

/**
 * Listens on a channel over a connection of its own, and again with back-off after every loss. Settles after the first
 * attempt, whether or not it succeeded. `channel` is a name of ours, never text from outside.
 */
export async function listen({ database, channel, heard, interrupted }: ListenOptions): Promise<Listener> {
  let current: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let pause = SHORTEST_PAUSE;
  let closed = false;

  async function open(): Promise<void> {
    const client = await database.dedicated();
    client.on('notification', ({ payload }) => heard(payload ?? ''));
    client.once('end', () => lose(client));
    client.once('error', () => lose(client));
    await client.query(`listen ${channel}`).catch(async (error: unknown) => {
      await client.end();
      throw error;
    });
    if (closed) return client.end();
    current = client;
    pause = SHORTEST_PAUSE;
    interrupted();
    later(() => pulse(client), PULSE);
  }

  function lose(client: pg.Client): void {
    if (current !== client) return;
    current = null;
    interrupted();
    client.end().catch(() => undefined);
    retry();
  }

  function retry(): void {
    if (closed) return;
    later(() => open().catch(retry), pause);
    pause = Math.min(LONGEST_PAUSE, pause * 2);
  }

  async function pulse(client: pg.Client): Promise<void> {
    const overdue = setTimeout(() => lose(client), PULSE).unref();
    await client.query('select 1').catch(() => lose(client));
    clearTimeout(overdue);
    if (current === client) later(() => pulse(client), PULSE);
  }

  function later(work: () => Promise<void>, ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void work(), ms).unref();
  }

  await open().catch(retry);
  return {
    listening: () => current !== null,
    async close() {
      closed = true;
      clearTimeout(timer);
      const client = current;
      current = null;
      interrupted();
      await client?.end();
    },
  };
}
