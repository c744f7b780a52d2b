import {
  type Attempt,
  type Minute,
  MINUTE_MS,
  countAttempt,
  freshMinute,
  isAttempt,
  isOver,
} from '../../domain/attempt.ts';
import type { Actor } from '../../domain/authority.ts';
import { type Refusal, isRefusal } from '../../domain/refusals.ts';
import { commit } from '../../store/commit.ts';
import type { Database } from '../../store/database.ts';
import { collectChanges } from '../changes.ts';
import type { About } from '../record-facts.ts';
import { iso } from '../resources/basics.ts';
import { aboutAttempt, namedIn } from './about-attempt.ts';

export type Attempted = { workspace: string; actor: Actor; operation: string; input: unknown; refusal: Refusal };

export type Attempts = {
  /** Tells the ledger of a command that was refused for want of authority; it returns at once, and never throws. */
  tell: (attempted: Attempted) => void;
  /** Tells that somebody known came with a token that ended. */
  tellSpent: (workspace: string, actor: Actor, token: { id: string; because: 'revoked' | 'expired' }) => void;
  /** Waits for what is being written. */
  settle: () => Promise<void>;
  /** Tells how many more there were in the minutes that are over, or in all of them. */
  flush: (all?: boolean) => Promise<void>;
  stop: () => Promise<void>;
};

export type AttemptsOptions = {
  database: Database;
  now: () => number;
  ids: { next(): string };
  committed: (workspace: string, change: { participantsChanged: boolean }) => void;
  log: (message: string, error: unknown) => void;
};

/** How often minutes that are over are looked for. */
const FLUSH_MS = 5_000;

type Kept = { workspace: string; actor: Actor; minute: Minute };
type Fact = { type: string; act: string; data: object };

/**
 * Writes refused attempts into the ledger, beside the commands that were refused: a refusal never waits for it. Whoever
 * tries without end makes at most `MOST_TOLD` facts and one more within a minute; that one says how many there were.
 */
export function createAttempts(options: AttemptsOptions): Attempts {
  const { now, log } = options;
  const minutes = new Map<string, Kept>();
  const writing = new Set<Promise<void>>();

  const write = (place: Pick<Kept, 'workspace' | 'actor'>, fact: Fact, input?: unknown): void => {
    const written: Promise<void> = writeFact(options, { ...place, ...fact, input })
      .catch((error: unknown) => log(`a refused ${fact.act} could not be written into the ledger`, error))
      .finally(() => writing.delete(written));
    writing.add(written);
  };
  const tellMore = ({ workspace, actor, minute }: Kept) => {
    if (minute.more.size === 0) return;
    const counted = [...minute.more.values()];
    const times = counted.reduce((sum, one) => sum + one.times, 0);
    const data = { since: iso(minute.since), times, attempts: counted };
    write({ workspace, actor }, { type: 'act.refused_more', act: counted[0]?.operation ?? 'any', data });
  };
  const isFresh = (workspace: string, actor: Actor, attempt: Attempt): boolean => {
    const key = `${workspace} ${actor.id}`;
    const kept = minutes.get(key);
    const over = kept !== undefined && isOver(kept.minute, now());
    if (over) tellMore(kept);
    const { minute, isTold } = countAttempt(kept && !over ? kept.minute : freshMinute(now()), attempt);
    minutes.set(key, { workspace, actor, minute });
    return isTold;
  };
  const settle = async () => void (await Promise.all(writing));
  const flush = async (all = false) => {
    for (const [key, kept] of minutes) {
      if (!all && !isOver(kept.minute, now())) continue;
      minutes.delete(key);
      tellMore(kept);
    }
    await settle();
  };
  const timer = setInterval(() => void flush(), Math.min(FLUSH_MS, MINUTE_MS)).unref();

  return {
    tell({ workspace, actor, operation, input, refusal: told }) {
      const refusal = withinStep(told);
      const { refused: code } = refusal;
      // Naming somebody who is not active is a mistake; being it is not.
      if (!isAttempt(code) || (code === 'not_active' && refusal['participant'] !== actor.id)) return;
      if (!isFresh(workspace, actor, { actor: actor.id, operation, code, named: namedIn(input) })) return;
      const data = { operation, code, rules: rulesIn(refusal) };
      write({ workspace, actor }, { type: 'act.refused', act: operation, data }, input);
    },
    tellSpent(workspace, actor, { id: token, because }) {
      const operation = 'token.use';
      const attempt = { actor: actor.id, operation, code: 'unauthenticated' as const, named: token };
      if (!isFresh(workspace, actor, attempt)) return;
      const data = { operation, code: attempt.code, rules: [], token, because };
      write({ workspace, actor }, { type: 'act.refused', act: operation, data }, { id: actor.id });
    },
    settle,
    flush,
    async stop() {
      clearInterval(timer);
      await flush(true);
    },
  };
}

/** Whoever accepts a plan tries each of its steps: what was refused is what the step was refused for. */
const withinStep = (refusal: Refusal): Refusal => {
  const inner = refusal['refusal'];
  return refusal.refused === 'step_refused' && isRefusal(inner) ? inner : refusal;
};

const rulesIn = ({ rules }: Refusal): string[] => (Array.isArray(rules) ? rules.map(String).slice(0, 20) : []);

type Written = Pick<Kept, 'workspace' | 'actor'> & Fact & { input: unknown };

async function writeFact(
  { database, now, ids, committed }: AttemptsOptions,
  { workspace, actor, type, act, data, input }: Written,
): Promise<void> {
  await database.within(workspace, async (connection) => {
    const about: About = await aboutAttempt(connection, act, input);
    const changes = collectChanges({ workspace, actor, now: now(), ids, act });
    changes.authorisedBy({ rule: 'none' });
    changes.fact({ type, data }, about);
    const { parts, entries } = changes.collected();
    await commit(connection, parts, entries);
  });
  committed(workspace, { participantsChanged: false });
}
