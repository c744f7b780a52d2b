import { type Refusal, refuse } from './refusals.ts';

/**
 * What a token may be used for: names of operations (`item.create`), whole areas (`item.*`), or sets. A token never does more
 * than its participant may; its scopes only take away.
 */
export const scopeSets = ['read', 'work', 'manage', 'admin', 'scim'] as const;
type ScopeSet = (typeof scopeSets)[number];

/** What an executor does beside reading: take work, tell of it, hand it in, ask and answer. */
const working: ReadonlySet<string> = new Set([
  'work.claim',
  'run.heartbeat',
  'run.report',
  'run.deliver',
  'run.fail',
  'run.release',
  'run.use_tool',
  'request.create',
  'request.respond',
  'request.see',
  'request.withdraw',
  'item.comment',
  'artifact.create',
  'budget.increase',
  'task.send',
  'task.cancel',
  'task.push',
  'task.unpush',
]);

/** The areas of work. Whatever is in no list here, such as people, tokens, teams and rules, wants `admin`. */
const managed: ReadonlySet<string> = new Set([
  'item',
  'outcome',
  'request',
  'run',
  'work',
  'artifact',
  'view',
  'import',
]);

/** What a directory of people does: the operations behind `/scim/v2`. */
const provisioning: ReadonlySet<string> = new Set([
  'scim.use',
  'directory.link',
  'directory.links',
  'participant.get',
  'participant.list',
  'participant.create',
  'participant.update',
  'participant.set_email',
  'participant.sign_out',
  'participant.retire',
  'team.get',
  'team.list',
  'team.create',
  'team.update',
  'team.add_member',
  'team.remove_member',
]);

/** An operation as far as scopes go; a read of a door of its own, such as the event feed, has a name as well. */
export type Named = { name: string; kind: 'command' | 'query' };

const areaOf = (name: string) => name.split('.')[0] ?? '';

const holds: Record<ScopeSet, (operation: Named) => boolean> = {
  read: ({ kind }) => kind === 'query',
  work: ({ name, kind }) => kind === 'query' || working.has(name),
  manage: ({ name, kind }) => kind === 'query' || managed.has(areaOf(name)),
  admin: ({ name }) => name !== 'scim.use',
  scim: ({ name }) => provisioning.has(name),
};

const isSet = (scope: string): scope is ScopeSet => (scopeSets as readonly string[]).includes(scope);

const covers = (scope: string, operation: Named): boolean =>
  isSet(scope)
    ? holds[scope](operation)
    : scope.endsWith('.*')
      ? areaOf(operation.name) === scope.slice(0, -2)
      : scope === operation.name;

/** Null: no scopes were set, so everything that the participant may. */
export type Scopes = readonly string[] | null;

export const mayUse = (scopes: Scopes, operation: Named): boolean =>
  scopes === null || scopes.some((scope) => covers(scope, operation));

/** The sets that an operation is in, for those who choose one. */
export const setsWith = (operation: Named): ScopeSet[] => scopeSets.filter((set) => holds[set](operation));

/** What changes the workspace itself, its people or its rules is beyond a token that is kept to some teams. */
const wide: ReadonlySet<string> = new Set([
  'workspace',
  'directory',
  'sample',
  'policy',
  'provider',
  'webhook',
  'hook',
  'participant',
  'invitation',
  'import',
]);

const isWide = ({ name, kind }: Named) => kind === 'command' && (wide.has(areaOf(name)) || name === 'team.create');

type Limited = { scopes?: Scopes; limitedTo?: readonly string[] | null };

/** Why a token may not be used for this, or null. */
export function refuseOutOfScope({ scopes = null, limitedTo = null }: Limited, operation: Named): Refusal | null {
  const { name } = operation;
  if (!mayUse(scopes, operation))
    return refuse('out_of_scope_token', { operation: name, scopes, wanted: [name, ...setsWith(operation)] });
  return limitedTo && isWide(operation) ? refuse('out_of_scope_token', { operation: name, teams: limitedTo }) : null;
}

/** Why one token may not make another with these limits, or null: what a token makes can do no more than itself. */
export function refuseWider(
  { scopes = null, limitedTo = null }: Limited,
  made: { scopes: Scopes; teams: readonly string[] | null },
  operations: readonly Named[],
): Refusal | null {
  const more = scopes && operations.filter((one) => mayUse(made.scopes, one) && !mayUse(scopes, one));
  if (more && more.length > 0)
    return refuse('out_of_scope_token', {
      operation: 'token.create',
      scopes,
      beyond: more.slice(0, 20).map(({ name }) => name),
    });
  const elsewhere = limitedTo && (made.teams === null || made.teams.some((team) => !limitedTo.includes(team)));
  return elsewhere ? refuse('out_of_scope_token', { operation: 'token.create', teams: limitedTo }) : null;
}

/** Scopes that name nothing that there is. */
export const unknownScopes = (scopes: readonly string[], operations: readonly Named[]): string[] =>
  scopes.filter((scope) => !isSet(scope) && !operations.some((one) => covers(scope, one)));
