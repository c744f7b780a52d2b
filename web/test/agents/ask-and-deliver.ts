/** An agent that takes the next work, asks one question, delivers, and delivers again with whatever it was told was wrong. */
import type { Claim } from 'coact';
import { connectFromEnvironment, say, until } from './beat.ts';

const client = connectFromEnvironment();

const first = await until(() => client.work.claim(), 'work');
const { id: item, key } = first.item;
say(`claimed ${key}`);
await report(first, 'Looking at how it is now', 0.2);
await client.request.create({ kind: 'question', item, text: 'Which key type?', options: ['ECDSA', 'RSA'] });
const { answer } = await hear(first, 'answer');
say(`answered ${String(answer)}`);
await report(first, `Making a key of type ${String(answer)}`, 0.7);
await deliver(first, `A key of type ${String(answer)}`);
say('delivered');

while ((await until(verdict, 'a verdict')) === 'active') {
  const again = await until(() => client.work.claim({ item }), 'the work again');
  const reasons = again.brief.earlierAttempts
    .flatMap((attempt) => attempt.verdicts ?? [])
    .flatMap(({ reason }) => reason ?? []);
  say(`returned: ${reasons.join('; ')}`);
  await deliver(again, `Mended: ${reasons.join('; ')}`);
  say('delivered again');
}
say('accepted');

async function report({ run: { id, fence } }: Claim, activity: string, progress: number): Promise<void> {
  await client.run.report({ id, fence, activity, progress, usage: { tokens: progress * 1_000, cost: progress } });
}

/** Beats until a signal of this kind is heard. */
function hear({ run: { id, fence } }: Claim, kind: string): Promise<Record<string, unknown>> {
  return until(async () => {
    const { signals } = await client.run.heartbeat({ id, fence });
    return signals.find((signal) => signal.kind === kind)?.data;
  }, kind);
}

async function deliver({ run: { id, fence }, brief }: Claim, text: string): Promise<void> {
  const evidence = brief.contract.criteria.map((criterion) => ({
    criterion: criterion.id,
    name: `${criterion.id}.txt`,
    text: `${text} (${criterion.text})`,
  }));
  await client.run.deliver({ id, fence, summary: text, evidence });
}

/** Null while nobody has judged yet. */
async function verdict(): Promise<string | null> {
  const { state } = await client.item.get({ id: item });
  return state === 'review' ? null : state;
}
