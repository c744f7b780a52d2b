import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../test/app.ts';
import invite from '../operations/participant/invite.ts';

const page = { 'sec-fetch-site': 'same-origin', authorization: '' };
const person = { name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' };

test('a person who signs in on a page gets a cookie that scripts cannot read, and loses it by signing out', async () => {
  const { send, operator } = await testApp();
  const { url } = await operator<{ url: string }>(invite, { id: 'me' });
  const token = url.split('#')[1];
  const done = await send('/v1/setup', { method: 'POST', json: { token, ...person }, headers: page });
  assert.equal(done.status, 201, done.body);
  assert.match(String(done.headers['set-cookie']), /^coact_session=\S+; Path=\/; HttpOnly; SameSite=Strict; Expires=/);

  const { email, password } = person;
  const again = await send('/v1/sessions', { method: 'POST', json: { email, password }, headers: page });
  const cookie = String(again.headers['set-cookie']).split(';')[0] ?? '';
  const me = () => send('/v1/me', { headers: { ...page, cookie: `theme=dark; ${cookie}` } });
  assert.equal((await me()).json['name'], 'Ana');

  const out = await send('/v1/sessions/current', { method: 'DELETE', headers: { ...page, cookie } });
  assert.equal(out.status, 204);
  assert.match(String(out.headers['set-cookie']), /^coact_session=; .*Max-Age=0/);
  assert.equal((await me()).status, 401);
});

test('a program that signs in gets a token and no cookie; over HTTPS the cookie is Secure', async () => {
  const { send, operator } = await testApp({ publicUrl: 'https://coact.example' });
  const { url } = await operator<{ url: string }>(invite, { id: 'me' });
  const token = url.split('#')[1];
  const asProgram = { authorization: '', host: 'coact.example' };
  const done = await send('/v1/setup', { method: 'POST', json: { token, ...person }, headers: asProgram });
  assert.equal(done.status, 201, done.body);
  assert.equal(done.headers['set-cookie'], undefined);
  assert.match(String(done.json['token']), /^coact_/);

  const { email, password } = person;
  const onPage = { ...asProgram, origin: 'https://coact.example' };
  const signedIn = await send('/v1/sessions', { method: 'POST', json: { email, password }, headers: onPage });
  assert.match(String(signedIn.headers['set-cookie']), /; Secure/);
});

test('a wrong token beside a good cookie is not rescued by it', async () => {
  const { send, token } = await testApp();
  const cookie = `coact_session=${token}`;
  assert.equal((await send('/v1/me', { headers: { authorization: '', cookie } })).status, 200);
  assert.equal((await send('/v1/me', { headers: { authorization: 'Bearer wrong', cookie } })).status, 401);
});
