import type { ItemSummary, ItemTriageInput } from 'coact';
import { toast } from '../parts/toast.ts';
import { type Act, actOn, actOnMany } from '../state/act-on.ts';
import { server } from '../state/server.ts';
import { words } from '../words/index.ts';

export type Decision = Omit<ItemTriageInput, 'id'>;

/** What is decided about a draft leaves the list at once, and comes back with a word when it is refused. */
export const triage = (item: ItemSummary, decision: Decision, said: string): Promise<boolean> =>
  actOn({ ...actOf(item, decision), said });

const actOf = (item: ItemSummary, decision: Decision): Act => ({
  item: item.id,
  shows: { intake: false, ...(decision.as !== 'accept' && { state: 'cancelled' }) },
  call: () => server.item.triage({ id: item.id, ...decision }),
});

/** Decides the same about several, and says about how many it was refused and why. */
export async function triageMany(items: readonly ItemSummary[], decision: Decision): Promise<void> {
  const { done, refused } = await actOnMany(items.map((item) => actOf(item, decision)));
  const { manyDone, manyRefused } = words.intake;
  if (done > 0) toast({ text: manyDone(done) });
  const [first] = refused;
  if (first)
    toast({ text: manyRefused(refused.length, first.trouble.message), hint: first.trouble.hint, look: 'trouble' });
}
