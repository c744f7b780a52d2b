import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerContext } from '@modelcontextprotocol/server';
import { isRefusal } from '../../domain/refusals.ts';
import type { Operation } from '../../operations/define.ts';
import type { Outcome } from '../../operations/execute.ts';

/** How long a call stays open for what is not there yet: well within the minute after which clients usually give up. */
const PATIENCE_MS = 20_000;
/** How often it is looked whether it is there. */
const LOOK_MS = 1_000;
/** How often the client hears that it still waits. */
const TELL_MS = 5_000;

/** What a client that follows the progress of a call is told with, and when it has gone. */
export type Follower = { tell: (seconds: number, message: string) => Promise<void>; gone: AbortSignal };

/** Null where the client does not follow. */
export function followerOf(
  meta: { progressToken?: string | number | undefined } | undefined,
  { mcpReq }: ServerContext,
): Follower | null {
  const progressToken = meta?.progressToken;
  if (progressToken === undefined) return null;
  return {
    gone: mcpReq.signal,
    tell: (progress, message) =>
      mcpReq.notify({
        method: 'notifications/progress',
        params: { progressToken, progress, total: PATIENCE_MS / 1_000, message },
      }),
  };
}

export type Waiting = {
  operation: Operation;
  /** Runs the call again. */
  again: () => Promise<Outcome>;
  readRequest: (id: string) => Promise<Outcome>;
  follower: Follower;
};

/**
 * Stays with a call whose answer is not there yet: nothing to claim, an act that is held, a question that stops the work. Whoever
 * follows its progress hears what is waited for, and gets what came of it in the same call; after a while, what there is.
 */
export async function waitForAnswer(first: Outcome, waiting: Waiting): Promise<Outcome> {
  const awaited = awaits(first, waiting);
  if (!awaited) return first;
  const { gone, tell } = waiting.follower;
  let latest = first;
  for (let ms = 0; ms < PATIENCE_MS && awaited.isOpen(latest); ms += LOOK_MS) {
    if (ms % TELL_MS === 0) await tell(ms / 1_000, awaited.words);
    await sleep(LOOK_MS, null, { signal: gone }).catch(() => null);
    // Nothing is claimed for a client that has gone.
    if (gone.aborted) return latest;
    latest = await awaited.look();
  }
  return latest;
}

type Awaited = { words: string; look: () => Promise<Outcome>; isOpen: (outcome: Outcome) => boolean };
type Asked = { id: string; state: string; blocking: boolean; kind: string };

function awaits(first: Outcome, { operation: { name }, again, readRequest }: Waiting): Awaited | null {
  if (isRefusal(first)) return null;
  const { body } = first;
  if (name === 'work.claim' && body === null)
    return {
      words: 'There is nothing to claim yet.',
      look: again,
      isOpen: (now) => !isRefusal(now) && now.body === null,
    };
  if (typeof body !== 'object' || body === null) return null;
  const held = 'held' in body && 'request' in body ? (body.request as Asked) : null;
  if (held)
    return {
      words: 'It waits for approval.',
      look: async () => {
        const read = await readRequest(held.id);
        return isRefusal(read) ? first : { ...first, body: { held: true, request: read.body } };
      },
      isOpen: (now) => !isRefusal(now) && (now.body as { request: Asked }).request.state === 'open',
    };
  const asked = body as Asked;
  if (name !== 'request.create' || asked.kind !== 'question' || !asked.blocking) return null;
  return {
    words: 'It waits for an answer.',
    look: async () => {
      const read = await readRequest(asked.id);
      return isRefusal(read) ? first : { ...first, body: read.body };
    },
    isOpen: (now) => !isRefusal(now) && (now.body as Asked).state === 'open',
  };
}
