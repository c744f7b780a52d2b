import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { abilitiesOf } from '../domain/abilities.ts';
import { authorise, refuseAway, refuseOutright } from '../domain/authority.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import { refuseOutOfScope } from '../domain/scopes.ts';
import { sightOf } from '../domain/sight.ts';
import { explainStop, refuseStopped, whileStopped } from '../domain/stop.ts';
import { commit } from '../store/commit.ts';
import { type Connection, type Database, brokenConstraint, isConflict, isUnavailable } from '../store/database.ts';
import { findAnswer, keepAnswer } from '../store/idempotency.ts';
import type { Bearer } from '../store/people.ts';
import { sql } from '../store/sql.ts';
import { mayWrite, stopOver } from '../store/stops.ts';
import type { Attempts } from './attempt/create-attempts.ts';
import { type Changes, collectChanges } from './changes.ts';
import type { CommandContext, From, ServerFacts } from './context.ts';
import { decideCommand } from './decide-command.ts';
import type { Operation } from './define.ts';
import { type Held, heldAnswer, isHeld, showHeld } from './held.ts';
import { findNul, inputErrors } from './input-errors.ts';
import { type PolicyMemory, createPolicyMemory } from './policy-memory.ts';

export type Call = {
  operation: Operation;
  workspace: string;
  /** Whoever calls, already authenticated; null only for operations that are open to all. */
  bearer: Bearer | null;
  input: unknown;
  from?: From;
  idempotencyKey?: string | null;
  ifMatch?: number | null;
};

/** What every door turns into its own form. A refusal is an outcome like any other. */
export type Outcome = { status: number; body: unknown; replayed?: true } | Refusal;

export type PipelineOptions = {
  database: Database;
  now: () => number;
  ids: { next(): string };
  server: ServerFacts;
  /** Told after each commit that left events, so that the feed looks at once. */
  committed: (workspace: string, change: { participantsChanged: boolean }) => void;
  /** The rules in force; read anew for each command unless somebody remembers them. */
  policies?: PolicyMemory;
  /** Tells the ledger of what was refused for want of authority. */
  attempts?: Attempts;
  /** Checks every answer against its schema; for tests, as it costs what parsing costs. */
  checkAnswers?: boolean;
};

/** Where nobody hears what other servers change, nothing is remembered. */
const forgetful = createPolicyMemory({ listening: () => false, now: () => 0 });

/** Deciding again when the facts changed meanwhile is bounded: after this many tries the caller is told to come back. */
const TRIES = 10;

/** What somebody else wrote in the same instant: the command is read again, and finds it. */
const overtaken: ReadonlySet<string> = new Set(['idempotency_keys_pkey', 'requests_overrun']);

/**
 * The only way in. Every door calls this, for every operation: parse, read, authority, decide, and one write that leaves
 * state, events and the kept answer together or nothing at all.
 */
export function createPipeline(options: PipelineOptions) {
  return async function execute(call: Call): Promise<Outcome> {
    const { operation, bearer } = call;
    if (!bearer && !operation.open) return refuse('unauthenticated');
    const beyond = bearer && !operation.open && !operation.internal ? refuseOutOfScope(bearer, operation) : null;
    if (beyond) {
      if (operation.kind === 'command') tellAttempt(options, call, beyond);
      return beyond;
    }
    const parsed = parse(operation, call.input);
    if (isRefusal(parsed)) return parsed;
    try {
      if (operation.kind === 'query') return await runQuery(options, call, parsed);
      const outcome = await runCommand(options, call, parsed);
      if (bearer && isRefusal(outcome)) tellAttempt(options, call, outcome);
      return outcome;
    } catch (error) {
      if (isUnavailable(error)) return refuse('unavailable', { retryAfter: 1 });
      throw error;
    }
  };
}

export type Execute = ReturnType<typeof createPipeline>;

function tellAttempt({ attempts }: PipelineOptions, { operation, workspace, bearer, input }: Call, refusal: Refusal) {
  if (bearer && !operation.internal)
    attempts?.tell({ workspace, actor: bearer, operation: operation.name, input, refusal });
}

