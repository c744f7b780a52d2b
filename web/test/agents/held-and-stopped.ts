/** An agent that delivers, waits while that is held, works on, and says how it was refused and when it may go on. */
import { CoactError, HeldForApproval } from 'coact';
import { connectFromEnvironment, say, until } from './beat.ts';

const client = connectFromEnvironment();

const first = await until(() => client.work.claim(), 'work');
say(`claimed ${first.item.key}`);
const { id, fence } = first.run;
const evidence = first.brief.contract.criteria.map((criterion) => ({
  criterion: criterion.id,
  name: 'result.txt',
  text: 'All lines are there.',
}));
try {
  await client.run.deliver({ id, fence, summary: 'All lines are there.', evidence });
  say('delivered without asking');
} catch (error) {
  if (!(error instanceof HeldForApproval)) throw error;
  say(`held: ${String(error.problem['because'])}`);
}
await until(async () => {
  const { state } = await client.item.get({ id: first.item.id });
  if (state !== 'active') return state;
  await client.run.heartbeat({ id, fence }).catch(() => null);
  return null;
}, 'an approval');
say('delivered');

const second = await until(() => client.work.claim(), 'more work');
say(`claimed ${second.item.key}`);
await until(() => refusal(() => client.item.comment({ id: second.item.id, text: 'Still at it.' })), 'a refusal');
const refused = await refusal(() => client.item.comment({ id: second.item.id, text: 'And now?' }));
say(`refused: ${String(refused?.code)}: ${JSON.stringify(refused?.problem)}`);
const again = await until(() => client.work.claim().catch(() => null), 'a lift');
say(`goes on with ${again.item.key}`);

async function refusal(call: () => Promise<unknown>): Promise<CoactError | null> {
  try {
    await call();
    return null;
  } catch (error) {
    if (error instanceof CoactError) return error;
    throw error;
  }
}
