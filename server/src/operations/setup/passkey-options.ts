import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { listPasskeys } from '../../store/passkeys.ts';
import { command } from '../define.ts';
import { offerCreation } from '../passkey/offer-creation.ts';
import { relyingParty } from '../passkey/relying-party.ts';
import { creationOptions, exampleCreation } from '../passkey/webauthn-json.ts';
import { exampleSession } from '../session/session-resource.ts';
import { admitLinkHolder, findLinkHolder } from '../token/link-holder.ts';

export default command({
  name: 'setup.passkey_options',
  summary: 'Get what a browser needs to make the passkey with which whoever has a set-up link will sign in.',
  http: 'POST /v1/setup/passkey-options',
  open: true,
  input: z.object({
    token: z.string().max(200).describe('What stands behind the # of the link.'),
    name: z.string().trim().min(1).max(limits.nameLength),
    email: z.email().max(254),
  }),
  output: creationOptions,
  secrets: ['token', 'options'],
  needs: { action: 'setup.complete' },
  refuses: ['wrong_credentials', 'too_many_attempts', 'not_active', 'no_passkeys_here'],
  example: {
    input: { token: exampleSession.token, name: 'Ana', email: 'ana@example.com' },
    output: exampleCreation,
  },

  async load({ connection, now }, { token }) {
    const found = await findLinkHolder(connection, { token, purpose: 'setup' }, now);
    return { found, known: found ? await listPasskeys(connection, found.id) : [] };
  },

  decide(context, { found, known }, { token, name, email }) {
    const invited = admitLinkHolder(context, found, token);
    if (isRefusal(invited)) return invited;
    const party = relyingParty(context);
    if (isRefusal(party)) return party;
    return offerCreation(context, party, { holder: { id: invited.id, name, email }, known });
  },
});
