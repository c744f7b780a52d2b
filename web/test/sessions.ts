import assert from 'node:assert/strict';
import { type Client, connect } from 'coact';

/** What a browser is given by signing in. */
export type Cookie = { name: string; value: string; url: string; httpOnly: boolean; sameSite: 'Strict' };

/** Somebody who can be looked over the shoulder: what they do through the SDK and in a browser is done by the same person. */
export type Person = { id: string; name: string; client: Client; cookies: readonly Cookie[] };

/** Signs in as a browser does. */
export const signIn = (url: string, { email, password }: { email: string; password: string }): Promise<Cookie[]> =>
  cookiesFrom(url, '/v1/sessions', { email, password });

/** A person who joins by the link that an admin makes for them. */
export async function invite(
  owner: Client,
  name: string,
  role: 'admin' | 'member' | 'guest' = 'member',
): Promise<Person> {
  const { url } = owner;
  const { id } = await owner.participant.create({ kind: 'human', name, role });
  const { url: link } = await owner.participant.invite({ id });
  const token = new URL(link).hash.slice(1);
  const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.com`;
  const cookies = await cookiesFrom(url, '/v1/setup', { token, name, email, password: 'a long enough word' });
  const cookie = cookies.map((one) => `${one.name}=${one.value}`).join('; ');
  return { id, name, cookies, client: connect({ url, headers: { cookie, origin: url } }) };
}

async function cookiesFrom(url: string, path: string, body: object): Promise<Cookie[]> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  });
  assert(response.ok, await response.clone().text());
  return response.headers.getSetCookie().map((text) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
    return { name, value, url, httpOnly: true, sameSite: 'Strict' };
  });
}
