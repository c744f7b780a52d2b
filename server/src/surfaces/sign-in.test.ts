import assert from 'node:assert/strict';
import { beforeEach, before, test } from 'node:test';
import { testApp } from '../../test/app.ts';
import { type Browser, browser } from '../../test/browser.ts';
import type { Answer } from '../../test/database.ts';
import { type Lie, lyingProvider } from '../../test/lying-provider.ts';
import { sealAttempt } from '../operations/sign-in/seal.ts';
import createParticipant from '../operations/participant/create.ts';
import getParticipant from '../operations/participant/get.ts';
import updateParticipant from '../operations/participant/update.ts';
import createProvider from '../operations/provider/create.ts';
import { findProvider } from '../store/providers.ts';
import { returnPath } from './return-path.ts';

const SECRET = 'a-secret-that-nobody-may-see';
const [app, liar] = await Promise.all([testApp(), lyingProvider()]);
let provider: Answer;
let one: Browser;
before(async () => {
  await app.operator(createParticipant, { kind: 'human', name: 'Ana', email: 'ana@example.com' });
  provider = await app.operator(createProvider, {
    name: 'Liar',
    issuer: liar.issuer,
    clientId: 'coact',
    clientSecret: SECRET,
  });
});
beforeEach(() => {
  liar.lie();
  one = browser();
});

const start = (to = '') => `${app.url}/sign-in/${provider.id}${to && `?to=${encodeURIComponent(to)}`}`;
const arrive = async (to?: string) => (await one.follow(start(to))).at(-1) ?? '';
const problemAt = (url: string | null) => new URL(url ?? '').searchParams.get('problem');
const problemOf = async (lie: Lie) => {
  liar.lie(lie);
  return problemAt(await arrive());
};
/** Goes to the provider, and stops where it is sent back. */
const wayBack = async () => (await one.get((await one.get(start())).location ?? '')).location ?? '';
/** What the first so many of them give, whichever those are. */
const theFirst = <T>(count: number, all: readonly Promise<T>[]) =>
  new Promise<T[]>((resolve) => {
    const settled: T[] = [];
    for (const one of all) void one.then((value) => settled.push(value) === count && resolve(settled.slice(0, count)));
  });
const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;
const me = (cookie = one.cookies.get('coact_session')) =>
  app.send('/v1/me', { headers: { authorization: '', cookie: `coact_session=${cookie ?? ''}` } });

test('whoever the provider vouches for has a session, and is where they wanted to go', async () => {
  assert.equal(await arrive('/work/GEN-1?layout=board'), `${app.url}/work/GEN-1?layout=board#signed-in`);
  const { json } = await me();
  assert.deepEqual([json['name'], json['email']], ['Ana', 'ana@example.com']);
  assert.deepEqual([...one.cookies.keys()], ['coact_session'], 'the record of the sign-in is gone');
  const types = (await app.events()).map(({ type }) => type).slice(-2);
  assert.deepEqual(types, ['identity.linked', 'session.created']);
  const [linked] = await app.events('identity.linked');
  assert.equal(linked?.actor.id, json['id']);
});

test('the way to the provider asks for a code with PKCE, state and nonce, and is kept where no script reads it', async () => {
  const response = await fetch(start(), { redirect: 'manual' });
  const asked = new URL(response.headers.get('location') ?? '').searchParams;
  assert.deepEqual(
    ['response_type', 'client_id', 'redirect_uri', 'scope', 'code_challenge_method'].map((name) => asked.get(name)),
    ['code', 'coact', `${app.url}/sign-in/callback`, 'openid profile email', 'S256'],
  );
  for (const name of ['state', 'nonce', 'code_challenge']) assert.match(asked.get(name) ?? '', /^[\w-]{43}$/, name);
  const [cookie = ''] = response.headers.getSetCookie();
  assert.match(cookie, /^coact_sign_in=\S+; Path=\/sign-in; HttpOnly; SameSite=Lax; Max-Age=600$/);
  assert(!cookie.includes(asked.get('nonce') ?? '') && !cookie.includes(asked.get('state') ?? ''));
  assert.equal(response.headers.get('cache-control'), 'no-store');
});

