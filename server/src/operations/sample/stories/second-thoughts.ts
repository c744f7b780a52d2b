import itemCancel from '../../item/cancel.ts';
import { type Stage, type Story, type Verdict, type Work, deliver, judge, ready, report, take } from '../work.ts';

/** What came back from review before it was accepted, and what was given up. */
export const secondThoughts: readonly Story[] = [showThePrice, giveUpTheMenu];

const baskets = { criterion: 'c1', name: 'baskets.txt', text: 'Three baskets: delivery and tax are shown in each' };

/** Came back once: the second attempt knew why. */
async function showThePrice(stage: Stage): Promise<void> {
  const contract = {
    title: 'Show the whole price before the last step',
    outcome: 'Customers see delivery and tax in the basket, so that the last step holds no surprise.',
    criteria: [
      { text: 'The basket shows delivery and tax', check: 'look at three baskets' },
      { text: 'It is the same amount as on the invoice', check: 'compare 100 orders' },
    ],
    priority: 'critical',
    skills: ['web'],
    parent: stage.relaunch,
    labels: ['relaunch'],
    budget: { tokens: 600_000, cost: 15 },
  };
  const item = await ready(stage, contract, 340);
  await tryOnce(stage, item);
  await tryAgain(stage, item);
}

async function tryOnce(stage: Stage, item: Work): Promise<void> {
  const { builder, me } = stage;
  const held = await take(stage, item, builder, 330);
  const says = { activity: 'The basket asks the price service now', progress: 0.5, tokens: 140_000, cost: 3.1 };
  await report(stage, held, builder, says, 328);
  const amounts = { criterion: 'c2', name: 'compare.txt', text: '100 orders: 97 equal, 3 differ by 0.01' };
  const delivered = { summary: 'The basket shows the whole price.', evidence: [baskets, amounts] };
  await deliver(stage, held, builder, delivered, 320);
  const reason = 'Three of a hundred differ by a cent: round as the invoice does.';
  const verdicts: Verdict[] = [
    { criterion: 'c1', verdict: 'pass' },
    { criterion: 'c2', verdict: 'fail', reason },
  ];
  await judge(stage, held, me, verdicts, 312);
}

async function tryAgain(stage: Stage, item: Work): Promise<void> {
  const { builder, me } = stage;
  const held = await take(stage, item, builder, 311);
  const says = { activity: 'Rounding moved into one place', progress: 0.9, tokens: 60_000, cost: 1.4 };
  await report(stage, held, builder, says, 309);
  const amounts = { criterion: 'c2', name: 'compare-again.txt', text: '100 orders: 100 equal' };
  const delivered = { summary: 'Rounded as the invoice does; all 100 orders agree.', evidence: [baskets, amounts] };
  await deliver(stage, held, builder, delivered, 306);
  const verdicts: Verdict[] = [
    { criterion: 'c1', verdict: 'pass' },
    { criterion: 'c2', verdict: 'pass' },
  ];
  await judge(stage, held, me, verdicts, 300);
}

async function giveUpTheMenu(stage: Stage): Promise<void> {
  const contract = {
    title: 'Build a telephone menu for payments',
    outcome: 'Callers about payments reach the right desk at once.',
    criteria: [{ text: 'Nine of ten callers are put through without asking' }],
    priority: 'low',
  };
  const { id } = await ready(stage, contract, 430);
  await stage.perform(stage.me, itemCancel, { id, reason: 'The point is that nobody needs to call.' }, 300);
}
