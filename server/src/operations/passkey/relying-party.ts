import { isIP } from 'node:net';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import type { CommandContext } from '../context.ts';

/** The site that a passkey is for: browsers know it by its host alone, and offer a passkey nowhere else. */
export type RelyingParty = { origin: string; host: string };

/**
 * The site on which somebody is looking at Coact: where their page says, which the guard has checked, else the public one.
 * WebAuthn knows only names, so an address such as 127.0.0.1 is refused.
 */
export function relyingParty({ from, server }: Pick<CommandContext, 'from' | 'server'>): RelyingParty | Refusal {
  const { origin, hostname, port, protocol } = new URL(from?.origin ?? server.publicUrl);
  if (isIP(hostname) === 0 && !hostname.startsWith('[')) return { origin, host: hostname };
  const instead = /^(127\.|\[::1\])/.test(hostname) ? `${protocol}//localhost${port && `:${port}`}` : null;
  return refuse('no_passkeys_here', { address: origin, instead });
}
