import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import createParticipant from '../src/operations/participant/create.ts';
import getParticipant from '../src/operations/participant/get.ts';
import updateParticipant from '../src/operations/participant/update.ts';
import createProvider from '../src/operations/provider/create.ts';
import deleteProvider from '../src/operations/provider/delete.ts';
import testProvider from '../src/operations/provider/test.ts';
import updateProvider from '../src/operations/provider/update.ts';
import createTeam from '../src/operations/team/create.ts';
import getTeam from '../src/operations/team/get.ts';
import { signInProblems } from '../src/domain/sign-in/problems.ts';
import { signInProblems as words } from '../../web/src/words/sign-in-problems.ts';
import { testApp } from './app.ts';
import { type Browser, browser } from './browser.ts';
import { checkWorld } from './check-world.ts';
import type { Answer } from './database.ts';
import { type OidcPerson, oidcServer } from './oidc-server.ts';
import { atEnd } from './server.ts';

const app = await testApp();
const oidc = await oidcServer(`${app.url}/sign-in/callback`);
atEnd(oidc.close);
const settings = { issuer: oidc.issuer, ...oidc.client, scopes: ['profile', 'email', 'groups'], groupsClaim: 'groups' };
let provider: Answer;
before(async () => {
  await app.operator(createTeam, { key: 'OPS', name: 'Operations' });
  await app.operator(createTeam, { key: 'DEV', name: 'Development' });
  const mappings = [
    { group: 'developers', role: 'member', teams: ['DEV'] },
    { group: 'operators', teams: ['OPS'] },
    { group: 'bosses', role: 'admin' },
  ];
  const more = { mappings, createPeople: true, emailDomains: ['example.com'] };
  provider = await app.operator(createProvider, { name: 'House', ...settings, ...more });
});

/** Signs in as a person does: types a name at the provider, agrees, and is sent back. Gives where that led. */
async function signIn(login: string, person: OidcPerson, { id } = provider, one: Browser = browser()): Promise<string> {
  oidc.people.set(login, person);
  let at = (await one.follow(`${app.url}/sign-in/${id}`)).at(-1) ?? '';
  for (let steps = 0; at.includes('/interaction/') && steps < 4; steps += 1) {
    const { body } = await one.get(at);
    const [, prompt = ''] = /name="prompt" value="(\w+)"/.exec(body) ?? [];
    at = (await one.follow((await one.post(at, { prompt, login, password: 'any' })) ?? '')).at(-1) ?? '';
  }
  return at.replace(app.url, '');
}
const person = (more: OidcPerson = {}): OidcPerson => ({ email_verified: true, ...more });
const who = async (name: string) => {
  const { role, teams } = await app.operator<{ role: string; teams: string[] }>(getParticipant, { id: name });
  const keys = await Promise.all(teams.map(async (id) => (await app.operator(getTeam, { id }))['key']));
  return [role, ...keys.map(String).sort()];
};

test('somebody new at a real provider becomes a person, with the role and the teams of their groups', async () => {
  const one = browser();
  const cleo = person({ email: 'cleo@example.com', name: 'Cleo', groups: ['developers', 'strangers'] });
  assert.equal(await signIn('cleo', cleo, provider, one), '/#signed-in');
  const me = await app.send('/v1/me', {
    headers: { authorization: '', cookie: `coact_session=${one.cookies.get('coact_session')}` },
  });
  assert.deepEqual([me.json['name'], me.json['email'], me.json['kind']], ['Cleo', 'cleo@example.com', 'human']);
  assert.deepEqual(await who('Cleo'), ['member', 'DEV']);
});

test('groups are mapped at every sign-in: what they gave goes with them, what was given by hand stays', async () => {
  await app.operator(updateParticipant, { id: 'Cleo', teams: ['DEV', 'GEN'] });
  const as = (groups: string[]) => signIn('cleo', person({ email: 'cleo@example.com', name: 'Cleo', groups }));
  await as(['developers', 'operators', 'bosses']);
  assert.deepEqual(await who('Cleo'), ['admin', 'DEV', 'GEN', 'OPS']);
  await as(['operators']);
  assert.deepEqual(await who('Cleo'), ['guest', 'GEN', 'OPS']);
  await as([]);
  assert.deepEqual(await who('Cleo'), ['guest', 'GEN']);
  const types = (await app.events()).map(({ type }) => type).slice(-3);
  assert.deepEqual(types, ['session.created', 'member.removed', 'session.created']);
});

test('whoever is known here by a verified address is that person, and stays it under another address', async () => {
  const { id } = await app.operator(createParticipant, { kind: 'human', name: 'Ben', email: 'ben@example.com' });
  await signIn('ben', person({ email: 'BEN@example.com' }));
  await signIn('ben', person({ email: 'benjamin@elsewhere.example', email_verified: false }));
  const sessions = (await app.events('session.created')).slice(-2);
  assert.deepEqual(
    sessions.map(({ subject }) => subject),
    [id, id],
  );
});

