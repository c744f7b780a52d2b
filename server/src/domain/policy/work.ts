import type { WorkItem } from '../work-item.ts';

/** What the rules ask of the work that an act is about, and what tells whether it has moved since. */
export type Work = {
  /** Null for work that is only being written down. */
  id: string | null;
  key: string | null;
  team: string;
  type: string;
  risk: WorkItem['contract']['risk'];
  priority: number | null;
  /** What may be spent on it, in the currency of the workspace. */
  amount: number;
  reversible: boolean;
  /** Whether its result reaches outside of the organisation: it carries the label `external`. */
  external: boolean;
  owner: string | null;
  /** Whoever does it, or did what waits to be verified. */
  executor: string | null;
  /** The live run. */
  run: string | null;
  state: WorkItem['state'];
  revision: number;
  version: number;
};

export const EXTERNAL = 'external';

/** The part of a contract that the rules ask of. */
export type Terms = Pick<
  WorkItem['contract'],
  'type' | 'risk' | 'priority' | 'reversible' | 'budget' | 'labels' | 'owner'
>;

/** What the rules ask of a contract, whatever became of it. */
const termsOf = ({ type, risk, priority, reversible, budget, labels, owner }: Terms) => ({
  type,
  risk,
  priority,
  amount: budget?.cost ?? 0,
  reversible,
  external: labels.includes(EXTERNAL),
  owner,
});

/** Work that is only being written down. */
export const workToBe = (contract: Terms, team: string): Work => ({
  ...termsOf(contract),
  id: null,
  key: null,
  team,
  executor: null,
  run: null,
  state: 'draft',
  revision: 0,
  version: 0,
});

export function workOf(item: WorkItem & { version: number }): Work {
  return {
    ...termsOf(item.contract),
    id: item.id,
    key: item.key,
    team: item.team,
    executor: item.run?.executor ?? item.delivery?.executor ?? null,
    run: item.run?.id ?? null,
    state: item.state,
    revision: item.revision,
    version: item.version,
  };
}
