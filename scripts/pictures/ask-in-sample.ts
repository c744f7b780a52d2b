import type { Client } from 'coact';

type Asked = { decision: string; proposal: string };

/** What an agent asks of the owner beside the sample's work: a decision that is made, and one and a plan that wait. */
export async function askInSample(owner: Client, agent: Client, item: string): Promise<Asked> {
  const vendor = await agent.request.create({
    kind: 'decision',
    item,
    text: 'Which service delivers our pictures?',
    options: [
      { id: 'own', text: 'Our own server', consequences: 'Nothing to pay, and slow far away.' },
      { id: 'network', text: 'A delivery network', consequences: 'Fast everywhere, for 40 a month.' },
    ],
    recommendation: { option: 'network', reason: 'Half of the visitors come from far away.' },
    decisionKind: 'vendor',
    amount: 480,
    reversible: true,
  });
  const me = await owner.me.get();
  await owner.request.respond({ id: vendor.id, choice: 'network', reason: 'It pays for itself.', dwell: 75 });
  await agent.request.create({
    kind: 'decision',
    to: me.id,
    text: 'When do we switch the payments over?',
    options: ['On Sunday night', 'With the next release'],
    decisionKind: 'release',
    reversible: false,
  });
  const plan = await agent.request.create({
    kind: 'proposal',
    item,
    to: me.id,
    text: 'The price list needs two pieces of work more. Shall I write them down?',
    operations: [
      {
        operation: 'item.create',
        input: {
          title: 'Keep the pictures small',
          outcome: 'No picture of the price list has more than 60 kB.',
          priority: 1,
        },
      },
      {
        operation: 'item.create',
        input: { title: 'Measure on a slow phone every night', blockedBy: [{ $step: 1, field: 'id' }] },
      },
      {
        operation: 'item.update',
        input: { id: item, priority: 0 },
        ifMatch: (await owner.item.get({ id: item })).version,
      },
    ],
  });
  return { decision: vendor.id, proposal: plan.id };
}
