import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import participantCreate from '../participant/create.ts';
import requestCreate from './create.ts';
import requestSee from './see.ts';

test('the first look at a request is kept, and only somebody who may answer can give it', async () => {
  const { operator, as, clock, events } = await testDatabase();
  await operator(participantCreate, { kind: 'agent', name: 'bot' });
  const { id } = await as('bot')(requestCreate, { kind: 'question', text: 'Which?', to: 'Operator' });
  assert.equal((await as('bot').refused(requestSee, { id })).refused, 'forbidden');

  const first = await operator(requestSee, { id });
  assert.equal(first['firstSeenAt'], new Date(clock.now).toISOString());
  clock.advance(60_000);
  assert.deepEqual(await operator(requestSee, { id }), first);
  assert.equal((await events('request.seen')).length, 1);
  assert.equal((await operator.refused(requestSee, { id: 'nothing' })).refused, 'not_found');
});
