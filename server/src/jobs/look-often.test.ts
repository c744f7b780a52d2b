import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '../../test/database.ts';
import { lookOften } from './look-often.ts';

const EVERY = 5;

test('a look that takes long is not begun again meanwhile, and stopping waits for its end', async () => {
  const { database, workspace } = await testDatabase();
  const seen: string[] = [];
  let ended = 0;
  const looking = lookOften({
    database,
    every: EVERY,
    log: assert.fail,
    trouble: 'none',
    async look(one) {
      seen.push(one);
      await sleep(20 * EVERY);
      ended += 1;
    },
  });
  while (seen.length === 0) await sleep(EVERY);
  await sleep(10 * EVERY);
  assert.deepEqual(seen, [workspace]);
  await looking.stop();
  assert.equal(looking.stopping.aborted, true);
  assert.equal(ended, seen.length);
  await sleep(10 * EVERY);
  assert.equal(ended, seen.length);
});

test('a look that fails is told, and tried again', async () => {
  const { database } = await testDatabase();
  const told: unknown[] = [];
  const looks: string[] = [];
  const looking = lookOften({
    database,
    every: EVERY,
    log: (message, error) => told.push([message, String(error)]),
    trouble: 'it could not be done',
    async look(workspace) {
      looks.push(workspace);
      if (looks.length === 1) throw new Error('away');
    },
  });
  while (looks.length < 2) await sleep(EVERY);
  await looking.stop();
  assert.deepEqual(told, [['it could not be done', 'Error: away']]);
});
