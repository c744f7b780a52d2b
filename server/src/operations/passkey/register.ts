import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { findChallenge, findPasskey, listPasskeys } from '../../store/passkeys.ts';
import { command } from '../define.ts';
import { addPasskey } from './add-passkey.ts';
import { challengeIn } from './issue-challenge.ts';
import { needSession } from './need-session.ts';
import { ownFacts } from './own-facts.ts';
import { examplePasskey, passkeyName, passkeyResource, showPasskey } from './passkey-resource.ts';
import { attestation, exampleAttestation } from './webauthn-json.ts';

export default command({
  name: 'passkey.register',
  summary: 'Add the passkey that your browser has made: from now on you can sign in with it.',
  http: 'POST /v1/me/passkeys',
  status: 201,
  input: z.object({ name: passkeyName, response: attestation }),
  output: passkeyResource,
  secrets: ['response'],
  needs: { action: 'passkey.add', facts: ownFacts },
  refuses: ['wrong_state', 'passkey_refused', 'already_exists', 'invalid_input'],
  example: { input: { name: 'My phone', response: exampleAttestation }, output: examplePasskey },

  async load({ connection, actor, now }, { response }) {
    const [known, same, challenge] = await Promise.all([
      listPasskeys(connection, actor.id),
      findPasskey(connection, { credential: response.id }),
      findChallenge(connection, challengeIn(response), now),
    ]);
    return { known, taken: same !== null, challenge };
  },

  async decide(context, loaded, { name, response }) {
    const refusal = needSession(context.actor);
    if (refusal) return refusal;
    const added = await addPasskey(context, { ...loaded, holder: context.actor, answer: response, name });
    return isRefusal(added) ? added : showPasskey(added);
  },
});
