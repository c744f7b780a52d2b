import { type Item, paged } from 'coact';
import { counted } from '../agents/counted.ts';
import { eventually, fact } from '../not-as-told.ts';
import { type People, type Scene, runCoact } from '../scene.ts';
import type { Works } from './import-and-clarify.ts';

/** The owner sees what the accepted work has cost; the auditor sees who stands behind an act, and that nobody rewrote anything. */
export async function lookBack(scene: Scene, people: People, { check }: Works, letter: string): Promise<void> {
  await sumCosts(scene, people, check.key);
  await whoStandsBehind(scene, people, letter);
  await verifyLedger(scene, people);
}

/** What every attempt at an item reported, also those that were returned or lost. */
async function costOf({ ana }: People, { key }: Item): Promise<{ attempts: number; cost: number }> {
  let [attempts, cost] = [0, 0];
  for await (const { usage } of paged(ana.client.run.list, { item: key })) {
    attempts += 1;
    cost += usage.cost;
  }
  return { attempts, cost };
}

async function sumCosts({ narrator }: Scene, people: People, checked: string): Promise<void> {
  const accepted: Item[] = [];
  for await (const { key } of paged(people.ana.client.item.list, { team: 'BOOK', state: ['done'] }))
    accepted.push(await people.ana.client.item.get({ id: key }));
  let sum = 0;
  for (const item of accepted) sum += (await costOf(people, item)).cost;
  const one = accepted.find(({ key }) => key === checked);
  fact(`${checked} is among what was accepted`, one !== undefined);
  const { attempts, cost } = await costOf(people, one);
  fact('what was returned once cost two attempts', attempts === 2 && cost > 0, { attempts, cost });
  narrator.tell(
    `${counted(accepted.length, 'item')} accepted, for ${sum.toFixed(2)} as their executors reported it; ${checked} took ${attempts} attempts and ${cost.toFixed(2)}.`,
  );
}

/** An act that was held: the agent did it, a human is accountable, and a human approved it. */
async function whoStandsBehind({ narrator }: Scene, { ana }: People, letter: string): Promise<void> {
  const { client, participant } = ana;
  const { items } = await client.event.list({ item: letter, type: 'item.delivered' });
  const { actor, accountable, approvals } = await client.event.attribution({ id: items[0]?.id ?? '' });
  fact(
    'the ledger names who did it, who answers for them and who approved',
    actor.kind === 'agent' && accountable?.id === participant.id && approvals[0]?.by.id === participant.id,
    { actor, accountable, approvals },
  );
  narrator.tell(
    `Who stands behind the delivery of ${letter}: ${actor.name} did it, ${accountable.name} is accountable, ${approvals.map(({ by }) => by.name).join(', ')} approved.`,
  );
}

/** Every fact so far, checked by a program that trusts nobody. */
async function verifyLedger(scene: Scene, people: People): Promise<void> {
  const { client } = people.ana;
  const { size } = await client.ledger.checkpoint();
  await eventually(
    'the ledger is sealed to its end',
    async () =>
      (await client.event.list({ after: (await client.ledger.checkpoint()).size, limit: 1 })).items.length === 0,
    10,
  );
  const report: { ok: boolean; entries: number; checkpoints: number } = JSON.parse(
    await runCoact(scene, people, ['ledger', 'verify', '--json']),
  );
  fact('the ledger verifies', report.ok && report.entries >= size && report.checkpoints > 0, report);
  scene.narrator.tell(
    `\`coact ledger verify\`: ${report.entries} entries, ${report.checkpoints} checkpoints, nothing rewritten.`,
  );
}