const now = () => Math.floor(Date.now() / 1000);
const lies: [string, () => Lie, string][] = [
  ['another nonce', () => ({ claims: { nonce: 'other' } }), 'wrong_nonce'],
  ['no nonce', () => ({ claims: { nonce: undefined } }), 'wrong_nonce'],
  ['another issuer in the token', () => ({ claims: { iss: 'https://evil.example' } }), 'wrong_issuer'],
  ['a token for somebody else', () => ({ claims: { aud: 'other' } }), 'wrong_audience'],
  [
    'a token for several that was given to another',
    () => ({ claims: { aud: ['coact', 'other'], azp: 'other' } }),
    'wrong_audience',
  ],
  ['a key that is not in its list', () => ({ signed: 'by another' }), 'wrong_signature'],
  ['no signature', () => ({ signed: 'not at all' }), 'wrong_signature'],
  [
    'no signature, and says that it may',
    () => ({ signed: 'not at all', metadata: { id_token_signing_alg_values_supported: ['none'] } }),
    'wrong_signature',
  ],
  [
    'a signature with the shared secret',
    () => ({ signed: 'with the secret', metadata: { id_token_signing_alg_values_supported: ['HS256'] } }),
    'wrong_signature',
  ],
  ['a token that has expired', () => ({ claims: { iat: ago(400), exp: ago(120) } }), 'wrong_time'],
  ['a token of long ago that never expires', () => ({ claims: { iat: ago(800), exp: now() + 9_999 } }), 'wrong_time'],
  ['a token from the future', () => ({ claims: { iat: ago(-300), exp: now() + 9_999 } }), 'wrong_time'],
  ['a token that is not good yet', () => ({ claims: { nbf: ago(-300) } }), 'wrong_time'],
  ['a token without a subject', () => ({ claims: { sub: '' } }), 'unreadable'],
  ['another name for itself', () => ({ metadata: { issuer: 'https://evil.example' } }), 'misconfigured'],
  ['no metadata', () => ({ answers: { '/.well-known/openid-configuration': { status: 404 } } }), 'misconfigured'],
  ['metadata without a token endpoint', () => ({ metadata: { token_endpoint: undefined } }), 'misconfigured'],
  ['a private address for its keys', () => ({ metadata: { jwks_uri: 'https://10.0.0.1/jwks' } }), 'unreachable'],
  [
    'a private address for its tokens',
    () => ({ metadata: { token_endpoint: 'https://169.254.169.254/latest' } }),
    'unreachable',
  ],
  ['plain http elsewhere', () => ({ metadata: { token_endpoint: 'http://example.com/token' } }), 'unreachable'],
  [
    'a redirect for its tokens',
    () => ({ answers: { '/token': { status: 302, headers: { location: 'http://10.0.0.1/' } } } }),
    'misconfigured',
  ],
  ['an outage', () => ({ answers: { '/token': { status: 503 } } }), 'unreachable'],
  [
    'more than anybody reads',
    () => ({ answers: { '/jwks': { status: 200, body: 'x'.repeat(2_000_000) } } }),
    'unreachable',
  ],
  [
    'nonsense for tokens',
    () => ({ answers: { '/token': { status: 200, body: '<html>', headers: { 'content-type': 'application/json' } } } }),
    'misconfigured',
  ],
  [
    'that the code is no good',
    () => ({
      answers: {
        '/token': { status: 400, body: '{"error":"invalid_grant"}', headers: { 'content-type': 'application/json' } },
      },
    }),
    'refused',
  ],
  ['that the person said no', () => ({ back: { error: 'access_denied', error_description: SECRET } }), 'cancelled'],
  ['that something else is wrong', () => ({ back: { error: 'server_error' } }), 'refused'],
  ['another state', () => ({ back: { code: 'code-0', state: 'other' } }), 'stale'],
];
for (const [what, lie, problem] of lies) {
  test(`a provider that sends ${what} leads to no session, but to the sign-in page with ${problem}`, async () => {
    const before = (await app.events()).length;
    // Begun in truth: what a provider said lately is remembered for the way there.
    const back = await wayBack();
    liar.lie(lie());
    const landed = lie().back
      ? (await one.follow((await one.get(start())).location ?? '')).at(-1)
      : (await one.get(back)).location;
    assert.equal(problemAt(landed ?? ''), problem);
    assert.deepEqual([...one.cookies.keys()], []);
    assert.equal((await app.events()).length, before, 'nothing half done');
    const logged = app.logged.findLast((text) => text.includes('sign-in refused')) ?? '';
    assert.equal((JSON.parse(logged) as { problem: string }).problem, problem);
    assert(!app.logged.some((text) => text.includes(SECRET) || text.includes('code-')), 'no secret is logged');
  });
}

