import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

/** How long the page may be ahead of the server: it shows an act at once and sends it then. */
const PATIENCE_MS = 4_000;

/** Compares what is asked with what it shall become. Throws the last difference when it never does. */
export async function eventually<Answer>(ask: () => Promise<Answer>, expected: Answer): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    try {
      return assert.deepEqual(answer, expected);
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(50);
    }
  }
}
