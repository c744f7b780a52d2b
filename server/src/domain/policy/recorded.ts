import type { ContractPatch } from '../contract.ts';
import { type Kind, type Request, carriesOutDecision } from '../request.ts';
import type { Created, Triaged } from '../work-item.ts';
import { actsOfAnswer } from './acts-of-answer.ts';
import type { Autonomy } from './autonomy.ts';
import type { Acting } from './judge.ts';
import { type Terms, type Work, workToBe } from './work.ts';

/** One fact of the ledger, as far as it tells what was decided. */
export type RecordedFact = {
  id: string;
  type: string;
  at: string;
  actor: { id: string; kind: Acting['kind'] };
  act: string | null;
  cause: string | null;
  item: { id: string; key: string } | null;
  request: string | null;
  subject: string | null;
  data: Record<string, unknown>;
};

/** What the rules decided once: who wanted what, on which work, as all of it stood then. */
export type DecisionPoint = {
  fact: RecordedFact;
  acts: readonly string[];
  actor: Acting;
  work: Work | null;
  was: 'allow' | 'hold' | 'forbid';
  /** The rules that held or forbade it. */
  rules: readonly string[];
};

/** Why a fact is not judged again. */
export type Uncovered = 'work unknown' | 'other refusal' | 'counted only';

type Item = { team: string; terms: Terms };
type Person = Pick<Acting, 'skills' | 'autonomy'>;

/** What the rules ask of items, people and requests, as the ledger tells it up to some fact. */
export type Recorded = {
  items: Map<string, Item>;
  people: Map<string, Person>;
  requests: Map<string, Kind>;
};

export const nothingRecorded = (): Recorded => ({ items: new Map(), people: new Map(), requests: new Map() });

const termsOf = ({ type, risk, priority, reversible, budget, labels, owner }: Terms): Terms => ({
  type,
  risk,
  priority,
  reversible,
  budget,
  labels,
  owner,
});

/** Follows what a fact changes of what the rules ask. */
export function follow({ items, people, requests }: Recorded, { type, item, subject, data }: RecordedFact): void {
  if (type.startsWith('item.') && item) followItem(items, item.id, { type, data });
  if (type.startsWith('participant.') && subject) followPerson(people, subject, { type, data });
  if (type === 'request.opened' && !carriesOutDecision(data as Pick<Request, 'kind' | 'body'>))
    requests.set(String(data['id']), data['kind'] as Kind);
}

type Told = Pick<RecordedFact, 'type' | 'data'>;

function followItem(items: Recorded['items'], id: string, { type, data }: Told): void {
  if (type === 'item.created' || type === 'item.imported') {
    const { team, contract } = data as Created;
    items.set(id, { team, terms: termsOf(contract) });
    return;
  }
  const before = items.get(id);
  if (!before) return;
  if (type === 'item.triaged') items.set(id, { ...before, team: (data as Triaged).team });
  if (type === 'item.revised') {
    const given = Object.entries(data['patch'] as ContractPatch).filter(([, value]) => value !== undefined);
    items.set(id, { ...before, terms: termsOf({ ...before.terms, ...(Object.fromEntries(given) as object) }) });
  }
}

function followPerson(people: Recorded['people'], id: string, { type, data }: Told): void {
  const before = people.get(id) ?? { skills: [], autonomy: null };
  if (type === 'participant.autonomy_set') people.set(id, { ...before, autonomy: data['after'] as Autonomy });
  else if (Array.isArray(data['skills'])) people.set(id, { ...before, skills: data['skills'].map(String) });
}

/**
 * The decision that a fact records, before the fact itself is followed. Null where it records none: it follows from another
 * fact of the same command, or nobody is judged by the rules for it.
 */
export function pointOf(
  recorded: Recorded,
  fact: RecordedFact,
  judged: ReadonlySet<string>,
): DecisionPoint | Uncovered | null {
  const { type, act, actor, data, item } = fact;
  if (fact.cause !== null || act === null || !judged.has(act)) return null;
  if (type === 'act.refused_more') return 'counted only';
  if (type === 'act.refused' && data['code'] !== 'forbidden_by_policy') return 'other refusal';
  const work = item && act !== 'import.create' ? workOf(recorded, fact, item) : null;
  if (work === 'unknown') return 'work unknown';
  const acting: Acting = { kind: actor.kind, ...(recorded.people.get(actor.id) ?? { skills: [], autonomy: null }) };
  return { fact, acts: [act, ...answered(recorded, fact)], actor: acting, work, ...outcomeOf(fact) };
}

function workOf(
  { items }: Recorded,
  { type, data }: RecordedFact,
  { id, key }: { id: string; key: string },
): Work | 'unknown' {
  // Work is judged before it is written down: as it will be, without an id.
  if (type === 'item.created') {
    const { team, contract } = data as Created;
    return workToBe(contract, team);
  }
  const found = items.get(id);
  return found ? { ...workToBe(found.terms, found.team), id, key } : 'unknown';
}

function answered({ requests }: Recorded, { type, request, data }: RecordedFact): string[] {
  if (type !== 'request.answered' && type !== 'request.declined') return [];
  const kind = requests.get(request ?? '');
  return kind ? actsOfAnswer(kind, (data['response'] ?? {}) as Record<string, unknown>) : [];
}

function outcomeOf({ type, data }: RecordedFact): Pick<DecisionPoint, 'was' | 'rules'> {
  if (type === 'act.refused') return { was: 'forbid', rules: listIn(data['rules']) };
  const body = type === 'request.opened' ? (data['body'] as Record<string, unknown>) : null;
  return body?.['held'] === true ? { was: 'hold', rules: listIn(body['rules']) } : { was: 'allow', rules: [] };
}

const listIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
