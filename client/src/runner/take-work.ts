import { randomUUID } from 'node:crypto';
import { isTransient } from '../coact-error.ts';
import { type Claim, CoactError } from '../index.ts';
import type { Desk } from './desk.ts';

/** Refusals that no waiting mends: the runner has to be started otherwise. */
const hopeless = ['unauthenticated', 'unknown_reference', 'invalid_input', 'not_your_team', 'out_of_scope_token'];

/** By which key the next claim is sent: the same again until it is answered, so that an answer that got lost is not a claim that nobody knows of. */
export type Asking = { key: string };

/** Work that came back from review first, then the next that is ready; null when there is none now. */
export async function takeWork(desk: Desk, asking: Asking): Promise<Claim | null> {
  const { agent, settings } = desk;
  const { lease, team } = settings;
  try {
    const returned = await takeReturned(desk);
    if (returned) return returned;
    const wanted = { lease, ...(team !== undefined && { team }) };
    const claim = await agent.seeker.work.claim(wanted, { idempotencyKey: asking.key, timeout: 30_000 });
    asking.key = randomUUID();
    return claim;
  } catch (error) {
    if (!(error instanceof CoactError) || hopeless.includes(error.code)) throw error;
    if (!isTransient(error.status)) asking.key = randomUUID();
    desk.sayOnce(error.message);
    return null;
  }
}

/** The server lets one take it up, and only once. */
async function takeReturned({ agent, beats, settings: { lease, team } }: Desk): Promise<Claim | null> {
  const { items } = await agent.seeker.run.list({ executor: agent.id, live: true, limit: 200 });
  for (const { item, itemKey, origin } of items) {
    if (origin !== 'return' || beats.has(item) || (team !== undefined && !itemKey.startsWith(`${team}-`))) continue;
    try {
      return await agent.seeker.work.claim({ item, lease });
    } catch (error) {
      if (!(error instanceof CoactError) || error.status === 0) throw error;
    }
  }
  return null;
}
