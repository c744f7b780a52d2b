/** What a webhook carries: ids; null or none filters nothing. */
export type WebhookFilter = {
  /** Types such as `item.claimed`, or areas such as `item.`; none: all. */
  types: readonly string[];
  team: string | null;
  item: string | null;
  actor: string | null;
};

/** A fact as far as a filter asks of it. */
export type Fact = { type: string; item: string | null; team: string | null; actor: string };

/** Whether a fact fits a filter: it fits every part that is set. */
export const matches = ({ types, team, item, actor }: WebhookFilter, fact: Fact): boolean =>
  (types.length === 0 ||
    types.some((type) => (type.endsWith('.') ? fact.type.startsWith(type) : fact.type === type))) &&
  (team === null || team === fact.team) &&
  (item === null || item === fact.item) &&
  (actor === null || actor === fact.actor);
