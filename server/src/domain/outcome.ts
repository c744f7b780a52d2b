import type { Actor } from './authority.ts';
import { isSame } from './is-same.ts';
import { limits } from './limits.ts';
import { type Refusal, refuse } from './refusals.ts';

export const outcomeStates = ['open', 'achieved', 'abandoned'] as const;
export type OutcomeState = (typeof outcomeStates)[number];
export type Ending = Exclude<OutcomeState, 'open'>;

/** What tells how far an outcome is: from where it stood (`baseline`) to where it shall stand (`target`). */
export type Measure = { id: string; name: string; unit: string; baseline: number; target: number; current: number };

/** A result that the organisation wants, as the ledger's events tell it: replaying them gives exactly this. */
export type Outcome = {
  id: string;
  title: string;
  description: string;
  parent: string | null;
  owner: string;
  state: OutcomeState;
  measures: readonly Measure[];
  /** How many measures were ever numbered, so that no id is given out twice. */
  measuresNumbered: number;
  createdBy: string;
  createdAt: number;
  endedAt: number | null;
};

type Created = Pick<Outcome, 'id' | 'title' | 'description' | 'parent' | 'owner' | 'measures' | 'createdBy'>;
type Changed = Partial<Pick<Outcome, 'title' | 'description' | 'parent' | 'owner' | 'measures' | 'measuresNumbered'>>;

export type OutcomeEvent =
  | { type: 'outcome.created'; data: Created }
  | { type: 'outcome.revised'; data: Changed }
  | { type: 'outcome.measured'; data: { measure: string; value: number; note: string | null } }
  | { type: 'outcome.ended'; data: { as: Ending; reason: string | null } };

/** Whoever shall be accountable, as they stand now. */
export type Accountable = Pick<Actor, 'id' | 'kind' | 'status'>;

/** Where an outcome shall be in the tree: what it shall be under, nearest first, and how many levels it brings along. */
export type Place = { above: readonly Pick<Outcome, 'id' | 'state'>[]; height: number };

/** A measure as it is said: with the id of one that there is, it stays that one. */
export type SaidMeasure = Omit<Measure, 'id' | 'current'> & { id?: string | undefined; current?: number | undefined };

type Written = Pick<Outcome, 'id' | 'title' | 'description' | 'createdBy'> & {
  owner: Accountable;
  measures: readonly SaidMeasure[];
};

export function createOutcome(written: Written, place: Place): OutcomeEvent[] | Refusal {
  const { id, title, description, createdBy, owner } = written;
  const refusal = refuseOwner(owner) ?? refusePlace(id, place);
  if (refusal) return refusal;
  const parent = place.above[0]?.id ?? null;
  const { measures } = numberMeasures({ measures: [], measuresNumbered: 0 }, written.measures);
  return [{ type: 'outcome.created', data: { id, title, description, parent, owner: owner.id, measures, createdBy } }];
}

export type OutcomePatch = {
  title?: string | undefined;
  description?: string | undefined;
  owner?: Accountable | undefined;
  /** `above` is empty when it shall be under none. */
  place?: Place | undefined;
  measures?: readonly SaidMeasure[] | undefined;
};

/** Changes what is wanted, by whom it is answered for and where it is in the tree; what is the same as before is no change. */
export function reviseOutcome(outcome: Outcome, patch: OutcomePatch): OutcomeEvent[] | Refusal {
  if (outcome.state !== 'open') return refuse('wrong_state', { state: outcome.state, expected: ['open'] });
  const { title, description, owner, place, measures } = patch;
  const wanted: Changed = {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(owner && { owner: owner.id }),
    ...(place && { parent: place.above[0]?.id ?? null }),
    ...(measures && numberMeasures(outcome, measures)),
  };
  const data = differing(outcome, wanted);
  const refusal =
    (owner && 'owner' in data && refuseOwner(owner)) || (place && 'parent' in data && refusePlace(outcome.id, place));
  if (refusal) return refusal;
  return Object.keys(data).length === 0 ? [] : [{ type: 'outcome.revised', data }];
}

