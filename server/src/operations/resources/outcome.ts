import { z } from 'zod';
import { type Measure, type Outcome, outcomeStates } from '../../domain/outcome.ts';
import type { Reading, StoredOutcome } from '../../store/outcomes.ts';
import { id, instant, iso } from './basics.ts';

const reading = z.object({ value: z.number(), at: instant, by: id, note: z.string().nullable() });

const measure = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  baseline: z.number().describe('Where it stood before.'),
  target: z.number().describe('Where it shall stand.'),
  current: z.number().describe('Where it stands, as last read.'),
  readings: z.array(reading).describe('The last 50, the oldest of them first; lists leave them out.'),
});

export const outcomeResource = z
  .object({
    id,
    title: z.string(),
    description: z.string(),
    parent: id.nullable().describe('The larger outcome that this is a part of.'),
    owner: id.describe('The human who is accountable.'),
    state: z.enum(outcomeStates),
    measures: z.array(measure),
    items: z.object({ open: z.int(), done: z.int() }).describe('How many items serve it.'),
    version: z.int().describe('Grows with every change; also the ETag.'),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Outcome', description: 'A result that the organisation wants, with what tells how far it is.' });

/** What is known of an outcome beside what its events tell; a new one has none of it yet. */
type Derived = Partial<Pick<StoredOutcome, 'version' | 'updatedAt' | 'items'>>;

export const showOutcome = (
  outcome: Outcome & Derived,
  now: number,
  readings: readonly Reading[] = [],
): z.input<typeof outcomeResource> => ({
  id: outcome.id,
  title: outcome.title,
  description: outcome.description,
  parent: outcome.parent,
  owner: outcome.owner,
  state: outcome.state,
  measures: outcome.measures.map((one) => showMeasure(one, readings)),
  items: outcome.items ?? { open: 0, done: 0 },
  version: outcome.version ?? 1,
  createdAt: iso(outcome.createdAt),
  updatedAt: iso(outcome.updatedAt ?? now),
});

const showMeasure = ({ id: own, name, unit, baseline, target, current }: Measure, readings: readonly Reading[]) => ({
  id: own,
  name,
  unit,
  baseline,
  target,
  current,
  readings: readings
    .filter((one) => one.measure === own)
    .map(({ value, at, by, note }) => ({ value, at: iso(at), by, note })),
});

/** The same outcome after a command: one version on, unless nothing changed. */
export const changedOutcome = (before: StoredOutcome, after: Outcome, now: number): StoredOutcome =>
  after === before ? before : { ...before, ...after, version: before.version + 1, updatedAt: now };
