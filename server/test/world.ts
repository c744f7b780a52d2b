import listInbox from '../src/operations/inbox/list.ts';
import commitItem from '../src/operations/item/commit.ts';
import createItem from '../src/operations/item/create.ts';
import getItem from '../src/operations/item/get.ts';
import createParticipant from '../src/operations/participant/create.ts';
import type { ItemResource } from '../src/operations/resources/item.ts';
import respond from '../src/operations/request/respond.ts';
import deliverRun from '../src/operations/run/deliver.ts';
import claimWork from '../src/operations/work/claim.ts';
import type { Answer, Caller, TestDatabase } from './database.ts';

/** What most tests begin with, built by executing operations. */

export type Item = ItemResource;
export type Claim = { item: Item; run: { id: string; fence: number; leaseExpiresAt: string | null }; brief: Answer };
export type Request = Answer & {
  kind: string;
  state: string;
  item: string | null;
  run: string | null;
  blocking: boolean;
};
export type Page<T> = { items: T[]; next: string | null };

/** A contract that says enough to be committed. */
export const clear = {
  outcome: 'Customers keep a valid connection.',
  criteria: [{ text: 'It is served' }],
  priority: 1,
};

/** Ana, Ben (people), bot (an agent of Ana's), bat (an agent of the operator's) and Gus (a guest). */
export async function addPeople({ operator, as }: TestDatabase) {
  const ana = await operator(createParticipant, { kind: 'human', name: 'Ana' });
  const ben = await operator(createParticipant, { kind: 'human', name: 'Ben' });
  const gus = await operator(createParticipant, { kind: 'human', name: 'Gus', role: 'guest' });
  const bot = await as('Ana')(createParticipant, { kind: 'agent', name: 'bot' });
  const bat = await operator(createParticipant, { kind: 'agent', name: 'bat' });
  return { ana: ana.id, ben: ben.id, gus: gus.id, bot: bot.id, bat: bat.id };
}

/** A committed item, owned by whoever the caller is. */
export async function readyItem(caller: Caller, over: object = {}): Promise<Item> {
  const { id } = await caller<Item>(createItem, { title: 'Renew the certificate', ...clear, ...over });
  return caller<Item>(commitItem, { id });
}

export const claimItem = (caller: Caller, item: { id: string }, over: object = {}): Promise<Claim> =>
  caller<Claim>(claimWork, { item: item.id, ...over });

/** An item of the operator's that bot delivered and the operator accepted. */
export async function doneItem({ operator, as }: TestDatabase): Promise<Item> {
  const item = await readyItem(operator);
  await deliverClaim(as('bot'), await claimItem(as('bot'), item));
  const { items } = await operator<Page<Request>>(listInbox, { limit: 200 });
  const review = items.find((one) => one.item === item.id);
  await operator(respond, { id: review?.id, verdicts: [{ criterion: 'c1', verdict: 'pass' }] });
  return operator<Item>(getItem, { id: item.id });
}

/** Delivers with evidence for every criterion. */
export const deliverClaim = (caller: Caller, { run, item }: Claim): Promise<Item> =>
  caller<Item>(deliverRun, {
    id: run.id,
    fence: run.fence,
    summary: 'It is done.',
    evidence: item.criteria.map(({ id }) => ({ criterion: id, text: 'seen' })),
  });
