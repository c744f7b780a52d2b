import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import createParticipant from './create.ts';
import getParticipant from './get.ts';
import listParticipants from './list.ts';
import me from './me.ts';
import updateParticipant from './update.ts';

type Page = { items: Answer[]; next: string | null };

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await db.operator(createParticipant, { kind: 'human', name: 'Ana' });
  await db.operator(createParticipant, { kind: 'agent', name: 'bot-1', teams: ['GEN'] });
  await db.operator(createParticipant, { kind: 'agent', name: 'bot-2' });
  await db.operator(createParticipant, { kind: 'agent', name: '100%' });
});

const namesOf = ({ items }: Page) => items.map(({ name }) => name);

test('everybody reads who they are, their teams and the workspace', async () => {
  const mine = await db.operator<Answer & { workspace: object; memberOf: Answer[] }>(me);
  assert.deepEqual([mine['name'], mine['kind'], mine['role']], ['Operator', 'human', 'admin']);
  assert.deepEqual(mine.workspace, { id: db.workspace, name: 'Coact', currency: 'USD', sample: false });
  assert.deepEqual(
    mine.memberOf.map(({ id, key }) => [id, key]),
    [[String(mine['teams']), 'GEN']],
  );
  assert.equal((await db.as(null).refused(me)).refused, 'unauthenticated');
});

test('a participant is found by id, name or "me"', async () => {
  const bot = await db.operator(getParticipant, { id: 'bot-1' });
  assert.deepEqual(await db.as('Ana')(getParticipant, { id: bot.id }), bot);
  assert.deepEqual(await db.as('bot-1')(getParticipant, { id: 'me' }), bot);
  assert.deepEqual(await db.operator.refused(getParticipant, { id: 'Nobody' }), {
    refused: 'not_found',
    field: 'id',
    participant: 'Nobody',
  });
});

test('participants are listed by kind, team and how the name begins, page by page', async () => {
  assert.deepEqual(namesOf(await db.as('Ana')<Page>(listParticipants, { kind: 'agent' })), ['bot-1', 'bot-2', '100%']);
  assert.deepEqual(namesOf(await db.operator<Page>(listParticipants, { team: 'gen' })), ['Operator', 'bot-1']);
  assert.deepEqual(namesOf(await db.operator<Page>(listParticipants, { q: 'BOT' })), ['bot-1', 'bot-2']);
  assert.deepEqual(namesOf(await db.operator<Page>(listParticipants, { q: '%' })), []);

  const all: unknown[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Page = await db.operator<Page>(listParticipants, { limit: 2, ...(cursor && { cursor }) });
    all.push(...namesOf(page));
    cursor = page.next;
  }
  assert.deepEqual(all, ['Coact', 'Operator', 'Ana', 'bot-1', 'bot-2', '100%']);
});

test('a list refuses a team that does not exist and a cursor that it did not give', async () => {
  assert.equal((await db.operator.refused(listParticipants, { team: 'NONE' })).refused, 'unknown_reference');
  assert.equal((await db.operator.refused(listParticipants, { cursor: 'x' })).refused, 'invalid_input');
});

test('whoever is paused reads nothing, not even who they are', async () => {
  await db.operator(updateParticipant, { id: 'bot-2', status: 'paused' });
  for (const operation of [me, listParticipants]) {
    assert.equal((await db.as('bot-2').refused(operation)).refused, 'not_active');
  }
});
