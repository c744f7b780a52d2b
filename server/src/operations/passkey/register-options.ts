import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { listPasskeys } from '../../store/passkeys.ts';
import { command } from '../define.ts';
import { needSession } from './need-session.ts';
import { offerCreation } from './offer-creation.ts';
import { ownFacts } from './own-facts.ts';
import { relyingParty } from './relying-party.ts';
import { creationOptions, exampleCreation } from './webauthn-json.ts';

export default command({
  name: 'passkey.register_options',
  summary: 'Get what your browser needs to make a passkey for you, good once and for five minutes.',
  http: 'POST /v1/me/passkeys/options',
  input: z.object({}),
  output: creationOptions,
  secrets: ['options'],
  needs: { action: 'passkey.add', facts: ownFacts },
  refuses: ['wrong_state', 'no_passkeys_here'],
  example: { input: {}, output: exampleCreation },

  async load({ connection, actor }) {
    return { known: await listPasskeys(connection, actor.id) };
  },

  decide(context, { known }) {
    const refusal = needSession(context.actor);
    if (refusal) return refusal;
    const party = relyingParty(context);
    return isRefusal(party) ? party : offerCreation(context, party, { holder: context.actor, known });
  },
});
