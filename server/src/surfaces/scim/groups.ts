import { type Resource, applyPatch } from './apply-patch.ts';
import { type Call, type Link, type Person, type Team, all, linksOf } from './directory.ts';
import { readFilter } from './read-filter.ts';
import type { Handlers, Sent } from './resource-type.ts';
import { type ScimError, fail, isFailure } from './scim-error.ts';

export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const filters = ['displayName', 'externalId', 'id'];

/** Groups are teams, and their members the people in them; agents in a team are no business of a directory. */
export const groups: Handlers = { list, get, create, replace, patch, remove };

async function list(call: Call, { filter, base }: Sent): Promise<Resource[] | ScimError> {
  const asked = readFilter(filter, filters);
  if (isFailure(asked)) return asked;
  const teams = await all<Team>(call, 'team.list', {});
  if (isFailure(teams)) return teams;
  const people = await all<Person>(call, 'participant.list', { kind: 'human' });
  if (isFailure(people)) return people;
  const links = await linksOf(
    call,
    'team',
    teams.map(({ id }) => id),
  );
  const shown = teams.map((team) => showGroup({ team, link: links.get(team.id), people, base }));
  return asked ? shown.filter((group) => fits(group, asked)) : shown;
}

/** Names of groups are compared without regard to capitals, as RFC 7643 has it; ids of others as they are. */
function fits(group: Resource, { attribute, value }: { attribute: string; value: string | boolean }): boolean {
  const own = group[attribute];
  if (attribute !== 'displayName') return own === value;
  return typeof own === 'string' && own.toLowerCase() === String(value).toLowerCase();
}

type ShownGroup = { team: Team; link: Link | undefined; people: readonly Person[]; base: string };

const showGroup = ({ team, link, people, base }: ShownGroup): Resource => ({
  schemas: [GROUP],
  id: team.id,
  ...(link?.externalId && { externalId: link.externalId }),
  displayName: team.name,
  members: people
    .filter(({ status, teams }) => status !== 'retired' && teams.includes(team.id))
    .map(({ id, name }) => ({ value: id, display: name, $ref: `${base}/Users/${id}`, type: 'User' })),
  meta: { resourceType: 'Group', created: team.createdAt, location: `${base}/Groups/${team.id}` },
});

async function get(call: Call, { id, base }: Sent): Promise<Resource | ScimError> {
  const team = /^[0-9a-f-]{36}$/i.test(id) ? await call<Team>('team.get', { id }) : null;
  if (!team || isFailure(team)) return fail(404, `There is no group ${id.slice(0, 100)}.`);
  const people = await all<Person>(call, 'participant.list', { kind: 'human', team: id });
  if (isFailure(people)) return people;
  return showGroup({ team, link: (await linksOf(call, 'team', [id])).get(id), people, base });
}

async function create(call: Call, sent: Sent): Promise<Resource | ScimError> {
  const wanted = readGroup(sent.body);
  if (isFailure(wanted)) return wanted;
  const same = await list(call, { ...sent, filter: `displayName eq ${JSON.stringify(wanted.name)}` });
  if (isFailure(same)) return same;
  if (same.length > 0) return fail(409, `There is a group ${wanted.name} already.`, 'uniqueness');
  const team = await makeTeam(call, wanted.name);
  return isFailure(team) ? team : settle(call, { ...sent, id: team.id }, { wanted, before: null });
}

/** A team needs a key; the directory knows of none, so it is made of the name's letters, with a number where that is taken. */
async function makeTeam(call: Call, name: string): Promise<Team | ScimError> {
  const letters = name
    .toUpperCase()
    .normalize('NFD')
    .replaceAll(/[^A-Z0-9]/g, '')
    .replace(/^[0-9]+/, '')
    .slice(0, 6);
  const stem = letters.length >= 2 ? letters : 'TEAM';
  for (let number = 0; number < 1_000; number += 1) {
    const made = await call<Team>('team.create', {
      name: name.slice(0, 120),
      key: number === 0 ? stem : `${stem}${number + 1}`,
    });
    if (!isFailure(made) || made.scimType !== 'uniqueness') return made;
  }
  return fail(409, `No key is left for a team ${name}.`, 'uniqueness');
}

async function replace(call: Call, sent: Sent): Promise<Resource | ScimError> {
  const before = await get(call, sent);
  return isFailure(before) ? before : change(call, sent, { before, after: sent.body });
}

async function patch(call: Call, sent: Sent): Promise<Resource | ScimError> {
  const before = await get(call, sent);
  if (isFailure(before)) return before;
  const after = applyPatch(before, sent.body);
  return isFailure(after) ? after : change(call, sent, { before, after });
}

async function change(call: Call, sent: Sent, { before, after }: { before: Resource; after: unknown }) {
  const wanted = readGroup(after);
  return isFailure(wanted) ? wanted : settle(call, sent, { wanted, before });
}

type Wanted = { name: string; externalId: string | null; members: string[] };

function readGroup(sent: unknown): Wanted | ScimError {
  const group = (typeof sent === 'object' && sent !== null ? sent : {}) as Resource;
  const { displayName, externalId, members = [] } = group;
  if (typeof displayName !== 'string' || displayName.trim() === '')
    return fail(400, '`displayName` is needed.', 'invalidValue');
  const ids = (Array.isArray(members) ? members : [members]).map((one) => (one as { value?: unknown } | null)?.value);
  if (!ids.every((id) => typeof id === 'string'))
    return fail(400, 'Each of `members` is `{"value": "the id of a user"}`.', 'invalidValue');
  return {
    name: displayName.trim(),
    externalId: typeof externalId === 'string' && externalId ? externalId : null,
    members: [...new Set(ids)],
  };
}

const membersOf = (group: Resource | null) =>
  ((group?.['members'] ?? []) as { value: string }[]).map(({ value }) => value);

/** Brings a team to what the directory wants. Who leaves goes before who comes. */
async function settle(call: Call, sent: Sent, { wanted, before }: { wanted: Wanted; before: Resource | null }) {
  const { id } = sent;
  const now = membersOf(before);
  for (const participant of now.filter((one) => !wanted.members.includes(one))) {
    const done = await call('team.remove_member', { id, participant });
    if (isFailure(done)) return done;
  }
  for (const participant of wanted.members.filter((one) => !now.includes(one))) {
    const done = await call('team.add_member', { id, participant });
    if (isFailure(done))
      return done.status === 404 ? fail(400, `There is no user ${participant}.`, 'invalidValue') : done;
  }
  if (before && before['displayName'] !== wanted.name) {
    const done = await call('team.update', { id, name: wanted.name });
    if (isFailure(done)) return done;
  }
  const linked = await call('directory.link', { kind: 'team', id, externalId: wanted.externalId });
  return isFailure(linked) ? linked : get(call, sent);
}

/** A team keeps its work and its place in the ledger; a directory that lets go of it takes its members and its own id for it. */
async function remove(call: Call, sent: Sent): Promise<null | ScimError> {
  const before = await get(call, sent);
  if (isFailure(before)) return before;
  const name = String(before['displayName']);
  const emptied = await settle(call, sent, { before, wanted: { name, externalId: null, members: [] } });
  return isFailure(emptied) ? emptied : null;
}
