import { add, noUnits } from './budget/amounts.ts';
import { consumed } from './budget/consumed.ts';
import { revise } from './contract.ts';
import {
  type Created,
  type Imported,
  type Run,
  type Started,
  type WorkEvent,
  type WorkItem,
  noUsage,
} from './work-item.ts';

/** What an event does to the state. `at` is when it happened; nothing else comes from outside. */
export function evolve(item: WorkItem | null, event: WorkEvent, at: number): WorkItem {
  if (event.type === 'item.created') return born(event.data, at);
  if (event.type === 'item.imported') return { ...born(event.data, at), ...imported(event.data) };
  if (!item) throw new Error(`${event.type} comes before the item exists`);
  return change(item, event, at);
}

const born = (data: Created, at: number): WorkItem => ({
  id: data.id,
  key: data.key,
  team: data.team,
  parent: data.parent,
  state: 'draft',
  intake: data.intake ?? false,
  contract: data.contract,
  revision: 1,
  assignee: data.assignee,
  createdBy: data.createdBy,
  createdAt: at,
  readyAt: null,
  endedAt: null,
  fence: 0,
  run: null,
  delivery: null,
  attempts: 0,
  failedBy: [],
  spent: noUnits,
});

/** Work that was written down elsewhere has waited since then. */
const imported = ({ state, createdAt, endedAt }: Imported) => ({
  state,
  createdAt,
  endedAt,
  readyAt: state === 'ready' ? createdAt : null,
});

type Later = Exclude<WorkEvent, { type: 'item.created' | 'item.imported' }>;

function change(item: WorkItem, event: Later, at: number): WorkItem {
  switch (event.type) {
    case 'item.revised':
      return { ...item, contract: revise(item.contract, event.data.patch), revision: event.data.revision };
    case 'item.answered': {
      const answers = [...item.contract.answers, event.data.answer];
      return { ...item, contract: { ...item.contract, answers }, revision: event.data.revision };
    }
    case 'item.triaged':
      return { ...item, intake: false, team: event.data.team };
    case 'item.assigned':
      return { ...item, assignee: event.data.assignee, failedBy: without(item.failedBy, event.data.assignee) };
    case 'item.moved':
      return { ...item, parent: event.data.parent };
    case 'item.committed':
      return { ...item, state: 'ready', readyAt: at, intake: false, failedBy: [] };
    case 'item.withdrawn':
      return { ...item, state: 'draft', readyAt: null };
    case 'item.retried':
      return { ...item, attempts: 0, failedBy: [] };
    case 'item.reopened':
      return { ...item, state: 'ready', readyAt: at, endedAt: null, delivery: null, attempts: 0, failedBy: [] };
    case 'item.cancelled':
      return { ...withoutRun(item, at), state: 'cancelled', intake: false, endedAt: at };
    case 'item.accepted':
      return { ...item, state: 'done', endedAt: at, attempts: 0, failedBy: [] };
    default:
      return changeRun(item, event, at);
  }
}

const without = (all: readonly string[], one: string | null) => all.filter((each) => each !== one);
const withOne = (all: readonly string[], one: string | undefined) => (one ? [...new Set([...all, one])] : all);

type RunEvent = Extract<
  Later,
  {
    type:
      | 'item.claimed'
      | 'item.handed_over'
      | 'item.taken_over'
      | 'item.returned'
      | 'run.reported'
      | 'item.run_stopped'
      | 'item.released'
      | 'item.failed'
      | 'item.lost'
      | 'item.overran'
      | 'item.delivered';
  }
>;

function changeRun(item: WorkItem, event: RunEvent, at: number): WorkItem {
  switch (event.type) {
    case 'item.claimed':
    case 'item.handed_over':
    case 'item.taken_over':
    case 'item.returned':
      return {
        ...withoutRun(item, at),
        state: 'active',
        fence: event.data.fence,
        run: startRun(item, event.data, at),
        delivery: null,
      };
    case 'run.reported': {
      const { run: _, activity, ...said } = event.data;
      return { ...item, run: item.run && { ...item.run, ...said, activity: activity ?? item.run.activity } };
    }
    case 'item.released':
    case 'item.overran':
      return { ...withoutRun(item, at), state: 'ready' };
    case 'item.run_stopped':
      // Whoever is stopped with many others has not failed at this item: it may be offered to them again.
      return {
        ...withoutRun(item, at),
        state: 'ready',
        failedBy: event.data.stop ? item.failedBy : withOne(item.failedBy, item.run?.executor),
      };
    case 'item.failed': {
      const failedBy = withOne(item.failedBy, item.run?.executor);
      return { ...withoutRun(item, at), state: 'ready', attempts: item.attempts + 1, failedBy };
    }
    case 'item.lost':
      return { ...withoutRun(item, at), state: 'ready', attempts: item.attempts + 1 };
    case 'item.delivered': {
      const { run, summary, evidence } = event.data;
      const executor = item.run?.executor ?? '';
      return {
        ...withoutRun(item, at),
        state: 'review',
        delivery: { run, executor, leaseMs: item.run?.leaseMs ?? null, summary, evidence },
      };
    }
  }
}

/** Whatever run was live has ended: what it consumed stays with the item. */
const withoutRun = (item: WorkItem, at: number): WorkItem => ({
  ...item,
  run: null,
  spent: item.run ? add(item.spent, consumed(item.run, at)) : item.spent,
});

const startRun = (item: WorkItem, { run, executor, leaseMs, leaseExpiresAt, charges }: Started, at: number): Run => ({
  id: run,
  executor,
  startedAt: at,
  leaseMs,
  leaseExpiresAt,
  seenRevision: item.revision,
  progress: null,
  activity: null,
  reportedAt: null,
  usage: noUsage,
  ...(charges && { charges }),
});
