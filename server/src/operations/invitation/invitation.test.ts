import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import createParticipant from '../participant/create.ts';
import invite from '../participant/invite.ts';
import completeSetup from '../setup/complete.ts';
import createTeam from '../team/create.ts';
import createInvitation from './create.ts';
import listInvitations from './list.ts';
import revokeInvitation from './revoke.ts';

type Invited = { participant: Answer; url: string; expiresAt: string };
type Page = { items: Answer[]; next: string | null };

let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase();
  await db.operator(createTeam, { name: 'Operations', key: 'OPS' });
  // The first admin is invited as well, by the server itself.
  for (const { id, invitedBy } of await open()) {
    assert.equal(invitedBy, null);
    await db.operator(revokeInvitation, { id });
  }
});

const tokenOf = ({ url }: { url: string }) => new URL(url).hash.slice(1);
const accept = (token: string) => ({ token, name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' });
const open = async () => (await db.operator<Page>(listInvitations)).items;

test('an admin invites a person with a role and teams; whoever opens the link is them, once', async () => {
  const invited = await db.operator<Invited>(createInvitation, { name: 'Ana', role: 'admin', teams: ['OPS'], days: 7 });
  const { participant, expiresAt } = invited;
  assert.deepEqual(
    [participant['role'], (participant['teams'] as string[]).length, expiresAt],
    ['admin', 1, '2026-01-12T09:00:00.000Z'],
  );
  const { id: _, ...told } = (await open())[0] ?? { id: '' };
  assert.deepEqual(told, {
    name: 'Ana',
    participant: participant.id,
    invitedBy: (await db.bearer('Operator')).id,
    createdAt: '2026-01-05T09:00:00.000Z',
    expiresAt,
  });
  await db.as(null)(completeSetup, accept(tokenOf(invited)));
  assert.deepEqual([await open(), (await db.bearer('Ana')).role], [[], 'admin']);
  assert.equal((await db.as(null).refused(completeSetup, accept(tokenOf(invited)))).refused, 'wrong_credentials');
});

test('an invitation holds for two days unless stated, and no longer than two weeks', async () => {
  const { expiresAt } = await db.operator<Invited>(createInvitation, { name: 'Ana' });
  assert.equal(expiresAt, '2026-01-07T09:00:00.000Z');
  assert.equal((await db.operator.refused(createInvitation, { name: 'Ben', days: 15 })).refused, 'invalid_input');
  assert.equal((await db.operator.refused(createInvitation, { name: 'Ben', days: 0 })).refused, 'invalid_input');
  const longer = await db.operator<Invited>(invite, { id: 'Ana', days: 14 });
  assert.equal(longer.expiresAt, '2026-01-19T09:00:00.000Z');
  assert.equal((await open()).length, 1);
  db.clock.advance(14 * 86_400_000);
  assert.deepEqual(await open(), []);
  assert.equal((await db.as(null).refused(completeSetup, accept(tokenOf(longer)))).refused, 'wrong_credentials');
});

test('an invitation that was taken back leads nowhere, and the ledger says so', async () => {
  const invited = await db.operator<Invited>(createInvitation, { name: 'Ana' });
  const [one] = await open();
  assert(one);
  await db.operator(revokeInvitation, { id: one.id });
  assert.deepEqual(await open(), []);
  assert.equal((await db.as(null).refused(completeSetup, accept(tokenOf(invited)))).refused, 'wrong_credentials');
  assert.deepEqual(
    (await db.events('invitation.revoked')).slice(-1).map(({ subject, data }) => [subject, data]),
    [[invited.participant.id, { token: one.id }]],
  );
  for (const id of [one.id, 'x', db.ids.next()])
    assert.deepEqual(await db.operator.refused(revokeInvitation, { id }), {
      refused: 'not_found',
      field: 'id',
      invitation: id,
    });
});

test('a team that there is not, an address that is taken and a page of another list are refused', async () => {
  await db.operator(createParticipant, { kind: 'human', name: 'Ben', email: 'ben@example.com' });
  const refused = (more: object) => db.operator.refused(createInvitation, { name: 'Ana', ...more });
  assert.equal((await refused({ teams: ['NONE'] })).refused, 'unknown_reference');
  assert.deepEqual(await refused({ email: 'Ben@example.com' }), { refused: 'already_exists', field: 'email' });
  assert.equal((await db.operator.refused(listInvitations, { cursor: 'x' })).refused, 'invalid_input');
});

test('only admins invite, see who is invited and take it back', async () => {
  await db.operator<Invited>(createInvitation, { name: 'Ana' });
  await db.operator(createParticipant, { kind: 'human', name: 'Ben' });
  const [one] = await open();
  for (const [operation, input] of [
    [createInvitation, { name: 'Eve' }],
    [listInvitations, {}],
    [revokeInvitation, { id: one?.id }],
  ] as const)
    assert.equal((await db.as('Ben').refused(operation, input)).refused, 'forbidden');
});

test('invitations come page by page', async () => {
  for (const name of ['Ana', 'Ben', 'Cem']) await db.operator(createInvitation, { name });
  const page = await db.operator<Page>(listInvitations, { limit: 2 });
  const rest = await db.operator<Page>(listInvitations, { limit: 2, cursor: page.next });
  assert.deepEqual([page.items.length, rest.items.length, rest.next], [2, 1, null]);
});
