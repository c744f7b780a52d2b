import itemComment from '../../item/comment.ts';
import { type Stage, type Story, finish } from '../work.ts';

/** What was done well at the first attempt. */
export const doneStories: readonly Story[] = [askWhyCustomersCall, moveTheShop, payByCard, rewriteReturns];

async function askWhyCustomersCall(stage: Stage): Promise<void> {
  const held = await finish(
    stage,
    {
      who: stage.writer,
      contract: {
        title: 'Find out why customers call before they pay',
        outcome: 'We know the three reasons behind most calls, with numbers.',
        criteria: [{ text: 'At least 200 calls are read and counted', check: 'count the rows of the table' }],
        priority: 'high',
        skills: ['writing'],
      },
      says: { activity: 'Read 120 of 214 transcripts', progress: 0.55, tokens: 310_000, cost: 4.2, minutes: 95 },
      delivered: {
        summary: 'Three reasons make up 81 % of the calls: the delivery price, failed payments, and no account.',
        evidence: [
          {
            criterion: 'c1',
            name: 'reasons.csv',
            text: 'reason,calls\ndelivery price comes late,79\npayment failed without a reason,58\nno account wanted,37\nother,40\ntotal,214',
          },
        ],
      },
    },
    480,
  );
  await stage.perform(stage.mira, itemComment, { id: held.id, text: 'This settles what we do first. Thank you!' }, 455);
}

async function moveTheShop(stage: Stage): Promise<void> {
  await finish(
    stage,
    {
      who: stage.mira,
      contract: {
        title: 'Move the shop to the new host',
        outcome: 'The shop runs where we can change it without waiting for the agency.',
        criteria: [{ text: 'Orders arrive as before for a whole day', check: 'compare both order books' }],
        priority: 'high',
        risk: 'medium',
        parent: stage.relaunch,
        labels: ['relaunch'],
      },
      says: { activity: 'Copied; the address is switched tonight', progress: 0.8 },
      delivered: {
        summary: 'The address was switched at 02:10; nobody noticed.',
        evidence: [
          {
            criterion: 'c1',
            name: 'order-books.txt',
            text: '312 orders in the old book, 312 in the new one, 0 differ',
          },
        ],
      },
    },
    400,
  );
}

async function payByCard(stage: Stage): Promise<void> {
  await finish(
    stage,
    {
      who: stage.builder,
      contract: {
        title: 'Let customers pay by card without an account',
        outcome: 'Nobody has to make an account in order to pay.',
        criteria: [{ text: 'A guest pays by card in under a minute', check: 'time five people' }],
        priority: 'high',
        skills: ['web'],
        parent: stage.relaunch,
        labels: ['relaunch', 'payments'],
      },
      says: { activity: 'Guests reach the card form', progress: 0.7, tokens: 205_000, cost: 5.2, minutes: 130 },
      delivered: {
        summary: 'The account is offered after the payment, not before it.',
        evidence: [{ criterion: 'c1', name: 'five-people.txt', text: '41 s, 38 s, 52 s, 47 s, 35 s' }],
      },
    },
    200,
  );
}

async function rewriteReturns(stage: Stage): Promise<void> {
  await finish(
    stage,
    {
      owner: stage.mira,
      who: stage.writer,
      contract: {
        title: 'Rewrite the page about returns',
        outcome: 'Customers know how to send something back without asking.',
        criteria: [{ text: 'Somebody who has never seen it can say the three steps' }],
        priority: 'medium',
        skills: ['writing'],
      },
      says: { activity: 'Second draft, half as long', progress: 0.6, tokens: 48_000, cost: 0.7 },
      delivered: {
        summary: 'Three steps, 140 words, no conditions above the fold.',
        evidence: [
          { criterion: 'c1', name: 'reading.txt', text: 'Two colleagues named all three steps after one reading' },
        ],
      },
    },
    120,
  );
}
