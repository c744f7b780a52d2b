import { z } from 'zod';
import { usedOf } from '../../domain/budget/item-budget.ts';
import { budget, criterion, risks } from '../../domain/contract.ts';
import { type Delivery, type Run, type WorkItem, states } from '../../domain/work-item.ts';
import type { StoredItem } from '../../store/items.ts';
import type { Counters } from '../../store/save-item.ts';
import type { ListedItem } from '../../store/list-items.ts';
import { id, instant, iso, isoOrNull } from './basics.ts';
import { usage } from './usage.ts';

export const runSummary = z
  .object({
    id,
    executor: id,
    startedAt: instant,
    leaseExpiresAt: instant.nullable().describe('Null for people, whose claims do not expire.'),
    progress: z.number().nullable().describe('From 0 to 1, as last reported.'),
    activity: z.string().nullable().describe('What the executor last said they do.'),
    reportedAt: instant.nullable().describe('When they last said an activity or their progress.'),
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
  skills: z.array(z.string()),
  start: instant.nullable().describe('Not to be started before.'),
  due: instant.nullable(),
  intake: z.boolean().describe('Whether it waits to be triaged: nobody has decided yet that it is work.'),
  parent: id.nullable(),
  serves: id.nullable().describe('The outcome that the work is for.'),
  blocked: z.boolean().describe('Other work has to be finished first.'),
  waiting: z.boolean().describe('Somebody has to answer first.'),
  overdue: z.boolean(),
  openBlockers: z.int(),
  openChildren: z.int(),
  createdAt: instant,
  updatedAt: instant,
  run: runSummary.nullable().describe('The live attempt, while somebody works on it.'),
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
    budget: budget.nullable(),
    used: usage.describe('What all of its runs have used so far; time by the clock while an agent works on it.'),
    context: z.string(),
    links: z.array(z.string()),
    answers: z.array(z.object({ request: id, question: z.string(), answer: z.string(), by: z.string(), at: instant })),
    createdBy: id,
    endedAt: instant.nullable(),
    fence: z.int(),
    attempts: z.int().describe('Runs lost or failed in a row.'),
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
  .meta({ id: 'ChangedItem', description: 'A work item as a command leaves it: its contract and where it stands.' });

/** Whoever reads an item also learns what they may do with it; a command answers without looking that up. */
export const openedItem = itemResource
  .extend({ abilities: z.array(z.string()).describe('The names of the operations on it that you may use now.') })
  .meta({ id: 'Item', description: 'A work item: its contract, where it stands and what you may do with it.' });

export type ItemResource = z.input<typeof itemResource>;

/** What is known of an item beside what its events tell; a new one has none of it yet. */
type Derived = Partial<
  Pick<StoredItem, 'version' | 'updatedAt' | 'openBlockers' | 'openChildren' | 'blockingRequests'>
>;

/** The resource that every door shows. `now` decides what is overdue. */
export function showItem(item: WorkItem & Derived, now: number): ItemResource {
  const { contract, openBlockers = 0, openChildren = 0, blockingRequests = 0 } = item;
  return {
    id: item.id,
    key: item.key,
    team: item.team,
    title: contract.title,
    state: item.state,
    version: item.version ?? 1,
    revision: item.revision,
    type: contract.type,
    owner: contract.owner,
    assignee: item.assignee,
    executor: item.run?.executor ?? null,
    priority: contract.priority,
    risk: contract.risk,
    reversible: contract.reversible,
    labels: contract.labels,
    skills: contract.skills,
    start: contract.start,
    due: contract.due,
    intake: item.intake,
    parent: item.parent,
    serves: contract.serves,
    blocked: openBlockers > 0,
    waiting: blockingRequests > 0,
    overdue: isOverdue(item.state, contract.due && Date.parse(contract.due), now),
    openBlockers,
    openChildren,
    outcome: contract.outcome,
    scope: contract.scope,
    criteria: contract.criteria,
    budget: contract.budget,
    used: usedOf(item, now),
    context: contract.context,
    links: contract.links,
    answers: contract.answers,
    createdBy: item.createdBy,
    createdAt: iso(item.createdAt),
    updatedAt: iso(item.updatedAt ?? now),
    endedAt: isoOrNull(item.endedAt),
    fence: item.fence,
    attempts: item.attempts,
    run: item.run && showRun(item.run),
    delivery: item.delivery && showDelivery(item.delivery),
  };
}

const showRun = ({ leaseMs: _, seenRevision: __, charges: ___, low: ____, ...run }: Run) => ({
  ...run,
  ...timesOf(run),
});

const timesOf = (run: Pick<Run, 'startedAt' | 'leaseExpiresAt' | 'reportedAt'>) => ({
  startedAt: iso(run.startedAt),
  leaseExpiresAt: isoOrNull(run.leaseExpiresAt),
  reportedAt: isoOrNull(run.reportedAt),
});

const showDelivery = ({ run, executor, summary, evidence }: Delivery) => ({
  run,
  executor,
  summary,
  evidence: [...evidence],
});

export const isOverdue = (state: string, due: number | null | '', now: number) =>
  Boolean(due) && Number(due) < now && state !== 'done' && state !== 'cancelled';

/** The same item after a command: one version on, with counters moved by what the command added. */
export const changed = (before: StoredItem, after: WorkItem, counters: Counters = {}) => ({
  ...after,
  version: before.version + 1,
  openBlockers: before.openBlockers + (counters.openBlockers ?? 0),
  openChildren: before.openChildren + (counters.openChildren ?? 0),
  blockingRequests: before.blockingRequests + (counters.blockingRequests ?? 0),
});

/** The resource that lists show. */
export function showListed(listed: ListedItem, now: number): z.input<typeof itemSummary> {
  const { run, row } = apart(listed);
  const { blockingRequests, due, ...shown } = row;
  return {
    ...shown,
    start: isoOrNull(row.start),
    due: isoOrNull(due),
    blocked: row.openBlockers > 0,
    waiting: blockingRequests > 0,
    overdue: isOverdue(row.state, due, now),
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    run,
  };
}

/** The columns of the item, and those of its live run as one. */
function apart({
  runId,
  runStartedAt: startedAt,
  runProgress: progress,
  runActivity: activity,
  runReportedAt: reportedAt,
  runLeaseExpiresAt: leaseExpiresAt,
  runUsage: used,
  ...row
}: ListedItem) {
  if (runId === null || row.executor === null) return { row, run: null };
  const times = timesOf({ startedAt, leaseExpiresAt, reportedAt });
  return { row, run: { id: runId, executor: row.executor, progress, activity, usage: used, ...times } };
}
