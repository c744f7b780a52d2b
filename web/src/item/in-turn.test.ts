import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inTurn } from './in-turn.ts';

test('acts on one item wait for each other, and a failed one holds up nothing', async () => {
  const done: string[] = [];
  const act = (name: string, ms: number) => async () => {
    await sleep(ms);
    done.push(name);
    return name;
  };
  const failed = inTurn('a', async () => {
    await sleep(10);
    throw new Error('refused');
  });
  const rest = Promise.all([inTurn('a', act('slow', 20)), inTurn('a', act('quick', 0)), inTurn('b', act('other', 0))]);
  await assert.rejects(failed, /refused/);
  assert.deepEqual(await rest, ['slow', 'quick', 'other']);
  assert.deepEqual(done, ['other', 'slow', 'quick']);
});
