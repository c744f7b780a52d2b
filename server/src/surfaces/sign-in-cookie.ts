import type { IncomingHttpHeaders } from 'node:http';
import { ATTEMPT_MS } from '../operations/sign-in/seal.ts';

const NAME = 'coact_sign_in';

/** Sent along when the provider's page leads back here (Lax), and nowhere but where people sign in. */
export function signInCookie(sealed: string | null, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const life = sealed === null ? 0 : ATTEMPT_MS / 1000;
  return `${NAME}=${sealed ?? ''}; Path=/sign-in; HttpOnly; SameSite=Lax${secure}; Max-Age=${life}`;
}

export const sealedIn = ({ cookie }: IncomingHttpHeaders): string | null =>
  /(?:^|; *)coact_sign_in=([\w.-]{1,4000})(?:;|$)/.exec(cookie ?? '')?.[1] ?? null;
