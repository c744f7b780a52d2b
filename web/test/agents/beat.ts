import { setTimeout as pause } from 'node:timers/promises';
import { type Client, connect } from 'coact';

/** One line for whoever started the agent. */
export const say = (text: string): void => console.log(text.replaceAll(/\s+/g, ' '));

/** As for every agent, the server and who we are come from the environment. */
export function connectFromEnvironment(): Client {
  const { COACT_URL: url, COACT_TOKEN: token } = process.env;
  if (!url || !token) throw new Error('Set COACT_URL and COACT_TOKEN.');
  return connect({ url, token });
}

const EVERY_MS = 150;
/** Then it gives up, so that no process is left behind. */
const PATIENCE_MS = 60_000;

/** Asks again and again until there is an answer. */
export async function until<Answer>(ask: () => Promise<Answer | null | undefined>, what: string): Promise<Answer> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    await pause(EVERY_MS);
  }
  throw new Error(`Waited in vain for ${what}.`);
}
