import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusals.ts';
import { findChallenge, findPasskey, listPasskeys } from '../../store/passkeys.ts';
import { findParticipant, lockPeople, updateParticipant } from '../../store/people.ts';
import { revokeTokens, savePassword } from '../../store/tokens.ts';
import { command } from '../define.ts';
import { addPasskey } from '../passkey/add-passkey.ts';
import { challengeIn } from '../passkey/issue-challenge.ts';
import { passkeyName } from '../passkey/passkey-resource.ts';
import { attestation } from '../passkey/webauthn-json.ts';
import { hashPassword } from '../password/hash-password.ts';
import { type PasswordOwner, newPassword, passwordProblem } from '../password/password-rule.ts';
import { openSession } from '../session/open-session.ts';
import { exampleSession, sessionResource } from '../session/session-resource.ts';
import { admitLinkHolder, findLinkHolder } from '../token/link-holder.ts';

export default command({
  name: 'setup.complete',
  summary: 'Use a set-up link: choose your name, e-mail address and how you sign in, and be signed in.',
  http: 'POST /v1/setup',
  status: 201,
  open: true,
  locks: true,
  input: z.object({
    token: z.string().max(200).describe('What stands behind the # of the link.'),
    name: z.string().trim().min(1).max(limits.nameLength),
    email: z.email().max(254),
    password: newPassword.optional().describe('This, a passkey, or both.'),
    passkey: attestation.optional(),
    passkeyName: passkeyName.default('First passkey'),
  }),
  output: sessionResource,
  secrets: ['token', 'password', 'passkey'],
  needs: { action: 'setup.complete' },
  refuses: [
    'wrong_credentials',
    'too_many_attempts',
    'not_active',
    'already_exists',
    'passkey_refused',
    'invalid_input',
  ],
  example: {
    input: { token: exampleSession.token, name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' },
    output: exampleSession,
  },

  async load({ connection, now }, { token, email, passkey }) {
    await lockPeople(connection);
    const found = await findLinkHolder(connection, { token, purpose: 'setup' }, now);
    const holder = await findParticipant(connection, email);
    return {
      found,
      taken: found !== null && holder !== null && holder.id !== found.id,
      same: passkey ? await findPasskey(connection, { credential: passkey.id }) : null,
      known: found ? await listPasskeys(connection, found.id) : [],
      challenge: passkey ? await findChallenge(connection, challengeIn(passkey), now) : null,
    };
  },

  async decide(context, { found, taken, same, known, challenge }, { token, name, email, ...said }) {
    const invited = admitLinkHolder(context, found, token);
    if (isRefusal(invited)) return invited;
    if (taken) return refuse('already_exists', { field: 'email' });
    const refusal = refuseWayIn(said, { email, name });
    if (refusal) return refusal;

    const { changes, connection, now } = context;
    const { password, passkey, passkeyName: called } = said;
    const after = { ...invited, name, email, version: invited.version + 1 };
    changes.actAs(after);
    changes.fact(
      { type: 'setup.completed', data: { name } },
      { subject: after.id },
      updateParticipant(connection, invited, after),
      ...(password === undefined ? [] : [savePassword(connection, after.id, await hashPassword(password))]),
    );
    const added =
      passkey &&
      (await addPasskey(context, {
        answer: passkey,
        challenge,
        holder: after,
        known,
        taken: same !== null,
        name: called,
      }));
    if (isRefusal(added)) return added;
    // A link also serves to come in again: whoever came in before is signed out.
    changes.also(revokeTokens(connection, { participant: after.id, purpose: 'setup' }, now), 'any');
    changes.also(revokeTokens(connection, { participant: after.id, purpose: 'session' }, now), 'any');
    changes.forgetParticipants();
    return openSession(context, after);
  },
});

type Said = { password?: string | undefined; passkey?: object | undefined };

function refuseWayIn({ password, passkey }: Said, owner: PasswordOwner): Refusal | null {
  const missing = passkey ? null : 'is missing; choose one, or send a passkey';
  const problem = password === undefined ? missing : passwordProblem(password, owner);
  return problem ? refuse('invalid_input', { errors: [{ field: 'password', problem }] }) : null;
}
