import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, test } from 'node:test';
import { verifyExport } from 'coact/ledger';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { placeAll } from '../../../test/place-all.ts';
import { seal } from '../../jobs/sealer.ts';
import { raw, sql } from '../../store/sql.ts';
import { exportLedger } from '../export-ledger.ts';
import { isRefusal } from '../../domain/refusals.ts';
import liftHold from '../hold/lift.ts';
import placeHold from '../hold/place.ts';
import importCreate from '../import/create.ts';
import createToken from '../token/create.ts';
import createParticipant from './create.ts';
import getParticipant from './get.ts';
import pseudonymise from './pseudonymise.ts';
import retire from './retire.ts';
import updateParticipant from './update.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
});

const NAME = 'Zenobia Quill';
const EMAIL = 'zenobia@example.com';
async function leaver(name = NAME, email = EMAIL): Promise<string> {
  const { id } = await db.operator(createParticipant, { kind: 'human', name, email });
  await db.as(id)(updateParticipant, { id: 'me', name: `${name} the Elder` });
  await db.as(id)(createToken, { id: 'me', name: 'laptop' });
  await db.operator(retire, { id, successor: 'Operator', reason: 'Left.' });
  return id;
}

/** Everything that the tables say, as one text. */
const everything = () =>
  db.database.within(db.workspace, async ({ query }) => {
    const tables = await query<{ name: string }>(
      sql`select table_name as name from information_schema.columns where table_schema = 'coact' and column_name = 'workspace'`,
    );
    const texts = await Promise.all(
      tables.map(async ({ name }) => {
        const rows = await query<{ row: string }>(allOf(name));
        return rows.map(({ row }) => row).join('\n');
      }),
    );
    return texts.join('\n');
  });
const allOf = (table: string) => sql`select t::text as row from ${raw(`"${table}"`)} t`;

async function verify() {
  await placeAll(db.database, db.workspace);
  await seal(db.database, db.workspace, db.clock.now);
  const lines = await exportLedger(db.database, db.workspace);
  assert(!isRefusal(lines));
  return verifyExport(lines);
}

test('the ledger never says a name or an address of a person, only a commitment that can be proved while it is kept', async () => {
  const { id } = await db.operator(createParticipant, {
    kind: 'human',
    name: 'Wendeline Marsh',
    email: 'w@example.com',
  });
  const [told] = (await db.events('participant.created')).slice(-1);
  assert(!JSON.stringify(await db.events()).includes('Wendeline'));
  assert(told);
  const { name } = told.data['personal'] as { name: { id: string; sha256: string } };
  const [kept] = await db.database.within(db.workspace, ({ query }) =>
    query<{ salt: Buffer; value: string; participant: string }>(
      sql`select salt, value, participant from personal_data where id = ${name.id}`,
    ),
  );
  assert.deepEqual([kept?.value, kept?.participant], ['Wendeline Marsh', id]);
  assert.equal(
    createHash('sha256')
      .update(kept?.salt ?? '')
      .update(kept?.value ?? '')
      .digest('hex'),
    name.sha256,
  );
});

test('people who come with a backlog are not named in the ledger either', async () => {
  const people = [{ name: 'Imogen Vale', kind: 'human', email: 'imogen@example.com' }];
  const items = [{ ref: '1', title: 'One' }];
  await db.operator.outcome(importCreate, { source: 'test', people, items });
  const participants = (await db.events('participant.created')).map(({ data }) => JSON.stringify(data)).join();
  assert(!/imogen/i.test(participants));
});

test('somebody who has left can be forgotten: no table names them, and the ledger verifies as before', async () => {
  const id = await leaver();
  const before = await verify();
  assert.deepEqual(before.problems, []);
  const after = await db.operator(pseudonymise, { id, reason: 'They asked for it.' });
  assert.equal(after['name'], `Former member ${id.slice(-6)}`);
  assert.equal(after['email'], null);
  const said = await everything();
  assert(!said.includes('Zenobia') && !said.includes(EMAIL), 'nothing that is kept says who it was');
  const read = await db.operator(getParticipant, { id });
  assert.deepEqual([read['name'], read['status']], [after['name'], 'retired']);
  assert.equal((await db.events('participant.pseudonymised')).length, 1);
  const again = await verify();
  assert.deepEqual(again.problems, []);
});

test('only an admin forgets somebody, only a person, only one who has left, and nobody on whom a hold is placed', async () => {
  const id = await leaver('Ottoline Reed', 'ottoline@example.com');
  const bot = await db.operator(createParticipant, { kind: 'agent', name: 'bot' });
  const ben = await db.operator(createParticipant, { kind: 'human', name: 'Ben' });
  const refused = async (input: object) => (await db.operator.refused(pseudonymise, { reason: 'x', ...input })).refused;
  assert.equal((await db.as('Ben').refused(pseudonymise, { id, reason: 'x' })).refused, 'forbidden');
  assert.equal(await refused({ id: bot.id }), 'invalid_input');
  assert.equal(await refused({ id: ben.id }), 'wrong_state');
  assert.equal(await refused({ id: db.ids.next() }), 'not_found');
  for (const named of [{ scope: 'participant', target: id }, { scope: 'workspace' }]) {
    const hold = await db.operator(placeHold, { ...named, reason: 'An inquiry.' });
    assert.equal(await refused({ id }), 'on_hold');
    await db.operator(liftHold, { id: hold.id, reason: 'Closed.' });
  }
  await db.operator(pseudonymise, { id, reason: 'They asked for it.' });
});
