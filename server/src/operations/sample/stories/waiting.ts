import requestCreate from '../../request/create.ts';
import runFail from '../../run/fail.ts';
import { type Stage, type Story, ready, report, take } from '../work.ts';
import { tellChain } from './planned.ts';

/** What cannot go on before somebody has answered. */
export const waitingStories: readonly Story[] = [matchTransfers, answerRefunds, tryScreenReader];

/** An agent that cannot go on before somebody has decided, and what waits behind it. */
async function matchTransfers(stage: Stage): Promise<void> {
  const { builder, perform, context } = stage;
  const item = await ready(
    stage,
    {
      title: 'Match bank transfers to orders by themselves',
      outcome: 'A transfer releases its order within an hour, without anybody looking.',
      criteria: [
        { text: 'Nine of ten transfers of last month find their order', check: 'run them again' },
        { text: 'No transfer finds a wrong order', check: 'compare with the books' },
      ],
      scope: { included: ['Transfers in euros'], excluded: ['Refunds'] },
      priority: 'critical',
      risk: 'high',
      skills: ['web'],
      parent: stage.relaunch,
      labels: ['relaunch', 'payments'],
      due: new Date(context.now + 3 * 86_400_000).toISOString(),
    },
    76,
  );
  await tellChain(stage, item);
  const held = await take(stage, item, builder, 30);
  await report(
    stage,
    held,
    builder,
    {
      activity: 'Matched 1,871 of 2,040 transfers by their reference',
      progress: 0.5,
      tokens: 96_000,
      cost: 2.3,
      minutes: 80,
    },
    22,
  );
  const asked = {
    kind: 'question',
    item: item.id,
    text: 'In 104 transfers the amount is off by a few cents, mostly bank fees. Up to which difference may an order be released?',
    options: ['Not at all', 'Up to 0.10 euros', 'Up to 1.00 euro'],
    default: 'Not at all',
    due: new Date(context.now + 2 * 86_400_000).toISOString(),
  };
  await perform(builder, requestCreate, asked, 20);
  await report(
    stage,
    held,
    builder,
    { activity: 'Waiting for the rule on small differences', progress: 0.5, tokens: 97_500, cost: 2.3, minutes: 82 },
    0.5,
  );
}

/** Offered to a person, since an agent may not decide it. */
async function answerRefunds(stage: Stage): Promise<void> {
  const { writer, me, perform } = stage;
  const contract = {
    title: 'Answer the refunds of October',
    outcome: 'Everybody who asked for their money has an answer.',
    criteria: [{ text: 'No refund is older than three days', check: 'look at the list' }],
    priority: 'high',
    skills: ['writing'],
  };
  const item = await ready(stage, contract, 60);
  const held = await take(stage, item, writer, 26);
  await report(
    stage,
    held,
    writer,
    { activity: '41 of 43 answered', progress: 0.95, tokens: 66_000, cost: 1.1, minutes: 60 },
    18,
  );
  await perform(
    writer,
    requestCreate,
    {
      kind: 'handoff',
      item: item.id,
      to: me.id,
      text: 'Two refunds need somebody who may give more than the goods cost',
      done: '41 of 43 customers have their answer.',
      remaining: 'Order 7031 and order 7114: both ask for their delivery costs as well.',
      risks: 'Both have written twice already.',
      expected: 'An answer to both, with the amount.',
    },
    16,
  );
  await report(
    stage,
    held,
    writer,
    { activity: 'Waiting for somebody to take the last two', progress: 0.95, tokens: 66_400, cost: 1.1, minutes: 61 },
    0.6,
  );
}

/** Could not be done, which is an answer too: its owner decides what now. */
async function tryScreenReader(stage: Stage): Promise<void> {
  const { builder, perform } = stage;
  const contract = {
    title: 'Try the checkout with a screen reader',
    outcome: 'Somebody who does not see can pay alone.',
    criteria: [{ text: 'The whole way from basket to receipt, without help', check: 'let two people try' }],
    priority: 'high',
    parent: stage.relaunch,
    labels: ['relaunch'],
  };
  const held = await take(stage, await ready(stage, contract, 40), builder, 34);
  const reason = 'I can read the markup but not hear it. This needs a person with a screen reader, for about an hour.';
  await perform(builder, runFail, { id: held.run, fence: held.fence, reason }, 32);
}