function parse(operation: Operation, input: unknown): Refusal | z.output<z.ZodObject> {
  const nul = findNul(input);
  if (nul)
    return refuse('invalid_input', {
      errors: [{ field: nul, problem: 'holds a NUL character or half a surrogate pair' }],
    });
  const parsed = operation.input.safeParse(input);
  return parsed.success ? parsed.data : refuse('invalid_input', { errors: inputErrors(parsed.error) });
}

const outside = (bearer: Bearer | null): Bearer => bearer ?? nobody;
const nobody: Bearer = {
  id: '00000000-0000-0000-0000-000000000000',
  kind: 'human',
  role: 'guest',
  status: 'active',
  sponsor: null,
  name: 'nobody',
  email: null,
  skills: [],
  wipLimit: null,
  autonomy: null,
  teams: [],
  origin: null,
  version: 0,
  createdAt: 0,
  token: '',
  purpose: 'session',
  expiresAt: null,
};

async function runQuery(options: PipelineOptions, call: Call, input: unknown): Promise<Outcome> {
  const { database, ids, now, server } = options;
  const { operation, workspace } = call;
  const actor = outside(call.bearer);
  const allowed = authorise(actor, operation.needs.action);
  if (isRefusal(allowed)) return allowed;
  const answer = await database.within(workspace, async (connection) => {
    const ask = async () => operation.handle?.({ actor, now: now(), connection, ids, server }, input as never);
    return connection.seeing(call.bearer && sightOf(actor), ask);
  });
  return isRefusal(answer) ? answer : answered(options, operation, answer);
}

async function runCommand(options: PipelineOptions, call: Call, input: unknown): Promise<Outcome> {
  const { database } = options;
  const open = (work: (connection: Connection) => Promise<Outcome>) =>
    call.operation.locks ? database.transaction(call.workspace, work) : database.within(call.workspace, work);
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      return await open(async (connection) =>
        attempt(options, tries === 0 ? call : await renewed(call, connection), input, connection),
      );
    } catch (error) {
      if (!isConflict(error) && !overtaken.has(brokenConstraint(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * tries));
    }
  }
  return refuse('busy', { retryAfter: 1 });
}

/** The call of an agent that may have been stopped since it was let in: that is why its write may have failed. */
async function renewed(call: Call, connection: Connection): Promise<Call> {
  const { bearer } = call;
  if (bearer?.kind !== 'agent') return call;
  return { ...call, bearer: { ...bearer, stopped: await stopOver(connection, bearer.id) } };
}

/** One try: read, judge, decide, write. A conflict in the write is thrown, and everything is read and decided again. */
async function attempt(options: PipelineOptions, call: Call, input: unknown, connection: Connection): Promise<Outcome> {
  const { operation, workspace, idempotencyKey } = call;
  const { ids, server } = options;
  const now = options.now();
  const actor = outside(call.bearer);
  const changes = collectChanges({ workspace, actor, now, ids, act: operation.name });
  const context: CommandContext = {
    actor,
    now,
    connection,
    ...(call.from && { from: call.from }),
    server,
    ids,
    changes,
    ifMatch: call.ifMatch ?? null,
    policy: null,
  };
  const barred = call.bearer && refuseBeforehand(actor, operation);
  if (barred) return barred;

  // What is open to all keeps no answers: nobody is not somebody whose key could be told from another's.
  const hash = () => hashOf(withoutSecrets(operation, input));
  const key =
    idempotencyKey && call.bearer
      ? { participant: actor.id, key: idempotencyKey, operation: operation.name, hash: hash() }
      : null;
  const judged = call.bearer && !operation.internal && !operation.open;
  const [kept, policy, loaded] = await Promise.all([
    key && findAnswer(connection, key),
    judged ? (options.policies ?? forgetful).of(connection) : null,
    operation.load?.(context, input as never),
  ]);
  if (kept) return kept;
  // What stands in the way may be what this very command did, the first time, between the two readings above.
  const refused = async (refusal: Refusal) => (key && (await findAnswer(connection, key))) ?? refusal;
  const unseen = await refuseUnseen(call, context, input);
  if (unseen) return refused(unseen);
  if (isRefusal(loaded)) return refused(loaded);

  const answer = await decideCommand({ operation, context: { ...context, policy }, loaded, input, sent: call.input });
  if (isRefusal(answer)) return refused(answer);
  if (isHeld(answer) && actor.stopped) return refuse('stopped', explainStop(actor.stopped));

  const outcome = isHeld(answer) ? heldOutcome(options, answer) : answered(options, operation, answer);
  // "Nothing to do" did nothing, so it is not kept: a repetition that overtakes the claim that it repeats must not undo it.
  const keeps = key && !(operation.maybeEmpty && answer === null);
  await write(
    options,
    connection,
    guarded(changes.collected(), { call, held: isHeld(answer) }),
    keeps ? keepAnswer(connection, key, { ...outcome, body: withoutSecrets(operation, outcome.body) }, now) : null,
  );
  return outcome;
}

