import type { Client } from 'coact';

type Contract = Parameters<Client['item']['create']>[0];
type Agent = { client: Client; name: string };
export type SampleWorld = { running: string };

const DAY = 86_400_000;

/**
 * Fills an empty workspace with work that is worth a picture: a question, a delivery, a handoff and an exception wait in the
 * inbox of its owner, one item is being worked on, others wait or are not clear yet. `running` is the key of the one in work.
 */
export async function fillSampleWorld({
  owner,
  connectAs,
}: {
  owner: Client;
  connectAs: (token: string) => Client;
}): Promise<SampleWorld> {
  const [certBot, builder, scribe] = await Promise.all(
    ['cert-bot', 'builder', 'scribe'].map((name) => addAgent(owner, { name, connectAs })),
  );
  if (!certBot || !builder || !scribe) throw new Error('an agent is missing');
  await askAboutCertificates(owner, certBot);
  await deliverExports(owner, builder);
  await offerInvoices(owner, scribe);
  await failBackup(owner, builder);
  await owner.item.create({
    title: 'Shorten the sign-up form',
    outcome: 'More visitors finish signing up.',
    priority: 'medium',
    type: 'feature',
  });
  await owner.item.create({ title: 'Look into the slow search on old phones', priority: 'low', type: 'bug' });
  return { running: await workOnPriceList(owner, builder) };
}

async function addAgent(
  owner: Client,
  { name, connectAs }: { name: string; connectAs: (token: string) => Client },
): Promise<Agent> {
  const { id } = await owner.participant.create({ kind: 'agent', name });
  return { name, client: connectAs((await owner.token.create({ id, name: 'picture' })).token) };
}

/** Clear work, taken by an agent. */
async function takenWork(owner: Client, { client }: Agent, contract: Contract) {
  const { key } = await owner.item.create(contract);
  await owner.item.commit({ id: key });
  const claim = await client.work.claim({ item: key, lease: 3600 });
  if (!claim) throw new Error(`${key} could not be claimed`);
  return { key, id: claim.run.id, fence: claim.run.fence };
}

async function askAboutCertificates(owner: Client, agent: Agent): Promise<void> {
  const { key } = await takenWork(owner, agent, {
    title: 'Renew the certificates of the shop',
    outcome: 'Customers see no warning when the old certificates lapse.',
    criteria: [
      { text: 'All six host names serve the new certificate', check: 'openssl s_client against each' },
      { text: 'The next renewal happens by itself', check: 'a dry run of the timer' },
    ],
    scope: { included: ['The six public host names'], excluded: ['Internal services'] },
    priority: 'critical',
    risk: 'high',
    due: new Date(Date.now() + 2 * DAY).toISOString(),
  });
  await agent.client.request.create({
    kind: 'question',
    item: key,
    text: 'Which key type should the new certificates have? Two of our partners still call us from Java 7.',
    options: ['ECDSA P-256', 'RSA 2048', 'Both, by host name'],
    default: 'RSA 2048',
    due: new Date(Date.now() + DAY).toISOString(),
  });
  for (const title of ['Write down how certificates are renewed', 'Warn two weeks before a certificate lapses']) {
    const after = await owner.item.create({
      title,
      outcome: 'Nobody is surprised again.',
      criteria: [{ text: 'Somebody else has tried it' }],
      priority: 'medium',
      blockedBy: [key],
    });
    await owner.item.commit({ id: after.key });
  }
}

async function deliverExports(owner: Client, { client }: Agent): Promise<void> {
  const agent = { client, name: 'builder' };
  const { id, fence } = await takenWork(owner, agent, {
    title: 'Let customers export their orders',
    outcome: 'A customer gets all their orders as a file within a minute, without asking us.',
    criteria: [
      {
        text: 'A customer with 10,000 orders has the file within a minute',
        check: 'time the export of the largest account',
      },
      { text: 'No order of anybody else is in the file', check: 'compare the ids with the database' },
    ],
    priority: 'high',
    type: 'feature',
  });
  await client.run.deliver({
    id,
    fence,
    summary: 'Exports run as a background job and are streamed; the largest account takes 21 seconds.',
    evidence: [
      {
        criterion: 'c1',
        name: 'timing.txt',
        text: '$ time npm run export -- --account 4711\n10482 orders, 3.1 MB\nreal    0m21.340s',
      },
      {
        criterion: 'c2',
        name: 'ids.txt',
        text: '$ npm run compare-ids -- --account 4711\n10482 in the file, 10482 in the database, 0 differ',
      },
    ],
  });
}

async function offerInvoices(owner: Client, agent: Agent): Promise<void> {
  const { key } = await takenWork(owner, agent, {
    title: 'Book the invoices of October',
    outcome: 'The books of October can be closed.',
    criteria: [{ text: 'Every invoice is booked or has a reason why not', check: 'compare the books with the inbox' }],
    scope: { included: ['Invoices that came in October'], excluded: ['Payments'] },
    priority: 'high',
    risk: 'medium',
    reversible: false,
  });
  await agent.client.request.create({
    kind: 'handoff',
    item: key,
    text: 'Two invoices need somebody who may decide on VAT',
    done: '141 of 143 invoices are booked.',
    remaining: 'Invoices 2210 and 2237 come from a supplier that moved abroad in October.',
    risks: 'The wrong rate would have to be corrected with the tax office.',
    expected: 'Both invoices booked, with the rate that applies.',
  });
}

async function failBackup(owner: Client, agent: Agent): Promise<void> {
  const { key } = await takenWork(owner, agent, {
    title: 'Copy the nightly backup to a second region',
    outcome: 'We lose at most one day when a region is gone.',
    criteria: [{ text: 'A restore from the second region works', check: 'restore it into an empty database' }],
    scope: { included: ['The database'], excluded: ['Uploaded files'] },
    priority: 'medium',
    risk: 'high',
  });
  await agent.client.request.create({
    kind: 'exception',
    item: key,
    class: 'external',
    severity: 'medium',
    text: 'The storage in the second region refuses to be written to',
    needed: 'A key that may write to backup-eu-2; the one I have can only read.',
    blocking: true,
  });
}

async function workOnPriceList(owner: Client, agent: Agent): Promise<string> {
  const { key, id, fence } = await takenWork(owner, agent, {
    title: 'Show the price list in under a second',
    outcome: 'Visitors on a phone see the prices within a second, so that fewer of them leave.',
    criteria: [
      { text: 'The page is usable within 1.0 s on a slow phone', check: 'Lighthouse, median of five runs' },
      { text: 'Every price is the same as before', check: 'compare all 1,204 prices' },
    ],
    scope: { included: ['The public price list'], excluded: ['The look of the page'] },
    priority: 'high',
    type: 'feature',
    budget: { tokens: 400_000, cost: 12 },
  });
  await agent.client.run.report({
    id,
    fence,
    activity: 'Measured the page as it is: 3.4 s, most of it for pictures',
    progress: 0.2,
  });
  const { id: question } = await agent.client.request.create({
    kind: 'question',
    item: key,
    text: 'May the pictures load after the prices?',
    options: ['Yes', 'No'],
  });
  await owner.request.respond({ id: question, answer: 'Yes, as long as nothing jumps' });
  await agent.client.run.report({
    id,
    fence,
    activity: 'Prices come with the page now; 1.2 s on a slow phone',
    progress: 0.65,
    usage: { tokens: 184_200, cost: 4.1 },
  });
  return key;
}
