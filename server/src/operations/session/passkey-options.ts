import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { command } from '../define.ts';
import { issueChallenge } from '../passkey/issue-challenge.ts';
import { relyingParty } from '../passkey/relying-party.ts';
import { exampleRequest, requestOptions } from '../passkey/webauthn-json.ts';

export default command({
  name: 'session.passkey_options',
  summary: 'Get what a browser needs to sign somebody in with a passkey, good once and for five minutes.',
  http: 'POST /v1/sessions/passkey/options',
  open: true,
  input: z.object({}),
  output: requestOptions,
  secrets: ['options'],
  needs: { action: 'session.create' },
  refuses: ['no_passkeys_here'],
  example: { input: {}, output: exampleRequest },

  async load() {},

  async decide(context) {
    const party = relyingParty(context);
    if (isRefusal(party)) return party;
    // It names no passkeys, so that nobody learns here who has one: the browser knows which belong to this site.
    const options = await generateAuthenticationOptions({
      rpID: party.host,
      challenge: issueChallenge(context, party, null),
      timeout: 120_000,
      userVerification: 'required',
    });
    return { options: { ...options } };
  },
});
