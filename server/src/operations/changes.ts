import type { Actor, Authority } from '../domain/authority.ts';
import { type AccountMove, accountMoves, joinAccountMoves } from '../domain/budget/account-moves.ts';
import { type Outcome, type OutcomeEvent, evolveOutcome } from '../domain/outcome.ts';
import type { Revealed } from '../domain/decision-progress.ts';
import { type Request, type RequestEvent, evolveRequest } from '../domain/request.ts';
import { type WorkEvent, type WorkItem, evolve, isOpen } from '../domain/work-item.ts';
import { moveAccounts } from '../store/budgets.ts';
import { ANY_ROWS, type Entry } from '../store/commit.ts';
import type { StoredItem } from '../store/items.ts';
import { type StoredOutcome, saveOutcome } from '../store/outcomes.ts';
import { areHere } from '../store/people.ts';
import { insertRequest, type StoredRequest, updateRequest } from '../store/requests.ts';
import { type Beside, type Part, type RowMove, joinMoves, moveRows, saveItem } from '../store/save-item.ts';
import { type Sql, sql } from '../store/sql.ts';
import { sealPersonal } from './seal-personal.ts';

export type SignalKind =
  | 'stop'
  | 'pause'
  | 'contract_revised'
  | 'answer'
  | 'decision'
  | 'message'
  | 'budget_low'
  | 'returned';

/** What an event is about, beside its data. */
export type About = {
  item?: { id: string; key: string; team: string } | null;
  request?: string | null;
  subject?: string | null;
};

export type ChangesOptions = {
  workspace: string;
  actor: Actor;
  now: number;
  ids: { next(): string };
  /** The operation that is being done; none where Coact sets itself up. */
  act?: string;
};

/** The request by which an act was approved, and who did so. */
export type Approval = { request: string; by: readonly string[] };

/**
 * Collects what one command changes: statements for the tables and entries for the ledger, to be written as one. Every
 * state change goes through here and so leaves exactly one event with its actor, authority and cause.
 */
