import { commit, create } from '../clarify.ts';
import { type ContractPatch, draft } from '../contract.ts';
import { type ClaimFacts, type Executor, claim, deliver } from '../execute-work.ts';
import { type Refusal, isRefusal } from '../refusals.ts';
import { evolve } from '../evolve.ts';
import type { WorkEvent, WorkItem } from '../work-item.ts';

/** Monday 5 January 2026, 09:00 UTC. */
export const NOW = Date.parse('2026-01-05T09:00:00Z');

/** The item after what was decided; a refusal is an error here. */
export function after(item: WorkItem | null, decided: WorkEvent[] | Refusal, at = NOW): WorkItem {
  if (isRefusal(decided)) throw new Error(`refused: ${JSON.stringify(decided)}`);
  const next = decided.reduce<WorkItem | null>((state, event) => evolve(state, event, at), item);
  if (!next) throw new Error('nothing was decided');
  return next;
}

/** What a test says of the contract; the title and the owner are given. */
type Said = Omit<ContractPatch, 'title' | 'owner'>;

export const clear: Said = {
  outcome: 'Customers keep a valid connection.',
  criteria: [{ text: 'It is served', required: true }],
  priority: 1,
};

export const draftItem = (patch: Said = clear): WorkItem =>
  after(
    null,
    create({
      id: 'item',
      key: 'OPS-12',
      team: 'ops',
      parent: null,
      contract: draft({ title: 'Renew', owner: 'ana', ...patch }),
      assignee: null,
      createdBy: 'ana',
    }),
  );

export const readyItem = (patch: Said = clear): WorkItem => {
  const item = draftItem(patch);
  return after(item, commit(item));
};

export const bot: Executor = { id: 'bot', kind: 'agent', status: 'active', skills: [], teams: [], wipLimit: null };
export const free: ClaimFacts = { openBlockers: [], blockingRequests: [], liveRuns: 0, assigneeActive: true };

export const activeItem = (executor: Executor = bot, patch: Said = clear): WorkItem => {
  const item = readyItem(patch);
  return after(item, claim(item, { run: 'run', executor, leaseMs: 60_000 }, free, NOW));
};

export const deliveredItem = (executor: Executor = bot, patch: Said = clear): WorkItem => {
  const item = activeItem(executor, patch);
  const evidence = item.contract.criteria.map(({ id }) => ({ criterion: id, artifact: 'a'.repeat(64), name: 'note' }));
  return after(item, deliver(item, { fence: item.fence, summary: 'Done.', evidence, openChildren: [] }));
};
