import type { Link, Person, Team } from './directory.ts';
import type { Resource } from './apply-patch.ts';
import type { Role } from '../../domain/sign-in/provider.ts';
import { role } from '../../operations/participant/fields.ts';
import { type ScimError, fail } from './scim-error.ts';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

export type ShownUser = { person: Person; link: Link | undefined; teams: readonly Team[]; base: string };

/** A person as SCIM's User. Coact keeps one name, so its parts are its first word and the rest. */
export function showUser({ person, link, teams, base }: ShownUser): Resource {
  const { id, name, email, status, createdAt } = person;
  const [given = '', ...family] = name.split(' ');
  const own = teams.filter((team) => person.teams.includes(team.id));
  return {
    schemas: [USER],
    id,
    ...(link?.externalId && { externalId: link.externalId }),
    userName: link?.userName ?? email ?? name,
    displayName: name,
    name: { formatted: name, givenName: given, familyName: family.join(' ') },
    ...(email && { emails: [{ value: email, type: 'work', primary: true }] }),
    active: status === 'active',
    roles: [{ value: person.role, primary: true }],
    groups: own.map((team) => ({ value: team.id, display: team.name, $ref: `${base}/Groups/${team.id}` })),
    meta: { resourceType: 'User', created: createdAt, location: `${base}/Users/${id}` },
  };
}

/** What a User that was sent, or a patched one, asks for. */
export type WantedUser = {
  userName: string;
  name: string;
  email: string | null;
  externalId: string | null;
  active: boolean;
  /** Null: as it is. */
  role: Role | null;
};

/** Reads a User; `before` is the one that it replaces, so that a part of the name that changed makes the new name. */
export function readUser(sent: unknown, before: Resource | null): WantedUser | ScimError {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    return fail(400, 'Send a User as a JSON object.', 'invalidSyntax');
  const user = sent as Resource;
  const userName = textOf(user['userName']);
  if (!userName) return fail(400, '`userName` is needed.', 'invalidValue');
  const active = readActive(user['active']);
  if (active === null) return fail(400, '`active` is true or false.', 'invalidValue');
  const email = emailOf(user['emails']) ?? (userName.includes('@') ? userName : null);
  const role = readRole(user['roles']);
  if (role === undefined) return fail(400, '`roles` names one of admin, member and guest.', 'invalidValue');
  const name = nameOf(user, before) ?? userName;
  return { userName, name, email, externalId: textOf(user['externalId']), active, role };
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** Some directories send booleans as words. */
function readActive(value: unknown): boolean | null {
  if (value === undefined || value === null) return true;
  const word = String(value).toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : null;
}

/** The primary role, or the first. Null where none is said: then it stays; undefined for what is no role here. */
function readRole(roles: unknown): Role | null | undefined {
  const said = primaryOf(roles);
  return said === null ? null : role.options.find((one) => one === said.toLowerCase());
}

const emailOf = primaryOf;

function primaryOf(many: unknown): string | null {
  if (!Array.isArray(many)) return null;
  const all = many as { value?: unknown; primary?: unknown }[];
  return textOf((all.find(({ primary }) => String(primary).toLowerCase() === 'true') ?? all[0])?.value);
}

/** The part of the name that differs from before says the new one: the one to display first, then the formal one, then its pieces. */
function nameOf(user: Resource, before: Resource | null): string | null {
  const [now, then] = [partsOf(user), partsOf(before ?? {})];
  const changed = (['display', 'formatted', 'pieces'] as const).find((part) => now[part] && now[part] !== then[part]);
  return changed ? now[changed] : (now.display ?? now.formatted ?? now.pieces);
}

function partsOf(user: Resource) {
  const name = (user['name'] ?? {}) as Record<string, unknown>;
  const pieces = [textOf(name['givenName']), textOf(name['familyName'])].filter(Boolean).join(' ');
  return { display: textOf(user['displayName']), formatted: textOf(name['formatted']), pieces: pieces || null };
}
