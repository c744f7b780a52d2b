import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import inboxList from '../inbox/list.ts';
import participantCreate from '../participant/create.ts';
import requestCreate from './create.ts';
import requestForward from './forward.ts';
import requestRespond from './respond.ts';
import requestSee from './see.ts';

const { operator, as, events } = await testDatabase();
await operator(participantCreate, { kind: 'agent', name: 'bot' });
const ana = await operator(participantCreate, { kind: 'human', name: 'Ana' });

const asked = () => as('bot')(requestCreate, { kind: 'question', text: 'Which supplier?', to: 'Operator' });
const inbox = async (who: string) => (await as(who)<{ items: { id: string }[] }>(inboxList)).items.map(({ id }) => id);

test('a request that is passed on leaves one inbox and enters another, unseen, with the reason in the ledger', async () => {
  const { id } = await asked();
  await operator(requestSee, { id });
  const forwarded = await operator(requestForward, { id, to: 'Ana', reason: 'She knows the suppliers.' });
  assert.deepEqual([forwarded['to'], forwarded['firstSeenAt']], [{ participant: ana.id }, null]);
  assert(!(await inbox('Operator')).includes(id));
  assert((await inbox('Ana')).includes(id));
  const [event] = (await events('request.forwarded')).slice(-1);
  assert.equal(event?.data['reason'], 'She knows the suppliers.');
  await as('Ana')(requestRespond, { id, answer: 'The second one.', dwell: 40 });
  assert.equal((await events('request.answered')).at(-1)?.data['dwell'], 40);
});

test('only whoever is asked, asked it or leads the workspace passes a request on, to somebody who is there', async () => {
  const { id } = await asked();
  const forward = { id, to: 'role:admin', reason: 'Too large for me.' };
  assert.equal((await as('Ana').refused(requestForward, forward)).refused, 'forbidden');
  assert.equal((await operator.refused(requestForward, { ...forward, to: 'Nobody' })).refused, 'unknown_reference');
  assert.equal((await operator.refused(requestForward, { ...forward, reason: '' })).refused, 'invalid_input');
  assert.equal((await operator.refused(requestForward, { ...forward, id: 'nothing' })).refused, 'not_found');
  await operator(requestRespond, { id, answer: 'The first one.' });
  assert.equal((await operator.refused(requestForward, forward)).refused, 'wrong_state');
});
