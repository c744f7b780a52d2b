import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { addPeople } from '../../../test/world.ts';
import createSession from '../session/create.ts';
import createToken from '../token/create.ts';
import listTokens from '../token/list.ts';
import { hashPassword } from '../password/hash-password.ts';
import { savePassword } from '../../store/tokens.ts';
import createParticipant from './create.ts';
import get from './get.ts';
import setEmail from './set-email.ts';
import signOut from './sign-out.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof addPeople>>;
before(async () => {
  db = await testDatabase();
  people = await addPeople(db);
});

const PASSWORD = 'a lighthouse in the fog 1';

test('somebody whose address is changed signs in by the new one, and by the old one no more', async () => {
  const mia = await db.operator(createParticipant, { kind: 'human', name: 'Mia', email: 'mia@example.com' });
  const hash = await hashPassword(PASSWORD);
  await db.database.transaction(db.workspace, (connection) => connection.query(savePassword(connection, mia.id, hash)));
  const signIn = (email: string) => db.as(null).outcome(createSession, { email, password: PASSWORD });
  assert(!('refused' in (await signIn('mia@example.com'))));
  const changed = await db.operator(setEmail, { id: mia.id, email: 'mia@new.example.com' });
  assert.deepEqual([changed['email'], changed.version], ['mia@new.example.com', mia.version + 1]);
  assert.equal(((await signIn('mia@example.com')) as { refused?: string }).refused, 'wrong_credentials');
  assert(!('refused' in (await signIn('mia@new.example.com'))));
  assert.equal((await db.operator(setEmail, { id: mia.id, email: 'mia@new.example.com' })).version, changed.version);
});

test('only a person who is an admin changes an address, of people alone, and to one that nobody has', async () => {
  const to = { email: 'somebody@example.com' };
  for (const who of ['Ana', 'Gus', 'bot'])
    assert.equal((await db.as(who).refused(setEmail, { id: people.ben, ...to })).refused, 'forbidden');
  assert.equal((await db.as('Ben').refused(setEmail, { id: 'me', ...to })).refused, 'forbidden');
  assert.equal((await db.operator.refused(setEmail, { id: people.bot, ...to })).refused, 'invalid_input');
  assert.equal((await db.operator.refused(setEmail, { id: 'nobody', ...to })).refused, 'not_found');
  await db.operator(setEmail, { id: people.ben, ...to });
  const taken = await db.operator.refused(setEmail, { id: people.ana, email: 'SOMEBODY@example.com' });
  assert.deepEqual([taken.refused, taken['field']], ['already_exists', 'email']);
  const stale = await db.operator.refused(setEmail, { id: people.ana, email: 'a@example.com' }, { ifMatch: 99 });
  assert.equal(stale.refused, 'version_conflict');
});

test('whoever is signed out by an admin or their sponsor holds nothing any more, and one fact tells of each', async () => {
  await db.as('Ana')(createToken, { id: people.bot, name: 'one' });
  await db.as('Ana')(createToken, { id: people.bot, name: 'two' });
  assert.equal((await db.as('Ben').refused(signOut, { id: people.bot })).refused, 'forbidden');
  assert.equal((await db.operator.refused(signOut, { id: 'nobody' })).refused, 'not_found');
  const before_ = (await db.events('token.revoked')).length;
  assert.deepEqual(await db.as('Ana')(signOut, { id: people.bot }), { ended: 2 });
  assert.equal((await db.events('token.revoked')).length, before_ + 2);
  assert.equal((await db.operator<{ items: unknown[] }>(listTokens, { id: people.bot })).items.length, 0);
  assert.deepEqual(await db.operator(signOut, { id: people.bot }), { ended: 0 });
  assert.equal((await db.operator(get, { id: people.bot }))['status'], 'active');
  const coact = (await db.system()).id;
  assert.equal((await db.operator.refused(signOut, { id: coact })).refused, 'forbidden');
  await checkWorld(db.database, db.workspace);
});
