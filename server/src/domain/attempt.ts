import type { RefusalCode } from './refusals.ts';

/**
 * Refusals that say "not you" or "no longer you": each attempt that meets one is told by the ledger, with the reason for
 * which it is kept. What is merely mistaken (a missing field, a state that does not fit) says nothing about authority.
 */
const attempts: Partial<Record<RefusalCode, string>> = {
  forbidden: 'It is for others to do.',
  out_of_scope_token: 'The token is not made for it.',
  forbidden_by_policy: 'A rule of the policy forbids it.',
  not_approver: 'It is for others to approve.',
  not_verifier: 'Whoever did the work may not judge it.',
  not_active: 'Whoever is paused or has retired does nothing.',
  sponsor_away: 'Whoever answers for it may do nothing themselves.',
  stopped: 'Agents that were stopped do nothing.',
  stale_fence: 'The run has ended or somebody else has taken the work.',
  world_moved: 'What was approved is no longer what would happen.',
  above_ceiling: 'It is more than the agent may be given.',
  unauthenticated: 'The token was revoked or has expired.',
};

export const isAttempt = (code: RefusalCode): boolean => Object.hasOwn(attempts, code);

/** An attempt as it is counted: the same once more within a minute is not told again. */
export type Attempt = {
  actor: string;
  operation: string;
  code: RefusalCode;
  /** What it named, by id or key as it was sent; null where it named nothing. */
  named: string | null;
};

export type Counted = { operation: string; code: RefusalCode; times: number };

/** What one participant was refused within one minute. */
export type Minute = { since: number; told: ReadonlySet<string>; more: ReadonlyMap<string, Counted> };

export const MINUTE_MS = 60_000;
/** How many attempts of one participant are told one by one within a minute; of more only the number is. */
export const MOST_TOLD = 50;
/** How many kinds are counted apart; the others together, as of any operation. */
const MOST_KINDS = 20;

export const freshMinute = (since: number): Minute => ({ since, told: new Set(), more: new Map() });

/** Tells an attempt, or counts it where it, or enough of them, were told within this minute. */
export function countAttempt(minute: Minute, attempt: Attempt): { minute: Minute; isTold: boolean } {
  const key = JSON.stringify([attempt.operation, attempt.code, attempt.named]);
  if (!minute.told.has(key) && minute.told.size < MOST_TOLD)
    return { minute: { ...minute, told: new Set([...minute.told, key]) }, isTold: true };
  return { minute: { ...minute, more: countOne(minute.more, attempt) }, isTold: false };
}

function countOne(more: Minute['more'], { operation, code }: Attempt): Minute['more'] {
  const own = `${operation} ${code}`;
  const isApart = more.has(own) || more.size < MOST_KINDS - 1;
  const [key, kind] = isApart ? [own, operation] : [code, 'any'];
  const times = (more.get(key)?.times ?? 0) + 1;
  return new Map([...more, [key, { operation: kind, code, times }]]);
}

export const isOver = ({ since }: Minute, now: number): boolean => now < since || now - since >= MINUTE_MS;
