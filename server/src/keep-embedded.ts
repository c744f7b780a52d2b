import { setTimeout as sleep } from 'node:timers/promises';
import { type Embedded, launchEmbedded } from './store/embedded/launch.ts';

export type KeptEmbedded = { connection: Embedded['connection']; stop(): Promise<void> };
export type KeepOptions = {
  dataDir: string;
  log: (message: string) => void;
  /** Told when the database cannot be brought back: the process has no reason to go on. */
  givenUp: (error: unknown) => void;
};

/** Starts the embedded database and starts it again whenever it dies; commands meanwhile are told to come back. */
export async function keepEmbedded({ dataDir, log, givenUp }: KeepOptions): Promise<KeptEmbedded> {
  let current = await launchEmbedded({ dataDir, log });
  const { connection } = current;
  let stopping = false;

  const watch = async () => {
    for (;;) {
      await current.lost;
      if (stopping) return;
      log('the database ended unasked; starting it again');
      current = await relaunch();
    }
  };
  const relaunch = async () => {
    let last: unknown;
    for (let tries = 0; tries < 5; tries += 1) {
      try {
        return await launchEmbedded({ dataDir, log });
      } catch (error) {
        last = error;
        await sleep(200 * 2 ** tries);
      }
    }
    throw last;
  };
  void watch().catch(givenUp);
  return {
    connection,
    async stop() {
      stopping = true;
      await current.stop();
    },
  };
}
