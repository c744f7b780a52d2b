import { createHash } from 'node:crypto';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import type { Told } from '../../domain/webhook/inbound.ts';
import { readGeneric } from '../../domain/webhook/read-generic.ts';
import { readGithub } from '../../domain/webhook/read-github.ts';
import { distrust, isGithubSigned } from '../../domain/webhook/sign.ts';
import type { Database } from '../../store/database.ts';
import { type StoredHook, findHook, findReceipt, keepReceipt } from '../../store/hooks.ts';
import { findParticipant } from '../../store/people.ts';
import { SecretError } from '../../store/vault.ts';
import { secretsOf } from '../../store/webhooks.ts';
import type { Execute } from '../execute.ts';
import { inputErrors } from '../input-errors.ts';
import { type Done, actOn } from './act-on.ts';

export type ReceiveOptions = { database: Database; execute: Execute; now: () => number };
export type Arrived = { workspace: string; hook: string; headers: Record<string, string | undefined>; body: string };
export type Receipt = { outcome: 'done' | 'ignored' | 'repeated'; item: string | null; because?: string };

/**
 * Takes what another system tells: only what is signed with the secret of the address, once, and in the name of its
 * participant, through the same pipeline as everybody.
 */
export async function receiveHook(options: ReceiveOptions, arrived: Arrived): Promise<Receipt | Refusal> {
  const { database, now } = options;
  const { workspace } = arrived;
  const hook = await database.within(workspace, (connection) => findHook(connection, arrived.hook));
  if (!hook?.enabled) return refuse('not_found', { field: 'hook', hook: arrived.hook });
  const distrusted = openSecrets(() => refuseUnsigned(hook, arrived, now()));
  if (distrusted) return distrusted;
  const delivery = deliveryOf(hook, arrived);
  const before = await database.within(workspace, (connection) => findReceipt(connection, hook.id, delivery));
  if (before?.outcome === 'done') return { outcome: 'repeated', item: before.item };
  const told = read(hook, arrived);
  if (isRefusal(told)) return told;
  const done = await act(options, { hook, told, workspace, delivery });
  const outcome = isRefusal(done) ? done.refused : done.outcome;
  const item = isRefusal(done) ? null : done.item;
  await database.within(workspace, (connection) =>
    keepReceipt(connection, hook.id, { delivery, at: now(), kind: told.act, outcome, item }),
  );
  return done;
}

/** Whoever sends tries again when the secret can be opened. */
function openSecrets(work: () => Refusal | null): Refusal | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof SecretError) return refuse('secret_unreadable', { retryAfter: 60 });
    throw error;
  }
}

/** A body is signed, a header of GitHub's is not: so what was said tells one delivery from another, not the id beside it. */
const deliveryOf = ({ form }: StoredHook, { headers, body }: Arrived): string =>
  form === 'github' ? createHash('sha256').update(body).digest('hex') : (headers['webhook-id'] ?? '').slice(0, 200);

function refuseUnsigned(hook: StoredHook, { headers, body }: Arrived, now: number): Refusal | null {
  const secrets = secretsOf(hook, now);
  if (hook.form === 'github') {
    const signature = headers['x-hub-signature-256'] ?? '';
    return isGithubSigned(secrets, { signature, body }) ? null : refuse('bad_signature', { problem: 'unsigned' });
  }
  const id = headers['webhook-id'] ?? '';
  const sent = {
    id,
    timestamp: headers['webhook-timestamp'] ?? '',
    signature: headers['webhook-signature'] ?? '',
    body,
  };
  const problem = id.length > 200 ? 'unsigned' : distrust(secrets, sent);
  return problem && refuse('bad_signature', { problem });
}

function read({ form, labels }: StoredHook, { headers, body }: Arrived): Told | Refusal {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return refuse('malformed', { problem: 'the body is not valid JSON' });
  }
  const told = form === 'github' ? readGithub(headers['x-github-event'] ?? '', json, labels) : readGeneric(json);
  return 'issues' in told ? refuse('invalid_input', { errors: inputErrors(told) }) : told;
}

type Acting = { hook: StoredHook; told: Told; workspace: string; delivery: string };

async function act(
  { database, execute }: ReceiveOptions,
  { hook, told, workspace, delivery }: Acting,
): Promise<Done | Refusal> {
  if (told.act === 'nothing') return { outcome: 'ignored', item: null, because: told.because };
  if (!hook.allows.includes(told.act))
    return { outcome: 'ignored', item: null, because: `${told.act} is not allowed here` };
  const participant = await database.within(workspace, (connection) => findParticipant(connection, hook.participant));
  if (!participant) return refuse('not_active', { participant: hook.participant });
  const bearer = { ...participant, token: '', purpose: 'token' as const, expiresAt: null };
  return actOn(told, {
    hook,
    call: (operation, input, step) => {
      const idempotencyKey = step ? `hook ${hook.id} ${delivery} ${step}` : null;
      return execute({ operation, workspace, bearer, input, idempotencyKey });
    },
  });
}
