import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Received, type Sent, send, testApp } from '../../../test/app.ts';
import createItem from '../../operations/item/create.ts';
import commitItem from '../../operations/item/commit.ts';
import listParticipants from '../../operations/participant/list.ts';
import createToken from '../../operations/token/create.ts';
import listTokens from '../../operations/token/list.ts';
import { clear } from '../../../test/world.ts';

type Body = Record<string, unknown> & { id: string; meta: { version: string; location: string } };
type List = { totalResults: number; startIndex: number; itemsPerPage: number; Resources: Body[] };

const app = await testApp();
const { token } = await app.operator<{ token: string }>(createToken, { id: 'me', name: 'directory', scopes: ['scim'] });

const scim = (path: string, sent: Sent = {}, by = token): Promise<Received> =>
  send(`${app.url}/scim/v2${path}`, by, {
    ...sent,
    ...(sent.json !== undefined && { headers: { 'content-type': 'application/scim+json', ...sent.headers } }),
  });
const bodyOf = (received: Received, status = 200): Body => {
  assert.equal(received.status, status, received.body);
  return received.json as Body;
};
const listOf = (received: Received): List => {
  assert.equal(received.status, 200, received.body);
  return received.json as unknown as List;
};

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const addUser = async (userName: string, over: object = {}) =>
  bodyOf(await scim('/Users', { method: 'POST', json: { schemas: [USER], userName, active: true, ...over } }), 201);
const patchOf = (path: string, ...Operations: object[]) =>
  scim(path, { method: 'PATCH', json: { schemas: [PATCH], Operations } });
const find = async (type: string, filter: string) =>
  listOf(await scim(`/${type}?filter=${encodeURIComponent(filter)}`));

test('what the service can do, and its types and schemas, are described', async () => {
  const config = bodyOf(await scim('/ServiceProviderConfig'));
  assert.deepEqual(
    ['patch', 'bulk', 'filter', 'sort', 'etag', 'changePassword'].map(
      (name) => (config[name] as { supported: boolean }).supported,
    ),
    [true, false, true, false, true, false],
  );
  assert.deepEqual(
    listOf(await scim('/ResourceTypes')).Resources.map(({ id }) => id),
    ['User', 'Group'],
  );
  assert.deepEqual(
    listOf(await scim('/Schemas')).Resources.map(({ id }) => id),
    [USER, GROUP],
  );
  bodyOf(await scim(`/Schemas/${USER}`));
  assert.equal((await scim('/Schemas/none')).status, 404);
  assert.match(String((await scim('/ResourceTypes')).headers['content-type']), /^application\/scim\+json/);
});

test('as Entra does: ask whether somebody is there, add them, change a part, switch them off by a word, and on again', async () => {
  assert.equal((await find('Users', 'userName eq "Ana.Keller@example.com"')).totalResults, 0);
  const made = await addUser('Ana.Keller@example.com', {
    schemas: [USER, ENTERPRISE],
    externalId: 'ana-0001',
    displayName: 'Ana Keller',
    name: { formatted: 'Ana Keller', familyName: 'Keller', givenName: 'Ana' },
    emails: [{ primary: true, type: 'work', value: 'ana.keller@example.com' }],
    [ENTERPRISE]: { employeeNumber: '7' },
    roles: [],
  });
  assert.deepEqual(
    [made['userName'], made['externalId'], made['active'], made['displayName']],
    ['Ana.Keller@example.com', 'ana-0001', true, 'Ana Keller'],
  );
  assert.equal((await find('Users', 'userName eq "ana.keller@EXAMPLE.com"')).Resources[0]?.id, made.id);
  assert.equal((await find('Users', 'externalId eq "ana-0001"')).Resources[0]?.id, made.id);
  const path = `/Users/${made.id}`;
  const renamed = bodyOf(
    await patchOf(
      path,
      { op: 'Replace', path: 'name.familyName', value: 'Keller-Roth' },
      { op: 'Add', path: `${ENTERPRISE}:department`, value: 'Operations' },
    ),
  );
  assert.equal(renamed['displayName'], 'Ana Keller-Roth');
  const off = bodyOf(await patchOf(path, { op: 'Replace', path: 'active', value: 'False' }));
  assert.equal(off['active'], false);
  assert.equal((await app.bearer(made.id)).status, 'paused');
  const on = bodyOf(await patchOf(path, { op: 'replace', value: { active: 'True', 'name.givenName': 'Anna' } }));
  assert.deepEqual([on['active'], on['displayName']], [true, 'Anna Keller-Roth']);
});