/** What can be said without looking at anything: whoever may not hears that, and not what else is wrong with what they sent. */
const refuseBeforehand = (actor: Bearer, operation: Operation): Refusal | null =>
  refuseAway(actor) ??
  refuseStopped(actor, operation) ??
  (operation.internal ? null : refuseOutright(actor, operation.needs.action));

/**
 * Whoever sees only a part changes only that part. What they name is read first with their eyes, so what is hidden is not found;
 * then with open ones, since what follows from the act, such as that a dependant wakes, may lie beyond.
 */
async function refuseUnseen({ operation, bearer }: Call, context: CommandContext, input: unknown) {
  const sight = bearer && sightOf(bearer);
  if (!sight || operation.open) return null;
  const { name, kind, needs } = operation;
  if (abilitiesOf([{ name, kind, action: needs.action }], bearer).length === 0) {
    const never = authorise(bearer, needs.action);
    if (isRefusal(never)) return never;
  }
  const seen = await context.connection.seeing(sight, async () => operation.load?.(context, input as never));
  return isRefusal(seen) ? seen : null;
}

/**
 * Before anything else is written, an agent must not have been stopped. What it may do all the same has guards of its own,
 * which an act that is held for approval instead does not reach.
 */
function guarded(
  collected: ReturnType<Changes['collected']>,
  { call: { operation, bearer }, held }: { call: Call; held: boolean },
) {
  const guards = bearer?.kind === 'agent' && (held || !whileStopped.has(operation.name)) ? [mayWrite(bearer.id)] : [];
  return collected.parts.length === 0 ? collected : { ...collected, parts: [...guards, ...collected.parts] };
}

async function write(
  { committed }: PipelineOptions,
  connection: Connection,
  { parts, entries, participantsChanged }: ReturnType<Changes['collected']>,
  kept: ReturnType<typeof keepAnswer> | null,
): Promise<void> {
  const { workspace } = connection;
  const told = participantsChanged ? [{ statement: sql`select pg_notify('coact_participants', ${workspace})` }] : [];
  await commit(connection, [...parts, ...told, ...(kept ? [kept] : [])], entries);
  if (entries.length > 0 || participantsChanged) committed(workspace, { participantsChanged });
}

function answered({ checkAnswers }: PipelineOptions, operation: Operation, answer: unknown) {
  if (operation.output === null || answer === null || answer === undefined) return { status: 204, body: null };
  if (checkAnswers) operation.output.parse(answer);
  return { status: operation.status ?? 200, body: answer };
}

/** Accepted, but not done: what was asked for waits for approval. */
function heldOutcome({ checkAnswers }: PipelineOptions, held: Held) {
  const body = showHeld(held);
  if (checkAnswers) heldAnswer.parse(body);
  return { status: 202, body };
}

/** What may be kept of a call: its secrets are blank, so a repeated command is told its answer without them. */
function withoutSecrets({ secrets = [] }: Operation, value: unknown): unknown {
  if (secrets.length === 0 || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, secrets.includes(name) ? '' : inner]));
}

const hashOf = (input: unknown) => createHash('sha256').update(JSON.stringify(input)).digest();
