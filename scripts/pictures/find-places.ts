import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'coact';
import type { SetStage } from '../../web/test/set-stage.ts';
import { askInSample } from './ask-in-sample.ts';
import { askToConnect } from './ask-to-connect.ts';

/** Where in the sample there is most to see: ids and keys for addresses. */
export type Places = Record<
  | 'review'
  | 'running'
  | 'delivered'
  | 'outcome'
  | 'draft'
  | 'agent'
  | 'team'
  | 'fact'
  | 'decision'
  | 'proposal'
  | 'connect',
  string
>;

/** Makes the sample work in the name of `owner`, and finds the places that pictures are taken of. */
export async function findPlaces({ owner, hire, url }: Pick<SetStage, 'owner' | 'hire' | 'url'>): Promise<Places> {
  await owner.participant.update({ id: (await owner.me.get()).id, name: 'Ana Keller' });
  const { team, outcome } = await owner.sample.create();
  const { items } = await owner.item.list({ limit: 100 });
  const keyOf = (title: string) => found(title, items.find((one) => one.title === title)?.key);
  const running = keyOf('Show the price list in under a second');
  const delivered = keyOf('Say what went wrong when a payment fails');
  const [inbox, people, fact] = await Promise.all([
    owner.inbox.list(),
    owner.participant.list({ kind: 'agent' }),
    findFact(owner, delivered),
  ]);
  const { client: planner } = await hire('shop-planner');
  return {
    ...(await askInSample(owner, planner, running)),
    review: found(
      'the delivery',
      inbox.items.find(({ kind, itemKey }) => kind === 'review' && itemKey === delivered)?.id,
    ),
    running,
    delivered,
    outcome,
    draft: keyOf('The receipt shows the old address'),
    agent: found('the agent', people.items.find(({ name }) => name === 'shop-builder')?.id),
    team,
    fact,
    connect: await askToConnect(url),
  };
}

/** What is told about an item has its place in the ledger a moment later. */
async function findFact(owner: Client, item: string): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const { items } = await owner.event.list({ item, order: 'newest', limit: 20 });
    const fact = items.find(({ type }) => type === 'item.delivered');
    if (fact) return fact.id;
    await sleep(100);
  }
  return found('the fact of the delivery', undefined);
}

function found(what: string, id: string | undefined): string {
  if (!id) throw new Error(`The sample has lost ${what}: name in find-places.ts what it has now.`);
  return id;
}
