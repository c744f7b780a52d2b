import { type Refusal, refuse } from '../../domain/refusals.ts';
import { isLoopbackHost } from '../outbound/private-address.ts';
import { problemOfAddress } from '../outbound/problem-of-address.ts';

/**
 * Why notifications may not go there, or null. Whoever sends work is not an admin, so this machine itself is told only where
 * its operator has named it among the private hosts.
 */
export function refusePushAddress(url: string, privateHosts: readonly string[] = []): Refusal | null {
  const problem = problemOfAddress(url, privateHosts) ?? problemOfLoopback(url, privateHosts);
  return problem ? refuse('invalid_input', { errors: [{ field: 'url', problem }] }) : null;
}

const problemOfLoopback = (url: string, privateHosts: readonly string[]) =>
  mayCallHere(url, privateHosts) || !isLoopbackHost(new URL(url).hostname)
    ? null
    : 'leads to this machine, which is told only where COACT_PRIVATE_HOSTS names it';

/** Whether an address of this machine was named by its operator. */
export const mayCallHere = (url: string, privateHosts: readonly string[] = []) =>
  privateHosts.some((host) => host.toLowerCase() === new URL(url).hostname.toLowerCase());
