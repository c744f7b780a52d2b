import { isIP } from 'node:net';
import { isLoopbackHost, isPrivateAddress } from './private-address.ts';

/** What speaks against an address that an admin writes down, before it is ever called; null where nothing does. */
export function problemOfAddress(text: string, privateHosts: readonly string[] = []): string | null {
  if (!URL.canParse(text)) return 'is not an address';
  const { protocol, hostname, username, password, hash } = new URL(text);
  const local = isLoopbackHost(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && local))
    return 'must be an https address; http only for this machine itself';
  if (username || password) return 'must not hold a name or password';
  if (hash) return 'must not have a fragment';
  const bare = hostname.replace(/^\[|\]$/g, '');
  const inside = isIP(bare) !== 0 && isPrivateAddress(bare) && !local && !privateHosts.includes(hostname.toLowerCase());
  return inside ? 'leads into a private network, which Coact calls only at hosts that COACT_PRIVATE_HOSTS names' : null;
}
