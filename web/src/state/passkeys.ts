import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import { words } from '../words/index.ts';
import { Unable } from './unable.ts';

const says = words.access.passkeys;

const isAddress = (host: string) => /^[\d.]+$|:/.test(host);

/** Whether this browser keeps passkeys for this page: only under a host name, over HTTPS or on this machine. */
export const passkeysWorkHere = (): boolean =>
  isSecureContext && 'PublicKeyCredential' in globalThis && !isAddress(location.hostname);

/** The same page under a name, where that is known: loopback is called localhost. */
export const passkeysInstead = (): string | null =>
  /^(127\.|\[::1\]$)/.test(location.hostname)
    ? `${location.protocol}//localhost:${location.port}${location.pathname}`
    : null;

/** Has the browser make a passkey from what the server sent. The library comes with the first use. */
export async function makePasskey(options: Record<string, unknown>): Promise<RegistrationResponseJSON> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  return startRegistration({ optionsJSON }).catch(complain);
}

/** Has the browser ask which passkey is to be used, and sign with it. */
export async function presentPasskey(options: Record<string, unknown>): Promise<AuthenticationResponseJSON> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  return startAuthentication({ optionsJSON }).catch(complain);
}

/** How long the browser offers passkeys in a field before it gets a fresh challenge: the server's are good for five minutes. */
const OFFERED_MS = 240_000;

/** Whether this browser offers passkeys among what it fills in. */
export async function fieldsOfferPasskeys(): Promise<boolean> {
  if (!passkeysWorkHere()) return false;
  const { browserSupportsWebAuthnAutofill } = await import('@simplewebauthn/browser');
  return browserSupportsWebAuthnAutofill();
}

/**
 * Has the browser offer passkeys in the field of the address, asking nothing. Null when nobody chose one: in time, or since
 * they did something else.
 */
export async function awaitPasskey(
  options: Record<string, unknown>,
  signal: AbortSignal,
): Promise<AuthenticationResponseJSON | 'late' | null> {
  const { WebAuthnAbortService, startAuthentication } = await import('@simplewebauthn/browser');
  if (signal.aborted) return null;
  let late = false;
  const cancel = () => WebAuthnAbortService.cancelCeremony();
  const timer = setTimeout(() => {
    late = true;
    cancel();
  }, OFFERED_MS);
  signal.addEventListener('abort', cancel);
  try {
    const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
    return await startAuthentication({ optionsJSON, useBrowserAutofill: true });
  } catch {
    return late ? 'late' : null;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

function complain(error: unknown): never {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') throw new Unable(says.already, says.alreadyHint);
  if (name === 'NotAllowedError' || name === 'AbortError') throw new Unable(says.declined, says.declinedHint);
  throw new Unable(says.failed, says.failedHint);
}
