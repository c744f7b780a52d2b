import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limits } from '../src/domain/limits.ts';
import createHook from '../src/operations/hook/create.ts';
import receipts from '../src/operations/hook/receipts.ts';
import createParticipant from '../src/operations/participant/create.ts';
import createTeam from '../src/operations/team/create.ts';
import { keepReceipt } from '../src/store/hooks.ts';
import { webhookWorld } from './webhook-world.ts';
import { type Page, readyItem } from './world.ts';

const DAY = 86_400_000;
const { db, add, until, deliveries, arrivals, settled } = await webhookWorld();

test('what was delivered and received long ago is swept; dead letters stay, and what GitHub could send again', async () => {
  await db.operator(createTeam, { key: 'OPS', name: 'Operations' });
  await db.operator(createParticipant, { kind: 'system', name: 'ci' });
  const made: string[] = [];
  for (const form of ['generic', 'github']) {
    const hook = await db.operator(createHook, {
      name: form,
      form,
      participant: 'ci',
      allows: ['intake'],
      team: 'OPS',
    });
    made.push(hook.id);
    for (const outcome of ['done', 'ignored']) {
      const receipt = { delivery: outcome, at: db.clock.now, kind: 'intake', outcome, item: null };
      await db.database.within(db.workspace, (connection) => keepReceipt(connection, hook.id, receipt));
    }
  }
  const { webhook, path } = await add({ types: ['item.created'] });
  await readyItem(db.operator);
  await arrivals(path, 1);
  await settled(webhook, 'delivered');
  const dead = await add({ types: ['item.created'] }, ['error']);
  await readyItem(db.operator);
  await arrivals(dead.path, 1);

  const kept = async (id = '') =>
    (await db.operator<Page<{ delivery: string }>>(receipts, { id })).items.map(({ delivery }) => delivery).toSorted();
  db.clock.advance(4 * DAY);
  await settled(dead.webhook, 'dead');
  assert.deepEqual(await kept(made[0]), ['done', 'ignored'], 'nothing is old yet');

  db.clock.advance(limits.deliveryDays * DAY);
  await until(
    () => deliveries(webhook, { state: 'delivered' }),
    (all) => all.length === 0,
  );
  await until(
    async () => [await kept(made[0]), await kept(made[1])],
    ([generic, github]) => generic?.length === 0 && github?.join() === 'done',
  );
  assert.equal((await deliveries(dead.webhook, { state: 'dead' })).length, 1);

  db.clock.advance(limits.githubReceiptDays * DAY);
  await until(
    () => kept(made[1]),
    (all) => all.length === 0,
  );
});