test('an address that is not verified, of somebody who came by another name, or elsewhere leads to nobody', async () => {
  const before = (await app.events()).length;
  const problem = async (login: string, said: OidcPerson) => signIn(login, said);
  assert.equal(
    await problem('thief', person({ email: 'ben@example.com', email_verified: false })),
    '/sign-in?problem=email_unverified',
  );
  assert.equal(await problem('other', person({ email: 'ben@example.com' })), '/sign-in?problem=email_taken');
  assert.equal(await problem('guest', person({ email: 'gus@elsewhere.example' })), '/sign-in?problem=wrong_domain');
  await app.operator(updateProvider, { id: provider.id, createPeople: false });
  assert.equal(await problem('dora', person({ email: 'dora@example.com' })), '/sign-in?problem=not_invited');
  assert.equal((await app.events()).length, before + 1, 'only the change of the provider');
});

test('a person who declines at the provider is told that they did', async () => {
  const one = browser();
  const at = (await one.follow(`${app.url}/sign-in/${provider.id}`)).at(-1) ?? '';
  const landed = (await one.follow(`${at}/abort`)).at(-1);
  assert.equal(landed, `${app.url}/sign-in?problem=cancelled`);
});

test('the test of a provider says in words what is right and what is not', async () => {
  const tested = async (more: object) => {
    const { id } = await app.operator(createProvider, { name: `Try ${Math.random()}`, ...settings, ...more });
    const { works, checks } = await app.operator<{
      works: boolean;
      checks: { check: string; fine: boolean; says: string }[];
    }>(testProvider, { id });
    await app.operator(deleteProvider, { id });
    return {
      works,
      wrong: checks
        .filter(({ fine }) => !fine)
        .map(({ says }) => says)
        .join(' '),
    };
  };
  assert.deepEqual(await tested({}), { works: true, wrong: '' });
  assert.match(
    (await tested({ clientSecret: 'another' })).wrong,
    /does not accept the client id with this client secret/,
  );
  assert.match((await tested({ clientId: 'another' })).wrong, /does not accept the client id/);
  assert.match((await tested({ issuer: `${oidc.issuer}/realm` })).wrong, /cannot be used: it answered with status 404/);
  const otherName = oidc.issuer.replace('localhost', '127.0.0.1');
  assert.match(
    (await tested({ issuer: otherName })).wrong,
    /names itself http:\/\/localhost:\d+, not http:\/\/127\.0\.0\.1/,
  );
  assert.match((await tested({ issuer: 'https://10.0.0.1' })).wrong, /private network.+COACT_PRIVATE_HOSTS/);
  assert.match((await tested({ issuer: 'http://127.0.0.1:1' })).wrong, /refuses connections/);
});

test('the sign-in page has words for everything that may keep somebody out', () => {
  assert.deepEqual(Object.keys(words).sort(), [...signInProblems].sort());
  for (const { message, hint } of Object.values(words)) assert(message.endsWith('.') && hint.endsWith('.'));
});

test('a provider that is the only way in of the last admin stays, and of others unless that is meant', async () => {
  const { id } = await app.operator(createProvider, {
    name: 'Bosses',
    ...settings,
    mappings: [{ group: 'bosses', role: 'admin' }],
    createPeople: true,
  });
  await signIn('zoe', person({ email: 'zoe@example.com', name: 'Zoe', groups: ['bosses'] }), { ...provider, id });
  assert.deepEqual(await who('Zoe'), ['admin']);
  const zoe = await app.operator(getParticipant, { id: 'Zoe' });
  for (const leavesOut of [false, true]) {
    const refusal = await app.operator.refused(deleteProvider, { id, leavesOut });
    assert.equal(refusal.refused, 'last_way_in', 'the operator has neither password nor passkey');
    assert((refusal['participants'] as string[]).includes(zoe.id));
  }
  await app.operator(updateParticipant, { id: zoe.id, role: 'member' });
  const refusal = await app.operator.refused(deleteProvider, { id });
  assert.deepEqual([refusal.refused, refusal['count'], refusal['participants']], ['only_way_in', 1, [zoe.id]]);
  await app.operator(deleteProvider, { id, leavesOut: true });
});

test('after a provider is deleted people stay as they are, and nobody comes in by it', async () => {
  await app.operator(deleteProvider, { id: provider.id, leavesOut: true });
  assert.deepEqual(await who('Cleo'), ['guest', 'GEN']);
  assert.equal(await signIn('cleo', person({ email: 'cleo@example.com' })), '/sign-in?problem=unknown_provider');
  await checkWorld(app.database, app.workspace);
});
