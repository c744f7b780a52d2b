import { isSame } from '../../domain/is-same.ts';
import { type Resource, applyPatch } from './apply-patch.ts';
import { type Call, type Link, type Person, type Team, all, linksOf } from './directory.ts';
import { readFilter } from './read-filter.ts';
import type { Handlers, Sent } from './resource-type.ts';
import { type ScimError, fail, isFailure } from './scim-error.ts';
import { type WantedUser, readUser, showUser } from './user-resource.ts';

const filters = ['userName', 'externalId', 'id', 'emails.value', 'emails', 'displayName', 'active'];

/** Users are the people of the workspace; whoever has retired is gone from the directory's view. */
export const users: Handlers = { list, get, create, replace, patch, remove };

async function list(call: Call, { filter, base }: Sent): Promise<Resource[] | ScimError> {
  const asked = readFilter(filter, filters);
  if (isFailure(asked)) return asked;
  const people = await findPeople(call, asked);
  if (isFailure(people)) return people;
  const here = people.filter(({ kind, status }) => kind === 'human' && status !== 'retired');
  const shown = await show(call, here, base);
  if (isFailure(shown) || !asked || !['displayName', 'active'].includes(asked.attribute)) return shown;
  return shown.filter((user) => user[asked.attribute] === asked.value);
}

/** The people among whom the filter looks; what directories ask at each turn is found without reading everybody. */
async function findPeople(call: Call, asked: { attribute: string; value: string | boolean } | null) {
  if (!asked || asked.attribute === 'active' || asked.attribute === 'displayName')
    return all<Person>(call, 'participant.list', { kind: 'human' });
  const { attribute } = asked;
  const value = String(asked.value);
  if (value === '') return [];
  if (attribute === 'externalId' || attribute === 'userName') {
    const links = await call<{ items: Link[] }>('directory.links', {
      kind: 'participant',
      [attribute]: value.slice(0, 254),
    });
    if (isFailure(links)) return links;
    const found = await Promise.all(links.items.map(({ id }) => personBy(call, id)));
    if (found.length > 0 || attribute === 'externalId') return found.filter((one) => one !== null);
  }
  const one = await personBy(call, value.slice(0, 254));
  const named = attribute === 'id' ? one?.id : one?.email;
  if (!one || named?.toLowerCase() !== value.toLowerCase()) return [];
  // Somebody whom the directory calls otherwise is not found by the address that they sign in with.
  const link = attribute === 'userName' ? (await linksOf(call, 'participant', [one.id])).get(one.id) : undefined;
  return link?.userName ? [] : [one];
}

async function personBy(call: Call, id: string): Promise<Person | null> {
  const found = await call<Person>('participant.get', { id });
  return isFailure(found) ? null : found;
}

async function show(call: Call, people: readonly Person[], base: string): Promise<Resource[] | ScimError> {
  const teams = await all<Team>(call, 'team.list', {});
  if (isFailure(teams)) return teams;
  const ids = people.map(({ id }) => id);
  const links = await linksOf(call, 'participant', ids);
  return people.map((person) => showUser({ person, link: links.get(person.id), teams, base }));
}

async function get(call: Call, { id, base }: Sent): Promise<Resource | ScimError> {
  const person = /^[0-9a-f-]{36}$/i.test(id) ? await personBy(call, id) : null;
  if (!person || person.kind !== 'human' || person.status === 'retired')
    return fail(404, `There is no user ${id.slice(0, 100)}.`);
  const shown = await show(call, [person], base);
  return isFailure(shown) ? shown : (shown[0] ?? fail(404, 'There is no such user.'));
}

async function create(call: Call, sent: Sent): Promise<Resource | ScimError> {
  const wanted = readUser(sent.body, null);
  if (isFailure(wanted)) return wanted;
  const taken = await list(call, { ...sent, filter: `userName eq ${JSON.stringify(wanted.userName)}` });
  if (isFailure(taken)) return taken;
  if (taken.length > 0) return fail(409, `${wanted.userName} is a user already.`, 'uniqueness');
  const { name, email } = wanted;
  const made = await call<Person>('participant.create', {
    kind: 'human',
    name: name.slice(0, 120),
    ...(email && { email }),
  });
  return isFailure(made) ? made : settle(call, { ...sent, id: made.id }, { wanted, before: made });
}

async function replace(call: Call, sent: Sent): Promise<Resource | ScimError> {
  const before = await get(call, sent);
  return isFailure(before) ? before : change(call, sent, { before, after: sent.body });
}

async function patch(call: Call, sent: Sent): Promise<Resource | ScimError> {
  const before = await get(call, sent);
  if (isFailure(before)) return before;
  const after = applyPatch(before, sent.body);
  return isFailure(after) ? after : change(call, sent, { before, after: followName(before, after) });
}

/** Where the address is the name to sign in with, and only the name is patched, the address follows it. */
function followName(before: Resource, after: Resource): Resource {
  const [one] = (before['emails'] ?? []) as { value?: string }[];
  const same = String(before['userName']).toLowerCase() === one?.value?.toLowerCase();
  return same && isSame(before['emails'], after['emails']) ? { ...after, emails: undefined } : after;
}

async function change(call: Call, sent: Sent, { before, after }: { before: Resource; after: unknown }) {
  const wanted = readUser(after, before);
  if (isFailure(wanted)) return wanted;
  const person = await call<Person>('participant.get', { id: sent.id });
  return isFailure(person) ? person : settle(call, sent, { wanted, before: person });
}

/** Brings somebody to what the directory wants: first who may come in, since that must hold whatever else is refused. */
async function settle(call: Call, sent: Sent, { wanted, before }: { wanted: WantedUser; before: Person }) {
  const { id } = sent;
  const status = wanted.active ? 'active' : 'paused';
  if (before.status !== status) {
    const done = await call('participant.update', { id, status });
    if (isFailure(done)) return done;
  }
  if (before.name !== wanted.name) {
    const done = await call('participant.update', { id, name: wanted.name.slice(0, 120) });
    if (isFailure(done)) return done;
  }
  if (!wanted.active && before.status === 'active') {
    // What was signed in by then stays ended, also if they are switched on again.
    const done = await call('participant.sign_out', { id });
    if (isFailure(done)) return done;
  }
  const { email, role } = wanted;
  if (email && email.toLowerCase() !== before.email?.toLowerCase()) {
    const done = await call('participant.set_email', { id, email });
    if (isFailure(done)) return done;
  }
  if (role && role !== before.role) {
    const done = await call('participant.update', { id, role });
    if (isFailure(done)) return done;
  }
  const { externalId, userName } = wanted;
  const linked = await call('directory.link', { kind: 'participant', id, externalId, userName });
  return isFailure(linked) ? linked : get(call, sent);
}

/**
 * Whoever is taken out of the directory retires. Where they still answer for work, that has to wait until a person has named
 * who takes it over, but their access ends at once: they are paused.
 */
async function remove(call: Call, sent: Sent): Promise<null | ScimError> {
  const user = await get(call, sent);
  if (isFailure(user)) return user;
  const paused = await call('participant.update', {
    id: sent.id,
    status: 'paused',
    reason: 'The directory switched them off.',
  });
  if (isFailure(paused)) return paused;
  const out = await call('participant.sign_out', { id: sent.id });
  if (isFailure(out)) return out;
  const retired = await call('participant.retire', { id: sent.id, reason: 'Removed from the directory.' });
  if (!isFailure(retired)) return null;
  return retired.refusal?.refused === 'no_successor' ? null : retired;
}
