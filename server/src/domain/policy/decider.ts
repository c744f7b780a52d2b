import type { Open } from './approvers.ts';

/** What one rule asks for: how many of those who may meet it. */
export type Wanted = Pick<Open, 'rule' | 'count' | 'approvers'>;

/** Who may decide, as ids; by what the rules ask for, else by the decision right of the item, else whoever answers for it. */
export type Deciders = {
  may: readonly string[];
  by: 'rules' | 'right' | 'owner' | 'asker' | 'nobody';
  /** Empty where no rule speaks of it. */
  wanted: readonly Wanted[];
};

type Known = {
  /** What the rules ask for, with those who could meet it; null where no rule speaks of it. */
  open: readonly Wanted[] | null;
  /** Whom the item's decision rights name. */
  right: string | null;
  owner: string | null;
  /** Whom the asker names, which counts only for what belongs to nobody. */
  named: string | null;
};

/** Rules narrow, and add up: who meets all of them is asked first, and whom the rights of the item name before others. */
export function decidersOf({ open, right, owner, named }: Known): Deciders {
  if (open) {
    const all = [...new Set(open.flatMap(({ approvers }) => approvers))];
    const meets = (id: string) =>
      open.filter(({ approvers }) => approvers.includes(id)).length + (id === right ? 0.5 : 0);
    return { may: all.toSorted((a, b) => meets(b) - meets(a)), by: 'rules', wanted: open };
  }
  if (right !== null) return { may: [right], by: 'right', wanted: [] };
  if (owner !== null) return { may: [owner], by: 'owner', wanted: [] };
  return named === null ? { may: [], by: 'nobody', wanted: [] } : { may: [named], by: 'asker', wanted: [] };
}

export type Choice = { by: string; choice: string };

/** Whether a choice counts: for every rule, as many of those whom it names as it asks for have chosen the same. */
export const isCarried = (wanted: readonly Wanted[], choices: readonly Choice[], option: string): boolean =>
  wanted.every(({ count, approvers }) => {
    const agreed = choices.filter(({ by, choice }) => choice === option && approvers.includes(by));
    return new Set(agreed.map(({ by }) => by)).size >= count;
  });

/** Whether nobody can decide it alone. */
export const needsSeveral = ({ may, wanted }: Pick<Deciders, 'may' | 'wanted'>): boolean =>
  wanted.length > 0 && !may.some((by) => isCarried(wanted, [{ by, choice: '' }], ''));

/** Who is to choose next: those who have not, and once everybody has and they differ, all of them again. */
export function awaitedOf(may: readonly string[], choices: readonly Choice[]): readonly string[] {
  const left = may.filter((id) => !choices.some(({ by }) => by === id));
  return left.length > 0 ? left : may;
}