export function collectChanges({ workspace, actor, now, ids, act }: ChangesOptions) {
  const parts: Part[] = [];
  const entries: Entry[] = [];
  const moves = new Map<string, RowMove>();
  /** What runs take from the accounts of budgets, or give back. */
  const accounts = new Map<string, AccountMove>();
  /** Whom the command makes answer for open work. */
  const answerable = new Set<string>();
  let acting = actor;
  let doing = act ?? null;
  let approval: Approval | null = null;
  let authority: Authority | null = null;
  let participantsChanged = false;
  /** The first event of the command, from which the others follow. */
  let first: string | null = null;

  const record = (event: { type: string; data: unknown }, about: About) => {
    const place = { id: ids.next(), workspace, at: new Date(now).toISOString(), cause: first };
    first ??= place.id;
    const right = { authority: authority?.rule ?? 'system', approval };
    entries.push(toEntry(event, about, { ...place, ...right, actor: acting, act: doing }));
  };

  const joined = () => [
    ...guardOwners(answerable),
    ...parts,
    ...(moves.size > 0 ? [moveRows(workspace, moves)] : []),
    ...(accounts.size > 0 ? [moveAccounts(workspace, [...accounts.values()])] : []),
  ];

  return {
    /** Said by the pipeline once the act is allowed. */
    authorisedBy: (by: Authority | null) => void (authority = by),
    authority: () => authority,
    /** Says who acts where the call itself could not: whoever has just proved it with a password or a set-up link. */
    actAs: (participant: Actor) => void (acting = participant),
    /** What `work` records is another act that happens here: a held one, in the name of whoever asked for it. */
    async within<T>(held: Pick<Circumstances, 'actor' | 'act' | 'authority' | 'approval'>, work: () => Promise<T>) {
      const before = { acting, doing, authority, approval };
      ({ actor: acting, act: doing, approval } = held);
      authority = { rule: held.authority };
      const done = await work();
      ({ acting, doing, authority, approval } = before);
      return done;
    },
    /** Evolves an item by its events and queues what that writes. Once per item and command: one statement updates a row once. */
    item(before: StoredItem | null, events: readonly WorkEvent[], beside: Beside = {}): WorkItem {
      const after = evolved(before, events, evolve, now);
      if (events.length > 0 || beside.counters)
        parts.push(...saveItem({ workspace, before, after, events, now, ...beside }));
      for (const move of accountMoves({ before, events, allowances: beside.allowances ?? [], now })) {
        const account = `${move.budget} ${move.period}`;
        accounts.set(account, joinAccountMoves(accounts.get(account), move));
      }
      if (isAnswerable(before, after)) answerable.add(after.contract.owner);
      for (const event of events) record(event, { item: after });
      return after;
    },
    /** Opens or changes a request. A blocking one is counted on its item by the caller's `counters`; what is sealed, no fact says. */
    request(
      before: StoredRequest | null,
      events: readonly RequestEvent[],
      item: About['item'] = null,
      sealed: Revealed | null = null,
    ): Request {
      const after = evolved(before, events, evolveRequest, now);
      if (events.length > 0)
        parts.push(before ? updateRequest({ workspace, before, after }) : insertRequest({ workspace, after, sealed }));
      for (const event of events) record(event, { item, request: after.id });
      return after;
    },
    /** Writes down, changes or measures an outcome. */
    outcome(before: StoredOutcome | null, events: readonly OutcomeEvent[]): Outcome {
      const after = evolved(before, events, evolveOutcome, now);
      if (events.length > 0) parts.push(...saveOutcome({ workspace, before, after, events, by: acting.id, now }));
      for (const event of events) record(event, { subject: after.id });
      return after;
    },
    /** Moves the counters of another item, or only its version, so that whoever decided on the row as it was decides again. */
    move(item: string, by: RowMove) {
      moves.set(item, joinMoves(moves.get(item), by));
    },
    /** Tells a live run something, with its next heartbeat. */
    signal(run: string, kind: SignalKind, data: unknown) {
      const statement = sql`insert into signals (workspace, run, kind, data, at)
        values (${workspace}, ${run}, ${kind}, ${JSON.stringify(data)}, ${new Date(now).toISOString()}) returning 1`;
      parts.push({ of: 'signals', statement });
    },
    /** Any other change, with the event that tells it. */
    fact({ type, data: said }: { type: string; data: unknown }, about: About, ...statements: Sql[]) {
      const { data, parts: beside } = sealPersonal(
        { type, data: said },
        { workspace, ids, subject: about.subject ?? null },
      );
      parts.push(...statements.map((statement) => ({ statement, of: type })), ...beside);
      record({ type, data }, about);
    },
    /** A row that follows from events already recorded; `rows: 'any'` where none or several may be touched. */
    also(statement: Sql, rows: number | 'any' = 1) {
      parts.push({ statement, rows: rows === 'any' ? ANY_ROWS : rows, of: 'rows' });
    },
    /** Makes every server forget what it knows about tokens and participants. */
    forgetParticipants: () => void (participantsChanged = true),
    /** Gives up what was collected since the last time: to be written before what follows reads it, or to be undone. */
    take(how: 'go on' | 'begin anew' = 'go on') {
      const [taken, told] = [joined(), [...entries]];
      for (const each of [parts, entries]) each.length = 0;
      for (const each of [moves, accounts, answerable]) each.clear();
      if (how === 'begin anew') first = null;
      return { parts: taken, entries: told };
    },
    collected: () => ({
      parts: joined(),
      entries,
      participantsChanged,
    }),
  };
}

/** The owners of the work must still be here when it is written: looked at first, before any row is locked. */
const guardOwners = (owners: ReadonlySet<string>): Part[] =>
  owners.size > 0 ? [{ of: 'owners', statement: areHere([...owners]) }] : [];

/** Whether somebody answers for open work from now on who did not before. */
const isAnswerable = (before: WorkItem | null, after: WorkItem): boolean =>
  isOpen(after.state) && (!before || !isOpen(before.state) || before.contract.owner !== after.contract.owner);

/** What a thing has become by its events. */
function evolved<State, Event>(
  before: NoInfer<State> | null,
  events: readonly Event[],
  evolveBy: (state: State | null, event: Event, at: number) => State,
  at: number,
): State {
  const after = events.reduce<State | null>((state, event) => evolveBy(state, event, at), before);
  if (!after) throw new Error('a change needs what is changed, or an event that makes it');
  return after;
}

type Circumstances = {
  id: string;
  workspace: string;
  at: string;
  cause: string | null;
  actor: Actor;
  act: string | null;
  authority: string;
  approval: Approval | null;
};

/** The exact text that the ledger keeps and hashes: its members and their order are its form. */
function toEntry(
  event: { type: string; data: unknown },
  about: About,
  { id, workspace, at, cause, actor, act, authority, approval }: Circumstances,
): Entry {
  const { item = null, request = null, subject = null } = about;
  const body = JSON.stringify({
    id,
    type: event.type,
    at,
    workspace,
    actor: { id: actor.id, kind: actor.kind },
    onBehalfOf: actor.sponsor ? [actor.sponsor] : [],
    act,
    authority,
    approval,
    cause,
    item: item && { id: item.id, key: item.key },
    team: item?.team ?? null,
    request,
    subject,
    data: event.data,
  });
  return { id, item: item?.id ?? null, body };
}

export type Changes = ReturnType<typeof collectChanges>;
