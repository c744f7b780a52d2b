import { CLOUD_EVENT_TYPE } from '../../domain/webhook/cloud-event.ts';
import { type Attempt, explainStatus, judgeAttempt, readRetryAfter } from '../../domain/webhook/attempt.ts';
import { PATIENCE_MS, nextAttempt } from '../../domain/webhook/retry.ts';
import { signedHeaders } from '../../domain/webhook/sign.ts';
import { OutsideError, fetchOutside } from '../../operations/outbound/fetch-outside.ts';
import { type Leased, endAttempt, holdLane, putBack } from '../../store/deliveries.ts';
import { type StoredWebhook, noteFailure, noteSuccess, secretsOf } from '../../store/webhooks.ts';
import { type ComposeOptions, compose } from './compose.ts';

/** Milliseconds that a receiver has for its whole answer. */
export const ANSWER_MS = 10_000;
/** Bytes of an answer that are read: what it says is not kept. */
const ANSWER_BYTES = 65_536;
/** The longest that a webhook which fails is left alone as a whole: then one delivery tries whether it is back. */
const LEFT_ALONE_MS = 60_000;
/** When something that may not be sent yet is looked at again. */
const LOOK_AGAIN_MS = 30_000;

export type DeliverOptions = ComposeOptions & { random: () => number; signal: AbortSignal };
export type Work = { workspace: string; webhook: StoredWebhook; delivery: Leased; leasedUntil: number };

/** What the webhook as a whole has to hear of: it is to be switched off. */
export type Verdict = 'gone' | 'failing' | null;

/** One attempt: made up, signed, sent and written down. */
export async function deliver(options: DeliverOptions, work: Work): Promise<Verdict> {
  const { database, now, signal } = options;
  const { workspace, webhook, delivery } = work;
  const composed = await compose(options, work);
  // Whoever was held up for so long may no longer be the one to send it.
  const isLate = now() > work.leasedUntil - ANSWER_MS;
  if (composed === 'never' || composed === 'later' || isLate || signal.aborted) {
    const at = now() + (composed === 'later' ? LOOK_AGAIN_MS : 0);
    const state = composed === 'never' ? 'skipped' : 'pending';
    await database.within(workspace, (connection) => putBack(connection, delivery, state, at));
    return null;
  }
  const at = now();
  const sent = await send(options, work, composed.body);
  if (sent === 'stopped') {
    await database.within(workspace, (connection) => putBack(connection, delivery, 'pending', now()));
    return null;
  }
  return conclude(options, { work, sent, at, webhook });
}

type Sent = Attempt & { retryAfter: string | null };

async function send(
  { server, now, signal }: DeliverOptions,
  { webhook, delivery }: Work,
  body: string,
): Promise<Sent | 'stopped'> {
  const headers = {
    'content-type': CLOUD_EVENT_TYPE,
    'user-agent': `Coact/${server.version}`,
    ...signedHeaders(secretsOf(webhook, now()), { id: delivery.id, at: now(), body }),
  };
  const outside = {
    privateHosts: server.privateHosts ?? [],
    loopback: true,
    timeout: ANSWER_MS,
    maxBytes: ANSWER_BYTES,
  };
  try {
    const { status, headers: told } = await fetchOutside(
      webhook.url,
      { method: 'POST', headers, body, signal },
      outside,
    );
    return { status, error: null, retryAfter: told.get('retry-after') };
  } catch (error) {
    if (signal.aborted) return 'stopped';
    const reason = error instanceof OutsideError ? error.message : 'could not be called';
    return { status: null, error: reason, retryAfter: null };
  }
}

type Concluded = { work: Work; sent: Sent; at: number; webhook: StoredWebhook };

/** Writes down how it went, and says what follows for the delivery and for its webhook. */
async function conclude(
  { database, now, random }: DeliverOptions,
  { work, sent, at, webhook }: Concluded,
): Promise<Verdict> {
  const { workspace, delivery } = work;
  const judged = judgeAttempt(sent);
  const ended = now();
  const asked = readRetryAfter(sent.retryAfter, ended);
  const next = nextAttempt({
    attempts: delivery.attempts + 1,
    firstAt: delivery.firstAt ?? at,
    now: ended,
    random: random(),
    asked,
  });
  const state = judged === 'delivered' ? 'delivered' : next === null ? 'dead' : 'pending';
  const error = sent.error ?? (sent.status === null ? null : explainStatus(sent.status));
  const attempt = { at, status: sent.status, ms: Math.max(0, ended - at), error };
  await database.within(workspace, async (connection) => {
    const until = next ?? ended;
    await endAttempt(connection, { delivery, state, at: state === 'pending' ? until : ended, attempt });
    if (judged === 'delivered') {
      if (webhook.failingSince !== null) await noteSuccess(connection, webhook.id);
      return;
    }
    await noteFailure(connection, webhook.id, { at, retryAt: Math.min(until, ended + LEFT_ALONE_MS) });
    if (state === 'pending') await holdLane(connection, delivery, until);
  });
  if (judged === 'gone') return 'gone';
  const since = webhook.failingSince ?? at;
  return judged === 'failed' && ended - since >= PATIENCE_MS ? 'failing' : null;
}