test('a clock that is a little off does no harm', async () => {
  liar.lie({ claims: { iat: ago(-30), nbf: ago(-30), exp: ago(30) } });
  assert.match(await arrive(), /#signed-in$/);
});

test('an answer is good once: neither its address nor its cookie signs in again', async () => {
  const back = await wayBack();
  const kept = one.cookies.get('coact_sign_in') ?? '';
  assert.match((await one.get(back)).location ?? '', /#signed-in$/);
  one.cookies.delete('coact_session');
  assert.equal(problemAt((await one.get(back)).location), 'stale', 'without the cookie');
  one.cookies.set('coact_sign_in', kept);
  assert.equal(problemAt((await one.get(back)).location), 'used', 'with it');
  assert(!one.cookies.has('coact_session'));
});

test('of many who bring the same answer at once, one gets in', async () => {
  const back = await wayBack();
  const cookie = `coact_sign_in=${one.cookies.get('coact_sign_in')}`;
  const all = await Promise.all(
    Array.from({ length: 6 }, () => fetch(back, { redirect: 'manual', headers: { cookie } })),
  );
  const where = all.map(({ headers }) => headers.get('location') ?? '');
  assert.equal(where.filter((url) => url.endsWith('#signed-in')).length, 1);
  assert.equal(where.filter((url) => problemAt(url) === 'used').length, 5);
});

test('of more people who come back at once than the server looks after, those beyond are told to wait', async () => {
  const back = await wayBack();
  const cookie = `coact_sign_in=${one.cookies.get('coact_sign_in')}`;
  const { promise: waits, resolve: goOn } = Promise.withResolvers<void>();
  liar.lie({ waits });
  const come = async () => (await fetch(back, { redirect: 'manual', headers: { cookie } })).headers.get('location');
  const all = Array.from({ length: 40 }, come);
  const first = await theFirst(8, all);
  assert(first.every((url) => problemAt(url) === 'busy'));
  goOn();
  const where = (await Promise.all(all)).map((url) => url ?? '');
  assert.equal(where.filter((url) => problemAt(url) === 'busy').length, 8);
  assert.equal(where.filter((url) => url.endsWith('#signed-in')).length, 1);
});

test('an answer without the browser that asked, after its time, or sealed by somebody else leads nowhere', async () => {
  const back = await wayBack();
  const sealed = one.cookies.get('coact_sign_in') ?? '';
  const at = new URL(back).searchParams.get('state') ?? '';
  const tryWith = async (cookie: string) => {
    one.cookies.set('coact_sign_in', cookie);
    return problemAt((await one.get(back)).location);
  };
  const stored = await app.database.within(app.workspace, (connection) => findProvider(connection, provider.id));
  assert(stored);
  const attempt = {
    provider: provider.id,
    state: at,
    nonce: 'x',
    verifier: 'x',
    returnTo: '/',
    expiresAt: Date.now() - 1,
  };
  assert.equal(await tryWith(sealAttempt(stored.seal, attempt)), 'stale');
  const later = { ...attempt, expiresAt: Date.now() + 60_000 };
  assert.equal(await tryWith(sealAttempt(Buffer.alloc(32), later)), 'stale');
  assert.equal(await tryWith(`${sealed.slice(0, -2)}AA`), 'stale');
  assert.equal(await tryWith('nonsense'), 'stale');
  assert.equal(await tryWith(sealed.replace(provider.id, '0197a000-0000-7000-8000-00000000dead')), 'unknown_provider');
});

test('a program that only looks at the answer does not use it up', async () => {
  const back = await wayBack();
  const cookie = `coact_sign_in=${one.cookies.get('coact_sign_in')}`;
  await fetch(back, { method: 'HEAD', redirect: 'manual', headers: { cookie } });
  assert.match((await one.get(back)).location ?? '', /#signed-in$/);
});

test('few providers are tested at once, so that a slow one takes no connection from the work of others', async () => {
  const { promise: waits, resolve: goOn } = Promise.withResolvers<void>();
  liar.lie({ waits });
  const all = Array.from({ length: 5 }, () => app.send(`/v1/sign-in/providers/${provider.id}/test`));
  const first = await theFirst(3, all);
  assert(first.every(({ json }) => json['code'] === 'busy'));
  goOn();
  const answers = await Promise.all(all);
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 200, 503, 503, 503],
  );
});

test('a provider that is not there is said so, and one that is away as well', async () => {
  const unknown = `${app.url}/sign-in/0197a000-0000-7000-8000-00000000dead`;
  assert.equal(problemAt((await one.follow(unknown)).at(-1) ?? ''), 'unknown_provider');
  assert.equal(problemAt((await one.follow(`${app.url}/sign-in/x`)).at(-1) ?? ''), 'unknown_provider');
  const gone = await lyingProvider();
  const { id } = await app.operator(createProvider, { name: 'Gone', issuer: gone.issuer, clientId: 'coact' });
  await gone.close();
  assert.equal(problemAt((await one.follow(`${app.url}/sign-in/${id}`)).at(-1) ?? ''), 'unreachable');
});

test('whoever came by another name of this machine begins again under its own', async () => {
  const { port } = new URL(app.url);
  const { location } = await one.get(`http://localhost:${port}/sign-in/${provider.id}?to=/work`);
  assert.equal(location, `${app.url}/sign-in/${provider.id}?to=%2Fwork&moved=1`);
});

test('what a provider only tells when it is asked counts as much, of the same person', async () => {
  liar.onlyAsked = true;
  try {
    assert.match(await arrive(), /#signed-in$/);
    assert(liar.asked.includes('/userinfo'));
    const headers = { 'content-type': 'application/json' };
    const other = { '/userinfo': { status: 200, body: '{"sub":"ben-1"}', headers } };
    assert.equal(await problemOf({ answers: other }), 'unreadable');
  } finally {
    liar.onlyAsked = false;
  }
});

test('whoever is paused here cannot come in, however much the provider vouches for them', async () => {
  assert.match(await arrive(), /#signed-in$/);
  await app.operator(updateParticipant, { id: 'Ana', status: 'paused' });
  assert.equal(await problemOf({}), 'not_active');
  await app.operator(updateParticipant, { id: 'Ana', status: 'active' });
  const { version } = await app.operator(getParticipant, { id: 'Ana' });
  assert.equal(version, 3);
});

test('after signing in only a page of ours is opened', () => {
  const own = 'https://coact.example.com';
  for (const [asked, path] of [
    ['/work?layout=board', '/work?layout=board'],
    ['/items/GEN-1', '/items/GEN-1'],
    ['//evil.example/', '/'],
    ['/\\evil.example', '/'],
    ['\\\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/..//evil.example', '/'],
    ['/sign-in/callback?code=x', '/'],
    ['/sign-in', '/'],
    ['/v1/me', '/'],
    ['/setup', '/'],
    ['/sign-inventory', '/sign-inventory'],
    ['', '/'],
    [undefined, '/'],
  ] as const)
    assert.equal(returnPath(asked, own), path, String(asked));
});