test('as Okta does: add, read, replace whole, switch off by an object, and never twice the same name', async () => {
  const made = await addUser('ben@example.com', { name: { givenName: 'Ben', familyName: 'Ott' }, externalId: '00u1' });
  assert.equal(made['displayName'], 'Ben Ott');
  const twice = await scim('/Users', { method: 'POST', json: { schemas: [USER], userName: 'BEN@example.com' } });
  assert.deepEqual([twice.status, twice.json['scimType'], twice.json['status']], [409, 'uniqueness', '409']);
  const replaced = bodyOf(
    await scim(`/Users/${made.id}`, {
      method: 'PUT',
      json: { ...made, name: { givenName: 'Benjamin', familyName: 'Ott' }, displayName: 'Ben Ott', active: true },
    }),
  );
  assert.equal(replaced['displayName'], 'Benjamin Ott');
  bodyOf(await patchOf(`/Users/${made.id}`, { op: 'replace', value: { active: false } }));
  assert.equal((await app.bearer(made.id)).status, 'paused');
});

test('whoever leaves loses access at once, also where their work still needs somebody', async () => {
  const { id } = await addUser('cleo@example.com', { displayName: 'Cleo' });
  const item = await app.operator(createItem, { title: 'Sweep', ...clear, owner: 'cleo@example.com' });
  await app.operator(commitItem, { id: item.id });
  assert.equal((await scim(`/Users/${id}`, { method: 'DELETE' })).status, 204);
  assert.equal((await app.bearer(id)).status, 'paused');
  const { id: free } = await addUser('dora@example.com');
  assert.equal((await scim(`/Users/${free}`, { method: 'DELETE' })).status, 204);
  assert.equal((await app.bearer(free)).status, 'retired');
  assert.equal((await scim(`/Users/${free}`)).status, 404);
});

test('whoever is switched off loses every session and token at once, and gets none back when switched on again', async () => {
  const { id } = await addUser('faye@example.com', { displayName: 'Faye' });
  const { token: own } = await app.as(id)<{ token: string }>(createToken, { id: 'me', name: 'laptop' });
  assert.equal((await send(`${app.url}/v1/me`, own, {})).status, 200);
  bodyOf(await patchOf(`/Users/${id}`, { op: 'replace', value: { active: false } }));
  assert.deepEqual(
    (await app.events('token.revoked')).slice(-1).map(({ subject, data }) => [subject, data['purpose']]),
    [[id, 'token']],
  );
  bodyOf(await patchOf(`/Users/${id}`, { op: 'replace', value: { active: true } }));
  assert.equal((await app.operator<{ items: unknown[] }>(listTokens, { id })).items.length, 0);
});

test('the address by which somebody signs in follows the directory, and no two people have the same', async () => {
  const { id } = await addUser('gail@example.com', { displayName: 'Gail' });
  const emailOf = async () => (await app.bearer(id)).email;
  bodyOf(await patchOf(`/Users/${id}`, { op: 'replace', path: 'userName', value: 'gail.new@example.com' }));
  assert.equal(await emailOf(), 'gail.new@example.com', 'the name was the address');
  bodyOf(
    await patchOf(`/Users/${id}`, { op: 'replace', path: 'emails[type eq "work"].value', value: 'g.ott@example.com' }),
  );
  assert.equal(await emailOf(), 'g.ott@example.com');
  const read = bodyOf(await scim(`/Users/${id}`));
  assert.equal(read['userName'], 'gail.new@example.com');
  bodyOf(await patchOf(`/Users/${id}`, { op: 'replace', path: 'userName', value: 'gail@corp' }));
  assert.equal(await emailOf(), 'g.ott@example.com', 'a name that was not the address leaves it alone');
  const json = { ...read, userName: 'gail@example.com', emails: [{ value: 'gail@example.com', primary: true }] };
  bodyOf(await scim(`/Users/${id}`, { method: 'PUT', json }));
  assert.equal(await emailOf(), 'gail@example.com');
  await addUser('hana@example.com');
  const taken = await patchOf(`/Users/${id}`, { op: 'replace', value: { emails: [{ value: 'HANA@example.com' }] } });
  assert.deepEqual([taken.status, taken.json['scimType']], [409, 'uniqueness']);
  const told = await app.events('participant.email_set');
  assert.equal(told.length, 3);
  assert(!JSON.stringify(told).includes('example.com'), 'the ledger could not forget an address');
});

