import { z } from 'zod';
import { type Contract, budget, criterion, risks } from '../../domain/contract.ts';
import { states } from '../../domain/work-item.ts';
import type { WorkItem } from '../../domain/work-item.ts';
import type { StoredItem } from '../../store/items.ts';
import { id, instant, iso, isoOrNull } from './basics.ts';

const usage = z.object({ tokens: z.number(), cost: z.number(), minutes: z.number() });

export const runSummary = z
  .object({
    id,
    executor: id,
    startedAt: instant,
    leaseExpiresAt: instant.nullable().describe('Null for people, whose claims do not expire.'),
    progress: z.number().nullable().describe('From 0 to 1, as last reported.'),
    usage,
  })
  .meta({ id: 'RunSummary', description: 'A live attempt at an item.' });

/** What lists carry: enough to see whose it is, where it stands and whether it can move. */
const slim = {
  id,
  key: z.string(),
  team: id,
  title: z.string(),
  state: z.enum(states),
  version: z.int().describe('Grows with every change; also the ETag.'),
  type: z.string(),
  owner: id.describe('The human who is accountable.'),
  assignee: id.nullable().describe('Who is asked to do it; null: anybody able.'),
  executor: id.nullable().describe('Who is doing it now.'),
  priority: z.int().nullable(),
  risk: z.enum(risks),
  labels: z.array(z.string()),
  due: instant.nullable(),
  parent: id.nullable(),
  blocked: z.boolean().describe('Other work has to be finished first.'),
  waiting: z.boolean().describe('Somebody has to answer first.'),
  overdue: z.boolean(),
  openBlockers: z.int(),
  openChildren: z.int(),
  createdAt: instant,
  updatedAt: instant,
};

export const itemSummary = z.object(slim).meta({ id: 'ItemSummary', description: 'A work item as lists show it.' });

export const itemResource = z
  .object({
    ...slim,
    revision: z.int().describe('Numbers the edits of the contract.'),
    outcome: z.string(),
    scope: z.object({ included: z.array(z.string()), excluded: z.array(z.string()) }),
    criteria: z.array(criterion),
    reversible: z.boolean(),
    skills: z.array(z.string()),
    start: instant.nullable(),
    budget: budget.nullable(),
    context: z.string(),
    links: z.array(z.string()),
    answers: z.array(z.object({ request: id, question: z.string(), answer: z.string(), by: z.string(), at: instant })),
    createdBy: id,
    endedAt: instant.nullable(),
    fence: z.int(),
    attempts: z.int().describe('Runs lost or failed in a row.'),
    run: runSummary.nullable(),
    delivery: z
      .object({
        run: id,
        executor: id,
        summary: z.string(),
        evidence: z.array(z.object({ criterion: z.string(), artifact: z.string(), name: z.string() })),
      })
      .nullable()
      .describe('What waits to be verified, or was accepted.'),
  })
  .meta({ id: 'Item', description: 'A work item: its contract and where it stands.' });

export type ItemResource = z.input<typeof itemResource>;

/** What is known of an item beside what its events tell; a new one has none of it yet. */
type Derived = Partial<Pick<StoredItem, 'version' | 'openBlockers' | 'openChildren' | 'blockingRequests'>>;

/** The resource that every door shows. `now` decides what is overdue. */
export function showItem(item: WorkItem & Derived, now: number): ItemResource {
  const { contract, run, delivery } = item;
  return {
    ...pickContract(contract),
    id: item.id,
    key: item.key,
    team: item.team,
    state: item.state,
    version: item.version ?? 1,
    revision: item.revision,
    assignee: item.assignee,
    executor: run?.executor ?? null,
    parent: item.parent,
    blocked: (item.openBlockers ?? 0) > 0,
    waiting: (item.blockingRequests ?? 0) > 0,
    overdue: isOverdue(item.state, contract.due && Date.parse(contract.due), now),
    openBlockers: item.openBlockers ?? 0,
    openChildren: item.openChildren ?? 0,
    createdAt: iso(item.createdAt),
    createdBy: item.createdBy,
    updatedAt: iso(now),
    endedAt: isoOrNull(item.endedAt),
    fence: item.fence,
    attempts: item.attempts,
    run: run && { id: run.id, executor: run.executor, startedAt: iso(run.startedAt), leaseExpiresAt: isoOrNull(run.leaseExpiresAt), progress: run.progress, usage: run.usage },
    delivery: delivery && { run: delivery.run, executor: delivery.executor, summary: delivery.summary, evidence: [...delivery.evidence] },
  };
}

export const isOverdue = (state: string, due: number | null | '', now: number) =>
  Boolean(due) && Number(due) < now && state !== 'done' && state !== 'cancelled';

const pickContract = ({ criteriaNumbered: _, ...contract }: Contract) => contract;

/** The same item after a command: one version on, with counters moved by what the command added. */
export const changed = (before: StoredItem, after: WorkItem, counters: Partial<Record<'openBlockers' | 'openChildren' | 'blockingRequests', number>> = {}) => ({
  ...after,
  version: before.version + 1,
  openBlockers: before.openBlockers + (counters.openBlockers ?? 0),
  openChildren: before.openChildren + (counters.openChildren ?? 0),
  blockingRequests: before.blockingRequests + (counters.blockingRequests ?? 0),
});
