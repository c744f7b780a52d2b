import type { SignInProblem } from './problems.ts';
import type { Claims, Provider } from './provider.ts';

/** Somebody here, as far as it matters to who signs in. */
type Known = { id: string; kind: 'human' | 'agent' | 'system'; status: 'active' | 'paused' | 'retired' };

export type Facts = {
  provider: Pick<Provider, 'createPeople' | 'emailDomains'>;
  claims: Pick<Claims, 'email' | 'emailVerified'>;
  /** Who is known by the provider's own name for them. */
  known: Known | null;
  /** Who has the e-mail address here, and whether the provider knows them under another name. */
  holder: (Known & { elsewhere: boolean }) | null;
};

export type Recognised =
  | { as: 'known' | 'holder'; person: string }
  | { as: 'new' }
  | { as: 'nobody'; problem: SignInProblem };

/**
 * Who signs in: whoever the provider has vouched for before, else the person with the e-mail address that it has verified, else
 * somebody new where that is wanted. An address that was not verified leads to nobody: anybody could have typed it.
 */
export function recognise({ provider, claims, known, holder }: Facts): Recognised {
  if (known) return entered('known', known);
  if (holder) {
    if (!claims.emailVerified) return nobody('email_unverified');
    if (holder.kind !== 'human' || holder.elsewhere) return nobody('email_taken');
    return entered('holder', holder);
  }
  if (!provider.createPeople) return nobody('not_invited');
  return isWelcome(provider, claims)
    ? { as: 'new' }
    : nobody(claims.emailVerified ? 'wrong_domain' : 'email_unverified');
}

const nobody = (problem: SignInProblem): Recognised => ({ as: 'nobody', problem });

/** Only people sign in, and only while they are active. */
const entered = (as: 'known' | 'holder', { id, kind, status }: Known): Recognised =>
  kind === 'human' && status === 'active' ? { as, person: id } : nobody('not_active');

function isWelcome({ emailDomains }: Facts['provider'], { email, emailVerified }: Facts['claims']): boolean {
  if (emailDomains.length === 0) return true;
  const domain = email?.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return emailVerified && domain !== undefined && emailDomains.some((allowed) => allowed.toLowerCase() === domain);
}
