import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { applyGroups, firstRole, mapGroups, nothingGiven } from '../../domain/sign-in/map-groups.ts';
import { recognise } from '../../domain/sign-in/recognise.ts';
import { findIdentity, forgetSpentSignIns, isSpent, spendSignIn } from '../../store/identities.ts';
import { activeAdmins, findParticipant, lockPeople } from '../../store/people.ts';
import { listTeams } from '../../store/teams.ts';
import type { CommandContext } from '../context.ts';
import { command } from '../define.ts';
import { exampleProvider } from '../provider/fields.ts';
import { requireProvider } from '../provider/references.ts';
import { id } from '../resources/basics.ts';
import { openSession } from '../session/open-session.ts';
import { exampleSession, sessionResource } from '../session/session-resource.ts';
import { createPerson, enterPerson } from './person-changes.ts';

const input = z.object({
  provider: id,
  state: z.string().describe('Of the sign-in: it leads to one session.'),
  expiresAt: z.number().describe('When the sign-in would have ended by itself, in epoch milliseconds.'),
  claims: z.object({
    subject: z.string().min(1).max(255),
    email: z.string().nullable(),
    emailVerified: z.boolean(),
    name: z.string().nullable(),
    groups: z.array(z.string()),
  }),
});

/** Run by the door to which providers send people back, once what they say of somebody is verified. */
export default command({
  name: 'sign_in.complete',
  summary: 'Sign in whoever a provider has vouched for.',
  http: 'POST /v1/sign-in/complete',
  status: 201,
  open: true,
  internal: true,
  locks: true,
  input,
  output: sessionResource,
  secrets: ['token'],
  needs: { action: 'sign_in.complete' },
  refuses: ['not_found', 'sign_in_refused'],
  example: {
    input: {
      provider: exampleProvider.id,
      state: 'state',
      expiresAt: 0,
      claims: { subject: '248289761001', email: 'ana@example.com', emailVerified: true, name: 'Ana', groups: [] },
    },
    output: exampleSession,
  },

  load: loadSignIn,

  decide(context, { provider, identity, person, isLastAdmin, spent, recognised, keys }, { claims, state, expiresAt }) {
    if (spent) return refuse('sign_in_refused', { problem: 'used' });
    if (recognised.as === 'nobody') return refuse('sign_in_refused', { problem: recognised.problem });
    const { changes, connection, now } = context;
    const given = identity?.given ?? nothingGiven;
    const mapped = mapGroups(provider.mappings, claims.groups);
    const standing = person ?? { role: firstRole(provider.mappings), teams: [] };
    const applied = applyGroups(standing, { given, mapped, keepsRole: isLastAdmin });
    const entering = { provider, claims, applied, identity, keys };
    const entered = person ? enterPerson(context, person, entering) : createPerson(context, entering);
    // Written with the session, or not at all.
    changes.also(spendSignIn(connection, stateKey(state), expiresAt));
    changes.also(forgetSpentSignIns(connection, now), 'any');
    return openSession(context, entered);
  },
});

const stateKey = (state: string) => Buffer.from(state, 'utf8');

/** Everything that tells who it is, read while nobody else changes people. */
async function loadSignIn({ connection }: CommandContext, said: z.output<typeof input>) {
  await lockPeople(connection);
  const provider = await requireProvider(connection, said.provider);
  if (isRefusal(provider)) return provider;
  const { subject, email } = said.claims;
  const identity = await findIdentity(connection, { provider: provider.id, subject });
  const known = identity && (await findParticipant(connection, identity.participant));
  const holder = email === null ? null : await findParticipant(connection, email);
  const elsewhere =
    holder !== null && (await findIdentity(connection, { provider: provider.id, participant: holder.id })) !== null;
  const recognised = recognise({ provider, claims: said.claims, known, holder: holder && { ...holder, elsewhere } });
  const person = recognised.as === 'known' ? known : recognised.as === 'holder' ? holder : null;
  const admins = await activeAdmins(connection);
  const teams = await listTeams(connection);
  return {
    provider,
    identity,
    person,
    recognised,
    isLastAdmin: person?.role === 'admin' && admins.every((one) => one.id === person.id),
    keys: new Map(teams.map(({ id: team, key }) => [team, key])),
    spent: await isSpent(connection, stateKey(said.state)),
  };
}
