import { z } from 'zod';
import { line } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { ids } from '../examples.ts';
import { isLoopbackHost } from '../outbound/private-address.ts';
import * as people from '../participant/fields.ts';

/** What may be said of a provider, when it is added and later. */
export const name = line(limits.nameLength).describe('As people know it: it stands on the button.');
export const issuer = z
  .string()
  .trim()
  .max(500)
  .refine(isIssuer, 'must be an https address without query or fragment; http only for this machine itself')
  .describe('Its address, exactly as its own documents name it: `https://login.example.com/realm`.');
export const clientId = z.string().trim().min(1).max(300).describe('What the provider calls this server.');
export const clientSecret = z
  .string()
  .min(1)
  .max(1_000)
  .describe('What the provider gave with the client id. It is kept, and never shown again.');
export const scopes = z
  .array(
    z
      .string()
      .regex(
        /^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/,
        'must be a scope: visible ASCII without spaces, quotes and backslashes',
      ),
  )
  .max(50)
  .describe('What is asked for beside `openid`.');
export const groupsClaim = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe(
    'The claim that lists somebody’s groups, such as `groups` or `realm_access.roles`; null: groups give nothing.',
  );
const mapping = z
  .object({
    group: z.string().trim().min(1).max(300).describe('As the provider names it, to the letter.'),
    role: people.role.nullable().default(null),
    teams: z.array(z.string().min(1).max(100)).max(limits.listLength).default([]).describe('Ids or keys.'),
  })
  .refine(({ role, teams }) => role !== null || teams.length > 0, 'must give a role or a team');
export const mappings = z
  .array(mapping)
  .max(limits.listLength)
  .describe('What each group gives: a role, teams. The highest role wins; what a group gave goes when the group goes.');
export const createPeople = z
  .boolean()
  .describe('Whether whoever signs in there and is not known here becomes a person here.');
export const emailDomains = z
  .array(
    z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^(?!-)[a-z0-9.-]+\.[a-z0-9-]+$/, 'must be a domain such as example.com'),
  )
  .max(limits.listLength)
  .describe('Of which verified addresses somebody new is let in; none: of all.');

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  return safe && username === '' && search === '' && hash === '' && !text.includes('?') && !text.includes('#');
}

export const exampleProvider = {
  id: '0197a000-0000-7000-8000-000000000061',
  name: 'Keller ID',
  issuer: 'https://login.example.com',
  clientId: 'coact',
  hasSecret: true,
  scopes: ['profile', 'email'],
  groupsClaim: 'groups',
  mappings: [{ group: 'operations', role: 'member' as const, teams: [ids.team] }],
  createPeople: true,
  emailDomains: ['example.com'],
  callback: 'https://coact.example.com/sign-in/callback',
  version: 1,
  createdAt: ids.at,
  updatedAt: ids.at,
};
