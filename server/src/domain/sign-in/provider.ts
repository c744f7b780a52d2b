import type { Actor } from '../authority.ts';

export type Role = Actor['role'];

/** What membership of one of the provider's groups gives here. */
export type Mapping = { group: string; role: Role | null; teams: string[] };

/** A provider of OpenID Connect, as far as the rules go. `teams` of a mapping are ids. */
export type Provider = {
  id: string;
  name: string;
  /** As its own documents name it, to the letter. */
  issuer: string;
  clientId: string;
  scopes: string[];
  /** The claim that lists somebody's groups; a dot leads into an object, as in `realm_access.roles`. */
  groupsClaim: string | null;
  mappings: Mapping[];
  /** Whether whoever signs in and is not known here becomes a person here. */
  createPeople: boolean;
  /** Of whom that holds; none: of all. */
  emailDomains: string[];
};

/** Somebody as the provider tells them, verified. */
export type Claims = {
  subject: string;
  email: string | null;
  emailVerified: boolean;
  name: string | null;
  groups: string[];
};