test('a role that the directory names is given; one that it does not name stays, and one that is none is refused', async () => {
  const { id } = await addUser('iris@example.com', { roles: [{ value: 'guest', primary: true }] });
  const roleOf = async () => (await app.bearer(id)).role;
  assert.equal(await roleOf(), 'guest');
  bodyOf(await patchOf(`/Users/${id}`, { op: 'replace', path: 'displayName', value: 'Iris' }));
  assert.equal(await roleOf(), 'guest');
  bodyOf(await patchOf(`/Users/${id}`, { op: 'Replace', path: 'roles[primary eq "True"].value', value: 'Member' }));
  assert.equal(await roleOf(), 'member');
  const wrong = await patchOf(`/Users/${id}`, { op: 'replace', value: { roles: [{ value: 'emperor' }] } });
  assert.deepEqual([wrong.status, wrong.json['scimType']], [400, 'invalidValue']);
  const last = await patchOf(`/Users/${(await app.bearer('Operator')).id}`, {
    op: 'replace',
    value: { roles: [{ value: 'member', primary: true }] },
  });
  assert.equal(last.status, 409, 'the last admin stays one');
});

test('the last admin is not switched off', async () => {
  const operator = (await app.bearer('Operator')).id;
  const answer = await patchOf(`/Users/${operator}`, { op: 'replace', path: 'active', value: false });
  assert.equal(answer.status, 409);
  assert.match(String(answer.json['detail']), /another active human an admin/);
});

test('groups are teams: made, filled, emptied member by member, renamed, replaced and let go', async () => {
  const [one, two] = [await addUser('eva@example.com'), await addUser('finn@example.com')];
  const made = bodyOf(
    await scim('/Groups', {
      method: 'POST',
      json: { schemas: [GROUP], displayName: 'Site Reliability', externalId: 'g-1', members: [{ value: one.id }] },
    }),
    201,
  );
  const path = `/Groups/${made.id}`;
  const members = (body: Body) => (body['members'] as { value: string }[]).map(({ value }) => value).toSorted();
  assert.deepEqual(members(made), [one.id]);
  assert.equal((await find('Groups', 'displayName eq "site reliability"')).Resources[0]?.id, made.id);
  assert.equal((await find('Groups', 'externalId eq "g-1"')).totalResults, 1);
  const more = bodyOf(await patchOf(path, { op: 'Add', path: 'members', value: [{ value: two.id }] }));
  assert.deepEqual(members(more), [one.id, two.id].toSorted());
  const fewer = bodyOf(await patchOf(path, { op: 'remove', path: `members[value eq "${one.id}"]` }));
  assert.deepEqual(members(fewer), [two.id]);
  const none = bodyOf(await patchOf(path, { op: 'Remove', path: 'members', value: [{ value: two.id }] }));
  assert.deepEqual(members(none), []);
  const named = bodyOf(await patchOf(path, { op: 'replace', value: { id: made.id, displayName: 'Reliability' } }));
  assert.equal(named['displayName'], 'Reliability');
  const whole = bodyOf(
    await scim(path, {
      method: 'PUT',
      json: { schemas: [GROUP], displayName: 'Reliability', externalId: 'g-1', members: [{ value: two.id }] },
    }),
  );
  assert.deepEqual(members(whole), [two.id]);
  assert.equal(bodyOf(await scim(`${path}?excludedAttributes=members`))['members'], undefined);
  const wrong = await patchOf(path, { op: 'add', path: 'members', value: [{ value: made.id }] });
  assert.deepEqual([wrong.status, wrong.json['scimType']], [400, 'invalidValue']);
  assert.equal((await scim(path, { method: 'DELETE' })).status, 204);
  assert.deepEqual(members(bodyOf(await scim(path))), []);
});

