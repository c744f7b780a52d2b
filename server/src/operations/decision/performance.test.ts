import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import type { Answer } from '../../../test/database.ts';
import { decisionWorld } from '../../../test/decision-world.ts';
import { type Item, type Request, claimItem, readyItem } from '../../../test/world.ts';
import getItem from '../item/get.ts';
import getRequest from '../request/get.ts';
import respond from '../request/respond.ts';
import heartbeat from '../run/heartbeat.ts';

type Asked = Request & { body: Answer };
type Logged = { performance: { request: string; state: string; reason: string | null } | null };

const { db, people, ask, choose, read, inInbox } = await decisionWorld<Asked, Logged>();

test('whoever performs is asked to carry the decision out; it is seen whether they took it up, and no work moves', async () => {
  const item = await readyItem(db.as('Ana'));
  const claimed = await claimItem(db.as('bot'), item);
  const { id } = await ask('bot', { item: item.key, roles: { perform: 'Ben' } });
  await choose('Ana', id, 'new');
  const told = (await read(id)).performance;
  assert(told);
  assert.equal(told.state, 'open');
  assert.equal(await inInbox('Ben', told.request), true);
  const { kind, body } = await db.as('Ben')<Asked & { kind: string }>(getRequest, { id: told.request });
  assert.deepEqual(
    [kind, body['text'], body['expected']],
    ['handoff', 'Carry out what was decided. Which vendor? A new one', 'A week of changes.'],
  );
  await db.as('Ben')(respond, { id: told.request, accept: true });
  assert.equal((await read(id)).performance?.state, 'answered');
  const after = await db.operator<Item & { executor: string }>(getItem, { id: item.id });
  assert.deepEqual([after.executor, after.run?.id], [people.bot, claimed.run.id]);
  const other = await ask('bot', { to: 'Ana', roles: { perform: 'bat' } });
  await choose('Ana', other.id, 'new');
  const asked = (await read(other.id)).performance;
  await db.as('bat')(respond, { id: asked?.request, accept: false, reason: 'I have no key.' });
  const declined = (await read(other.id)).performance;
  assert.deepEqual([declined?.state, declined?.reason], ['declined', 'I have no key.']);
  const own = await ask('bot', { to: 'Ana', roles: { perform: 'Ana' } });
  await choose('Ana', own.id, 'new');
  assert.equal((await read(own.id)).performance, null, 'whoever decides it knows');
  await checkWorld(db.database, db.workspace);
});

test('the agent that works on what was decided about hears whether it is carried out, and why not', async () => {
  const { run, item } = await claimItem(db.as('bot'), await readyItem(db.as('Ana')));
  const heard = async () => {
    const beat = { id: run.id, fence: run.fence };
    const { signals } = await db.as('bot')<{ signals: { kind: string; data: Answer }[] }>(heartbeat, beat);
    return signals.flatMap(({ data }) => (data['performance'] ? [data['performance'] as Answer] : []));
  };
  const decided = async () => {
    const { id } = await ask('bot', { item: item.key, roles: { perform: 'Ben' }, blocking: false });
    await choose('Ana', id, 'new');
    return (await read(id)).performance?.request ?? '';
  };
  const declined = await decided();
  await db.as('Ben')(respond, { id: declined, accept: false, reason: 'I am on leave.' });
  const no = { state: 'declined', by: people.ben, reason: 'I am on leave.', handoff: declined };
  assert.deepEqual(await heard(), [no]);
  const accepted = await decided();
  await db.as('Ben')(respond, { id: accepted, accept: true });
  assert.deepEqual(
    (await heard()).map(({ state }) => state),
    ['answered'],
  );
});
