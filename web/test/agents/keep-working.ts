/** An agent that works on and on: it says what it is told, and lets go when the work is no longer its own. */
import { CoactError } from 'coact';
import { connectFromEnvironment, say, until } from './beat.ts';

const client = connectFromEnvironment();
const { item, run } = await until(() => client.work.claim(), 'work');
const { id, fence } = run;
say(`claimed ${item.key}`);
await client.run.report({ id, fence, activity: 'Reading the first of nine files', progress: 0.1 });

await until(async () => {
  try {
    const { signals } = await client.run.heartbeat({ id, fence });
    for (const { kind, data } of signals) say(`heard ${kind}: ${String(data['text'] ?? data['reason'] ?? '')}`);
    return null;
  } catch (error) {
    if (!(error instanceof CoactError) || error.code !== 'stale_fence') throw error;
    say(`let go: ${String(error.problem['ending'])}: ${String(error.problem['reason'])}`);
    return 'over';
  }
}, 'an end');
