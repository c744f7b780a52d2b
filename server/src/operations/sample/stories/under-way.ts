import requestCreate from '../../request/create.ts';
import requestRespond from '../../request/respond.ts';
import { type Stage, type Story, ready, report, take } from '../work.ts';

/** What agents and people are working on. */
export const underWayStories: readonly Story[] = [speedUpPrices, translateCheckout, renewCertificates];

/** An agent at work, within its budget; one question was asked and answered. */
async function speedUpPrices(stage: Stage): Promise<void> {
  const { builder, me, perform } = stage;
  const item = await ready(
    stage,
    {
      title: 'Show the price list in under a second',
      outcome: 'Visitors on a phone see the prices within a second, so that fewer of them leave.',
      criteria: [
        { text: 'Usable within 1.0 s on a slow phone', check: 'median of five runs' },
        { text: 'Every price is the same as before', check: 'compare all 1,204 prices' },
      ],
      scope: { included: ['The public price list'], excluded: ['The look of the page'] },
      priority: 'high',
      skills: ['web'],
      parent: stage.relaunch,
      labels: ['relaunch'],
      budget: { tokens: 400_000, cost: 12 },
    },
    52,
  );
  const held = await take(stage, item, builder, 8);
  await report(
    stage,
    held,
    builder,
    {
      activity: 'Measured it as it is: 3.4 s, most of it for pictures',
      progress: 0.2,
      tokens: 31_000,
      cost: 0.7,
      minutes: 20,
    },
    7,
  );
  const asked = {
    kind: 'question',
    item: item.id,
    text: 'May the pictures load after the prices?',
    options: ['Yes', 'No'],
  };
  const { id } = await perform(builder, requestCreate, asked, 6);
  await perform(me, requestRespond, { id, answer: 'Yes, as long as nothing jumps' }, 4);
  await report(
    stage,
    held,
    builder,
    {
      activity: 'Prices come with the page; 1.2 s on a slow phone',
      progress: 0.65,
      tokens: 184_200,
      cost: 4.1,
      minutes: 150,
    },
    0.2,
  );
}

async function translateCheckout(stage: Stage): Promise<void> {
  const { writer } = stage;
  const contract = {
    title: 'Translate the checkout into French',
    outcome: 'Customers from France and Belgium pay in their own language.',
    criteria: [{ text: 'Somebody from there finds nothing odd' }],
    priority: 'medium',
    skills: ['writing'],
    budget: { cost: 5 },
  };
  const held = await take(stage, await ready(stage, contract, 30), writer, 5);
  await report(
    stage,
    held,
    writer,
    { activity: '61 of 190 texts; asked nobody so far', progress: 0.32, tokens: 41_000, cost: 0.6, minutes: 35 },
    0.4,
  );
}

/** A person at work who waits for something from outside. */
async function renewCertificates(stage: Stage): Promise<void> {
  const { mira, me, perform } = stage;
  const contract = {
    title: 'Renew the certificates of the shop',
    outcome: 'Customers see no warning when the old certificates end.',
    criteria: [{ text: 'All four names serve the new certificate', check: 'openssl s_client against each' }],
    scope: { included: ['The four public names'], excluded: ['Internal services'] },
    priority: 'critical',
    risk: 'high',
    due: new Date(stage.context.now + 5 * 86_400_000).toISOString(),
  };
  const item = await ready(stage, contract, 46);
  const held = await take(stage, item, mira, 29);
  await report(stage, held, mira, { activity: 'Three of four names are done', progress: 0.75 }, 25);
  const trouble = {
    kind: 'exception',
    item: item.id,
    to: me.id,
    class: 'external',
    severity: 'high',
    blocking: true,
    text: 'The agency still holds the name pay.example.com and does not answer',
    needed: 'A call to the agency by somebody whose name is on the contract.',
  };
  await perform(mira, requestCreate, trouble, 21);
}