test('lists come in pages counted from one', async () => {
  const all = listOf(await scim('/Users'));
  assert.equal(all.totalResults, all.Resources.length);
  const page = listOf(await scim('/Users?startIndex=2&count=2'));
  assert.deepEqual([page.startIndex, page.itemsPerPage, page.totalResults], [2, 2, all.totalResults]);
  assert.deepEqual(
    page.Resources.map(({ id }) => id),
    all.Resources.slice(1, 3).map(({ id }) => id),
  );
  assert.equal(listOf(await scim('/Users?count=0')).Resources.length, 0);
});

test('a version that has moved is not overwritten, and one that is known is not sent again', async () => {
  const made = await addUser('gil@example.com');
  const path = `/Users/${made.id}`;
  assert.equal((await scim(path, { headers: { 'if-none-match': made.meta.version } })).status, 304);
  bodyOf(await patchOf(path, { op: 'replace', path: 'displayName', value: 'Gil' }));
  const stale = await scim(path, { method: 'PUT', json: { ...made }, headers: { 'if-match': made.meta.version } });
  assert.equal(stale.status, 412);
});

test('what is wrong is said in the form of SCIM', async () => {
  const cases: [string, Sent, number, string | undefined][] = [
    ['/Users?filter=userName%20co%20%22a%22', {}, 400, 'invalidFilter'],
    ['/Users?filter=nonsense', {}, 400, 'invalidFilter'],
    ['/Users', { method: 'POST', json: {} }, 400, 'invalidValue'],
    ['/Users', { method: 'POST', json: [] }, 400, 'invalidSyntax'],
    ['/Users', { method: 'POST', body: '{', headers: { 'content-type': 'application/scim+json' } }, 400, undefined],
    ['/Users/nobody', {}, 404, undefined],
    ['/Groups', { method: 'POST', json: { displayName: ' ' } }, 400, 'invalidValue'],
  ];
  for (const [path, sent, status, scimType] of cases) {
    const answer = await scim(path, sent);
    assert.deepEqual(
      [answer.status, answer.json['scimType'], answer.json['status']],
      [status, scimType, String(status)],
      path,
    );
    assert.deepEqual(answer.json['schemas'], ['urn:ietf:params:scim:api:messages:2.0:Error']);
  }
  const { id } = await addUser('hal@example.com');
  for (const Operations of [
    [],
    [{ op: 'move' }],
    [{ op: 'remove' }],
    [{ op: 'add', path: '!' }],
    [{ op: 'add', value: 1 }],
  ])
    assert.equal(
      (await scim(`/Users/${id}`, { method: 'PATCH', json: { Operations } })).status,
      400,
      JSON.stringify(Operations),
    );
});

test('only a token made for SCIM opens the door, and it opens little else', async () => {
  const wide = await scim('/Users', {}, app.token);
  assert.deepEqual([wide.status, wide.json['status']], [403, '403']);
  assert.match(String(wide.headers['www-authenticate']), /insufficient_scope/);
  const stranger = await scim('/Users', { headers: { authorization: '' } });
  assert.equal(stranger.status, 401);
  assert.match(String(stranger.headers['www-authenticate']), /^Bearer/);
  assert.equal((await send(`${app.url}/v1/items`, token, {})).status, 403);
  assert((await app.operator<{ items: unknown[] }>(listParticipants, { kind: 'human' })).items.length > 5);
});

test('each change by a directory leaves its event, in the name of whoever showed the token', async () => {
  const before = (await app.events()).length;
  const { id } = await addUser('ida@example.com', { externalId: 'x-9' });
  const told = (await app.events()).slice(before);
  assert.deepEqual(
    told.map(({ type }) => type),
    ['participant.created', 'directory.linked'],
  );
  assert(told.every(({ actor, subject }) => actor.kind === 'human' && subject === id));
});
