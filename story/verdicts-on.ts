import type { Item } from 'coact';
import { eventually } from './not-as-told.ts';
import type { FirstVerdicts, Person } from './scene.ts';

/** Waits for an item's review in somebody's inbox, gives the verdicts, and reads what became of the item. */
export async function verdictsOn(verifier: Person, item: string, verdicts: FirstVerdicts): Promise<Item> {
  const { client } = verifier;
  const review = await eventually('the review is in the inbox', async () =>
    (await client.inbox.list()).items.find((one) => one.kind === 'review' && one.item === item),
  );
  const { criteria } = await client.item.get({ id: item });
  await client.request.respond({ id: review.id, verdicts: verdicts(criteria) });
  return client.item.get({ id: item });
}
