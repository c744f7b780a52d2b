import { generateKeyPairSync } from 'node:crypto';
import { hostname } from 'node:os';
import { verifierKey } from '../domain/ledger/verifier-key.ts';
import { commit } from '../store/commit.ts';
import type { Connection, Database } from '../store/database.ts';
import {
  type Participant,
  activeAdmins,
  addMemberships,
  findParticipant,
  findSystem,
  insertParticipant,
  lockPeople,
  updateParticipant,
} from '../store/people.ts';
import { createTeamSequence, insertTeam } from '../store/teams.ts';
import { raw, sql } from '../store/sql.ts';
import { findPassword, insertToken, revokeTokens, savePassword } from '../store/tokens.ts';
import { type Changes, collectChanges } from './changes.ts';
import { hashPassword } from './password/hash-password.ts';
import { passwordProblem } from './password/password-rule.ts';
import { issueSetupLink } from './setup/issue-setup-link.ts';
import { mintToken } from './token/token-text.ts';

export type BootstrapOptions = {
  now: () => number;
  ids: { next(): string };
  /** Gives the first admin an e-mail address and a password, unless they have one already. */
  admin?: { email: string; password: string };
};

export type Bootstrapped = {
  workspace: string;
  /** Acts as the first admin, for the operator of this machine. */
  operatorToken: string;
  /** For the set-up link, while the first admin has no password. */
  setupToken: string | null;
};

/** Any number will do, as long as every server asks for the same one. */
const LOCK = raw('41802027');

/**
 * Makes what an empty database lacks (a workspace, Coact's own participant, the first admin, the team General and the key
 * that signs the ledger) and, on every start, a token for the operator. Several servers may start at once: one makes it all.
 */
export async function bootstrap(database: Database, options: BootstrapOptions): Promise<Bootstrapped> {
  const workspace = await ensureWorkspace(database, options);
  return database.transaction(workspace, async (connection) => {
    await connection.query(sql`select pg_advisory_xact_lock(${LOCK})`);
    await lockPeople(connection);
    const system = await findSystem(connection);
    const [admin] = await activeAdmins(connection);
    if (!system || !admin) throw new Error('The workspace has no active admin. Restore the database from a backup.');
    const now = options.now();
    const changes = collectChanges({ workspace, actor: system, now, ids: options.ids });
    const operatorToken = issueOperatorToken({ connection, changes, now, ids: options.ids }, admin.id);
    const setupToken = await admit({ connection, changes, now, ids: options.ids }, admin, options.admin);
    await write(connection, changes);
    return { workspace, operatorToken, setupToken };
  });
}

type Step = { connection: Connection; changes: Changes; now: number; ids: { next(): string } };

const write = (connection: Connection, changes: Changes) => {
  const { parts, entries } = changes.collected();
  return commit(connection, parts, entries);
};

/** The id of the workspace: of the one that exists, or of a new one with all that belongs to it. */
async function ensureWorkspace(database: Database, { now: clock, ids }: BootstrapOptions): Promise<string> {
  const fresh = ids.next();
  return database.transaction(fresh, async (connection) => {
    await connection.query(sql`select pg_advisory_xact_lock(${LOCK})`);
    const [existing] = await connection.query<{ id: string }>(
      sql`select id from workspaces order by created_at, id limit 1`,
    );
    if (existing) return existing.id;
    const now = clock();
    const system = person({ id: ids.next(), kind: 'system', name: 'Coact', createdAt: now });
    const changes = collectChanges({ workspace: fresh, actor: system, now, ids });
    makeWorkspace({ connection, changes, now, ids }, system);
    await write(connection, changes);
    return fresh;
  });
}

type Person = Pick<Participant, 'id' | 'kind' | 'name' | 'createdAt'>;
const person = (said: Person): Participant => ({
  ...said,
  role: 'admin',
  status: 'active',
  sponsor: null,
  email: null,
  skills: [],
  teams: [],
  wipLimit: null,
  autonomy: null,
  origin: null,
  version: 1,
});

function makeWorkspace({ connection, changes, now, ids }: Step, system: Participant): void {
  const { workspace } = connection;
  const admin = person({ id: ids.next(), kind: 'human', name: 'Operator', createdAt: now });
  const team = {
    id: ids.next(),
    key: 'GEN',
    name: 'General',
    parent: null,
    lead: admin.id,
    version: 1,
    createdAt: now,
  };
  const origin = `coact/${workspace}`;
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = verifierKey({ name: origin, key: privateKey });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });

  changes.fact(
    { type: 'workspace.created', data: { name: 'Coact' } },
    { subject: workspace },
    sql`insert into workspaces (id, name, created_at) values (${workspace}, 'Coact', ${new Date(now).toISOString()}) returning 1`,
  );
  changes.fact(
    { type: 'ledger.key_created', data: { origin, publicKey } },
    {},
    sql`insert into ledger_keys (workspace, name, public_key, private_key) values (${workspace}, ${origin}, ${publicKey}, ${pem}) returning 1`,
    sql`insert into ledger_heads (workspace, size, sealed_size, seq, marked, awaited, frontier) values (${workspace}, 0, 0, 0, 0, '0', '{}') returning 1`,
  );
  for (const one of [system, admin]) {
    const data = {
      kind: one.kind,
      name: one.name,
      role: one.role,
      sponsor: null,
      skills: [],
      teams: [],
      wipLimit: null,
    };
    changes.fact({ type: 'participant.created', data }, { subject: one.id }, insertParticipant(connection, one));
  }
  const data = { key: team.key, name: team.name, parent: null, lead: admin.id };
  changes.fact(
    { type: 'team.created', data },
    { subject: team.id },
    insertTeam(connection, team),
    createTeamSequence(team.id),
  );
  changes.fact(
    { type: 'member.added', data: { team: team.id, key: team.key } },
    { subject: admin.id },
    addMemberships(connection, admin.id, [team.id]),
  );
}

/** One more on every start, named by its machine: the files of other servers, and of an earlier start, stay good. */
function issueOperatorToken({ connection, changes, now, ids }: Step, participant: string): string {
  const { text, hash } = mintToken(connection.workspace);
  const token = {
    id: ids.next(),
    participant,
    purpose: 'operator' as const,
    name: `Operator at ${hostname()}`,
    createdAt: now,
    expiresAt: null,
  };
  changes.fact(
    { type: 'token.created', data: { token: token.id, purpose: token.purpose, name: token.name, expiresAt: null } },
    { subject: participant },
    insertToken(connection, { ...token, hash }),
  );
  return text;
}

/** Lets the first admin sign in: by the given address and password, or by a set-up link, unless they can already. */
async function admit(step: Step, admin: Participant, given: BootstrapOptions['admin']): Promise<string | null> {
  const { connection, changes, now } = step;
  if ((await findPassword(connection, admin.id)) !== null) return null;
  if (!given) return issueSetupLink(step, admin.id).token;

  const problem = passwordProblem(given.password, { email: given.email });
  if (problem) throw new Error(`The password of the first admin ${problem}.`);
  const holder = await findParticipant(connection, given.email);
  if (holder && holder.id !== admin.id)
    throw new Error(`${holder.name} has the e-mail address ${given.email}. Give the first admin another one.`);
  changes.fact(
    { type: 'setup.completed', data: { name: admin.name } },
    { subject: admin.id },
    updateParticipant(connection, admin, { ...admin, email: given.email }),
    savePassword(connection, admin.id, await hashPassword(given.password)),
  );
  changes.also(revokeTokens(connection, { participant: admin.id, purpose: 'setup' }, now), 'any');
  return null;
}
