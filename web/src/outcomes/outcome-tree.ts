import type { Outcome } from 'coact';

export type OutcomeNode = {
  outcome: Outcome;
  /** From 1. */
  level: number;
  parent: string | null;
  below: readonly OutcomeNode[];
  /** Items that serve it or anything below it. */
  done: number;
  all: number;
};

/** Outcomes under what they are a part of. What an absent one would hold stands at the top, so that nothing is lost. */
export function outcomeTree(outcomes: Iterable<Outcome>): OutcomeNode[] {
  const all = [...outcomes];
  const known = new Set(all.map(({ id }) => id));
  const parentOf = ({ parent }: Outcome) => (parent !== null && known.has(parent) ? parent : null);
  const children = Map.groupBy(all, parentOf);
  const grow = (parent: string | null, level: number): OutcomeNode[] =>
    (children.get(parent) ?? []).map((outcome) => {
      const below = grow(outcome.id, level + 1);
      const sum = (part: (node: OutcomeNode) => number) => below.reduce((total, node) => total + part(node), 0);
      const { open, done } = outcome.items;
      return {
        outcome,
        level,
        parent,
        below,
        done: done + sum((node) => node.done),
        all: open + done + sum((node) => node.all),
      };
    });
  return grow(null, 1);
}

/** The nodes in the order in which they are read, without what lies below a closed one. */
export const inSight = (nodes: readonly OutcomeNode[], closed: ReadonlySet<string>): OutcomeNode[] =>
  nodes.flatMap((node) => [node, ...(closed.has(node.outcome.id) ? [] : inSight(node.below, closed))]);

/** The outcome and all below it: what it must not be put under. */
export function withBelow(nodes: readonly OutcomeNode[], id: string): Set<string> {
  const found = inSight(nodes, new Set()).find(({ outcome }) => outcome.id === id);
  return new Set(found ? inSight([found], new Set()).map(({ outcome }) => outcome.id) : []);
}