function differing(outcome: Outcome, wanted: Changed): Changed {
  const fields = Object.keys(wanted) as (keyof Changed)[];
  const differs = (field: keyof Changed) => !isSame(wanted[field], outcome[field]);
  return Object.fromEntries(fields.filter(differs).map((field) => [field, wanted[field]]));
}

/** Notes where a measure stands now. An achieved outcome is still measured: that is how one learns whether it lasts. */
export function measureOutcome(
  outcome: Outcome,
  { measure, value, note }: { measure: string; value: number; note: string | null },
): OutcomeEvent[] | Refusal {
  if (outcome.state === 'abandoned')
    return refuse('wrong_state', { state: outcome.state, expected: ['open', 'achieved'] });
  if (!outcome.measures.some(({ id }) => id === measure)) return refuse('not_found', { field: 'measure', measure });
  return [{ type: 'outcome.measured', data: { measure, value, note } }];
}

/** Ends an outcome. What is under it ends first: an open outcome is never part of one that has ended. */
export function endOutcome(
  outcome: Outcome,
  { as, reason }: { as: Ending; reason: string | null },
  openBelow: readonly string[],
): OutcomeEvent[] | Refusal {
  if (outcome.state !== 'open') return refuse('wrong_state', { state: outcome.state, expected: ['open'] });
  if (openBelow.length > 0) return refuse('outcomes_open', { outcomes: openBelow });
  return [{ type: 'outcome.ended', data: { as, reason } }];
}

function refuseOwner({ id, kind, status }: Accountable): Refusal | null {
  if (kind !== 'human')
    return refuse('unknown_reference', {
      field: 'owner',
      participant: id,
      problem: 'the owner of an outcome is human',
    });
  return status === 'active' ? null : refuse('not_active', { field: 'owner', participant: id, status });
}

function refusePlace(outcome: string, { above, height }: Place): Refusal | null {
  const ids = above.map(({ id }) => id);
  if (ids.includes(outcome))
    return refuse('cycle', { field: 'parent', path: [outcome, ...ids.slice(0, ids.indexOf(outcome) + 1)] });
  const [parent] = above;
  if (parent && parent.state !== 'open')
    return refuse('wrong_state', { field: 'parent', state: parent.state, expected: ['open'] });
  return above.length + height > limits.depth
    ? refuse('limit_reached', { field: 'parent', limit: limits.depth })
    : null;
}

/** Measures without an id that is known get the next number (`m1`, `m2` …); those that stay keep where they stand. */
function numberMeasures(
  { measures, measuresNumbered }: Pick<Outcome, 'measures' | 'measuresNumbered'>,
  said: readonly SaidMeasure[],
): Pick<Outcome, 'measures' | 'measuresNumbered'> {
  const free = new Map(measures.map((one) => [one.id, one]));
  let numbered = measuresNumbered;
  const all = said.map(({ id: known, current, name, unit, baseline, target }): Measure => {
    const kept = free.get(known ?? '');
    if (kept) free.delete(kept.id);
    const id = kept?.id ?? `m${(numbered += 1)}`;
    return { id, name, unit, baseline, target, current: kept?.current ?? current ?? baseline };
  });
  return { measures: all, measuresNumbered: numbered };
}

/** What an event does to the outcome. `at` is when it happened; nothing else comes from outside. */
export function evolveOutcome(outcome: Outcome | null, event: OutcomeEvent, at: number): Outcome {
  if (event.type === 'outcome.created') {
    const { id, title, description, parent, owner, measures, createdBy } = event.data;
    const born = { id, title, description, parent, owner, measures, createdBy };
    return { ...born, state: 'open', measuresNumbered: measures.length, createdAt: at, endedAt: null };
  }
  if (!outcome) throw new Error(`${event.type} comes before the outcome exists`);
  switch (event.type) {
    case 'outcome.revised':
      return { ...outcome, ...event.data };
    case 'outcome.measured': {
      const { measure, value } = event.data;
      return {
        ...outcome,
        measures: outcome.measures.map((one) => (one.id === measure ? { ...one, current: value } : one)),
      };
    }
    case 'outcome.ended':
      return { ...outcome, state: event.data.as, endedAt: at };
  }
}
