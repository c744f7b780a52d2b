import { type Stage, type Story, deliver, ready, report, take } from '../work.ts';

/** What is delivered and waits to be verified. */
export const deliveredStories: readonly Story[] = [explainFailures, describeDelivery];

/** Delivered with evidence: it waits for the verdict of its owner. */
async function explainFailures(stage: Stage): Promise<void> {
  const { builder } = stage;
  const item = await ready(
    stage,
    {
      title: 'Say what went wrong when a payment fails',
      outcome: 'Whoever cannot pay knows why and what to do next.',
      criteria: [
        { text: 'Each of the twelve reasons has a sentence and a way on', check: 'provoke each of them' },
        { text: 'Nothing about the card is shown', check: 'search the pages for digits' },
      ],
      priority: 'high',
      skills: ['web'],
      parent: stage.relaunch,
      labels: ['relaunch', 'payments'],
    },
    74,
  );
  const held = await take(stage, item, builder, 50);
  await report(
    stage,
    held,
    builder,
    { activity: 'Nine of twelve reasons are written', progress: 0.75, tokens: 120_000, cost: 2.8, minutes: 70 },
    44,
  );
  const evidence = [
    {
      criterion: 'c1',
      name: 'twelve-reasons.txt',
      text: 'card expired: "Your card has expired. Use another one, or pay by transfer." … ok\nlimit reached: "Your bank allows no more today. Try tomorrow, or pay by transfer." … ok\n12 of 12 provoked, 12 with a way on',
    },
    {
      criterion: 'c2',
      name: 'digits.txt',
      text: '$ npm run search-digits\n48 pages read, no card number or part of one found',
    },
  ];
  await deliver(
    stage,
    held,
    builder,
    { summary: 'All twelve reasons are explained; three of them offer a transfer at once.', evidence },
    26,
  );
}

/** Waits for somebody else. */
async function describeDelivery(stage: Stage): Promise<void> {
  const { mira, writer } = stage;
  const contract = {
    title: 'Describe each kind of delivery in one sentence',
    outcome: 'Customers choose a delivery without opening the conditions.',
    criteria: [{ text: 'Five sentences, none above twenty words' }],
    priority: 'medium',
    skills: ['writing'],
    parent: stage.relaunch,
    labels: ['relaunch'],
  };
  const held = await take(stage, await ready(stage, contract, 48, mira), writer, 40);
  const evidence = [
    {
      criterion: 'c1',
      name: 'sentences.txt',
      text: 'To your door: we ring on the day that you choose, between eight and six. (14 words)\nFour more, the longest with 19 words',
    },
  ];
  await deliver(stage, held, writer, { summary: 'Five sentences, 9 to 19 words.', evidence }, 28);
}
