import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import type { Claims, Provider } from '../../domain/sign-in/provider.ts';
import { SignInTrouble } from './trouble.ts';

/** What is read of somebody's groups at most; more than that is no list of a person's groups. */
const MOST_GROUPS = 2_000;

const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(254).nullable().catch(null),
  // Some providers send the word.
  email_verified: z.unknown().transform((value) => value === true || value === 'true'),
  name: z.string().catch(''),
  preferred_username: z.string().catch(''),
});

/** Reads what a provider tells of somebody; whatever it is, it becomes plain text of bounded length. */
export function readClaims({ groupsClaim }: Pick<Provider, 'groupsClaim'>, told: Record<string, unknown>): Claims {
  const parsed = claims.safeParse(told);
  if (!parsed.success) throw new SignInTrouble('unreadable', 'it tells no usable subject (the claim `sub`)');
  const { sub, email, email_verified: emailVerified, name, preferred_username: username } = parsed.data;
  const named = [name, username, email?.split('@')[0] ?? ''].map(oneLine).find((text) => text !== '');
  return {
    subject: sub,
    email,
    emailVerified: emailVerified && email !== null,
    name: named ?? null,
    groups: groupsClaim === null ? [] : (groupsIn(told, groupsClaim) ?? []),
  };
}

const oneLine = (text: string) =>
  text
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, limits.nameLength);

/** The groups under a claim's name, or null where it is not there. A dot leads into an object unless the name itself has it. */
export function groupsIn(told: Record<string, unknown>, claim: string): string[] | null {
  const value = Object.hasOwn(told, claim) ? told[claim] : claim.split('.').reduce<unknown>(step, told);
  if (value === undefined || value === null) return null;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one) => typeof one === 'string').slice(0, MOST_GROUPS);
}

const step = (inside: unknown, name: string): unknown =>
  typeof inside === 'object' && inside !== null && Object.hasOwn(inside, name)
    ? (inside as Record<string, unknown>)[name]
    : undefined;
