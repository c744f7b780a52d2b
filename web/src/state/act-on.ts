import type { ItemSummary } from 'coact';
import { toast } from '../parts/toast.ts';
import { loadSome } from './load.ts';
import { showBefore } from './rows.ts';
import { act } from './session.ts';
import { type Trouble, troubleOf } from './server.ts';

export type Act = {
  /** The id of the item that is acted on. */
  item: string;
  /** What the row shows at once, before the server has answered. */
  shows: Partial<ItemSummary>;
  call: () => Promise<unknown>;
  /** What the toast says when it worked; none unless stated. */
  said?: string;
  /** Undoes it, where it can be undone. */
  undo?: () => Promise<unknown>;
};

/** Acts on an item: shown at once, taken back with a toast that says why when it is refused. Gives whether it worked. */
export async function actOn(one: Act): Promise<boolean> {
  const trouble = await attempt(one);
  if (trouble) toast({ text: trouble.message, hint: trouble.hint, look: 'trouble' });
  else if (one.said) toast({ text: one.said, ...(one.undo && { undo: undoing(one) }) });
  return trouble === null;
}

export type ManyDone = { done: number; refused: readonly { item: string; trouble: Trouble }[] };

/** Several at once, a few at a time; each stands for itself, and the answer says which were refused and why. */
export async function actOnMany(acts: readonly Act[]): Promise<ManyDone> {
  const refused: { item: string; trouble: Trouble }[] = [];
  const queue = acts.values();
  const takeBack = new Map(acts.map((one) => [one, showBefore(one.item, one.shows)]));
  const work = async () => {
    for (const one of queue) {
      const trouble = await attempt({ ...one, shows: {} });
      if (trouble) refused.push({ item: one.item, trouble });
      takeBack.get(one)?.();
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return { done: acts.length - refused.length, refused };
}

/** Null when it worked. The row keeps what was shown until the server's own is here. */
async function attempt({ item, shows, call }: Pick<Act, 'item' | 'shows' | 'call'>): Promise<Trouble | null> {
  const takeBack = showBefore(item, shows);
  try {
    await act(call);
    await loadSome([item]);
    return null;
  } catch (error) {
    return troubleOf(error);
  } finally {
    takeBack();
  }
}

const undoing =
  ({ item, undo }: Act) =>
  () =>
    void (undo && actOn({ item, shows: {}, call: undo }));
