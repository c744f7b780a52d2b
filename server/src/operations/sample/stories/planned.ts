import itemCreate from '../../item/create.ts';
import { type Stage, type Story, type Work, ready, write } from '../work.ts';

/** What the sample's people mean to do next: work for anybody able, what is not clear yet, and what agents suggest. */
export const plannedStories: readonly Story[] = [warnInTime, writeDownCorrections, leaveDrafts, suggest];

async function warnInTime(stage: Stage): Promise<void> {
  const contract = {
    title: 'Warn two weeks before a certificate ends',
    outcome: 'Nobody is surprised by a certificate again.',
    criteria: [{ text: 'A test certificate raises the warning', check: 'let one end in ten days' }],
    priority: 'low',
  };
  await ready(stage, contract, 44);
}

async function writeDownCorrections(stage: Stage): Promise<void> {
  const contract = {
    title: 'Write down how an order is corrected by hand',
    outcome: 'Everybody at the desk can do it, not Mira alone.',
    criteria: [{ text: 'Somebody new has followed it once' }],
    priority: 'medium',
    skills: ['writing'],
  };
  await ready(stage, contract, 20, stage.mira);
}

/** Their contracts still lack something. */
async function leaveDrafts(stage: Stage): Promise<void> {
  const form = { title: 'Shorten the sign-up form', outcome: 'More visitors finish signing up.', priority: 'medium' };
  await write(stage, { ...form, type: 'feature' }, 38);
  await write(stage, { title: 'Look into the slow search on old phones', type: 'bug' }, 14, stage.mira);
}

/** What agents write down waits in the intake. */
async function suggest({ perform, writer, builder, team }: Stage): Promise<void> {
  const asked = {
    team,
    title: 'Offer payment on account to business customers',
    outcome: 'Business customers order without a card.',
    context: 'Thirty-one of the calls that I read asked for it.',
  };
  await perform(writer, itemCreate, asked, 36);
  const seen = {
    team,
    title: 'The receipt shows the old address',
    context: 'Seen while I provoked failed payments: the footer of the receipt still names the old street.',
    type: 'bug',
  };
  await perform(builder, itemCreate, seen, 27);
}

const chain = [
  {
    title: 'Switch all payments to the new provider',
    outcome: 'Every payment goes through the provider that we chose.',
    risk: 'high',
    priority: 'critical',
    criteria: [{ text: 'A whole day of orders is paid there', check: 'compare with the books' }],
    scope: { included: ['The shop in euros'], excluded: ['The shop for dealers'] },
  },
  {
    title: 'Take the old shop down',
    outcome: 'Nobody orders where nobody looks.',
    priority: 'high',
    criteria: [{ text: 'The old address leads to the new shop', check: 'open ten old links' }],
  },
  {
    title: 'Tell customers about the new shop',
    outcome: 'Regular customers know what has become easier.',
    risk: 'low',
    priority: 'medium',
    criteria: [{ text: 'The letter has gone to everybody who ordered this year', check: 'count the letters' }],
  },
];

/** Three pieces of work of which each waits for the one before, and the first of them for `before`. */
export async function tellChain(stage: Stage, before: Work): Promise<void> {
  let blocker = before;
  for (const [i, contract] of chain.entries()) {
    const said = { ...contract, parent: stage.relaunch, blockedBy: [blocker.id], labels: ['relaunch'] };
    blocker = await ready(stage, said, 72 - i);
  }
}
