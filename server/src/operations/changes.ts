import { accountMoves } from '../domain/budget/account-moves.ts';
import type { Revealed } from '../domain/decision-progress.ts';
import type { SealedSteps } from '../domain/sealed-steps.ts';
import { type Outcome, type OutcomeEvent, evolveOutcome } from '../domain/outcome.ts';
import { type Request, type RequestEvent, evolveRequest } from '../domain/request.ts';
import { evolve } from '../domain/evolve.ts';
import { type WorkEvent, type WorkItem, isOpen } from '../domain/work-item.ts';
import { ANY_ROWS } from '../store/commit.ts';
import type { StoredItem } from '../store/items.ts';
import { type StoredOutcome, saveOutcome } from '../store/outcomes.ts';
import { insertRequest, type StoredRequest, updateRequest } from '../store/requests.ts';
import { type Beside, saveItem } from '../store/save-item.ts';
import { type Sql, sql } from '../store/sql.ts';
import { pendingParts } from './pending-parts.ts';
import { type About, type ChangesOptions, recordFacts } from './record-facts.ts';
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

/**
 * Collects what one command changes: statements for the tables and entries for the ledger, to be written as one. Every
 * state change goes through here and so leaves exactly one event with its actor, authority and cause.
 */
export function collectChanges(options: ChangesOptions) {
  const { workspace, now, ids } = options;
  const pending = pendingParts(workspace);
  const { record, entries, beginAnew, actor: acting, ...facts } = recordFacts(options);
  let participantsChanged = false;

  return {
    ...facts,
    /** Evolves an item by its events and queues what that writes. Once per item and command: one statement updates a row once. */
    item(before: StoredItem | null, events: readonly WorkEvent[], beside: Beside = {}): WorkItem {
      const after = evolved(before, events, evolve, now);
      if (events.length > 0 || beside.counters)
        pending.add(...saveItem({ workspace, before, after, events, now, ...beside }));
      for (const move of accountMoves({ before, events, allowances: beside.allowances ?? [], now }))
        pending.account(move);
      if (isAnswerable(before, after)) pending.answers(after.contract.owner);
      for (const event of events) record(event, { item: after });
      return after;
    },
    /** Opens or changes a request. A blocking one is counted on its item by the caller's `counters`; what is sealed, no fact says. */
    request(
      before: StoredRequest | null,
      events: readonly RequestEvent[],
      item: About['item'] = null,
      sealed: Revealed | SealedSteps | null = null,
    ): Request {
      const after = evolved(before, events, evolveRequest, now);
      if (events.length > 0)
        pending.add(before ? updateRequest({ workspace, before, after }) : insertRequest({ workspace, after, sealed }));
      for (const event of events) record(event, { item, request: after.id });
      return after;
    },
    /** Writes down, changes or measures an outcome. */
    outcome(before: StoredOutcome | null, events: readonly OutcomeEvent[]): Outcome {
      const after = evolved(before, events, evolveOutcome, now);
      if (events.length > 0) pending.add(...saveOutcome({ workspace, before, after, events, by: acting().id, now }));
      for (const event of events) record(event, { subject: after.id });
      return after;
    },
    /** Moves the counters of another item, or only its version, so that whoever decided on the row as it was decides again. */
    move: pending.move,
    /** Tells a live run something, with its next heartbeat. */
    signal(run: string, kind: SignalKind, data: unknown) {
      const statement = sql`insert into signals (workspace, run, kind, data, at)
        values (${workspace}, ${run}, ${kind}, ${JSON.stringify(data)}, ${new Date(now).toISOString()}) returning 1`;
      pending.add({ of: 'signals', statement });
    },
    /** Any other change, with the event that tells it. */
    fact({ type, data: said }: { type: string; data: unknown }, about: About, ...statements: Sql[]) {
      const subject = about.subject ?? null;
      const { data, parts: beside } = sealPersonal({ type, data: said }, { workspace, ids, subject });
      pending.add(...statements.map((statement) => ({ statement, of: type })), ...beside);
      record({ type, data }, about);
    },
    /** A row that follows from events already recorded; `rows: 'any'` where none or several may be touched. */
    also(statement: Sql, rows: number | 'any' = 1) {
      pending.add({ statement, rows: rows === 'any' ? ANY_ROWS : rows, of: 'rows' });
    },
    /** Makes every server forget what it knows about tokens and participants. */
    forgetParticipants: () => void (participantsChanged = true),
    /** Gives up what was collected since the last time: to be written before what follows reads it, or to be undone. */
    take(how: 'go on' | 'begin anew' = 'go on') {
      const taken = { parts: pending.joined(), entries: entries.splice(0) };
      pending.clear();
      if (how === 'begin anew') beginAnew();
      return taken;
    },
    collected: () => ({ parts: pending.joined(), entries, participantsChanged }),
  };
}

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

export type Changes = ReturnType<typeof collectChanges>;
