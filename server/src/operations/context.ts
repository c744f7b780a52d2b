import type { Policy } from '../domain/policy/judge.ts';
import type { Connection } from '../store/database.ts';
import type { Bearer } from '../store/people.ts';
import type { Changes } from './changes.ts';

/** What every operation may use; the clock and the ids come from the outside, so that a test can hold them. */
export type QueryContext = {
  /** Whoever asks. Nobody, for the few operations that are open to all, is a guest without an id. */
  actor: Bearer;
  now: number;
  connection: Connection;
  ids: { next(): string };
  /** Where the call comes from; nowhere, for Coact's own jobs and acts that were held. */
  from?: From;
  /** Facts about this server that some answers carry. */
  server: ServerFacts;
};

export type CommandContext = QueryContext & {
  /** Where the decision puts what it changes. */
  changes: Changes;
  /** The version from `If-Match`, or null. */
  ifMatch: number | null;
  /** The rules in force; null where nobody is judged by them: what is open to all, and Coact's own jobs. */
  policy: Policy | null;
  /** The request whose approval lets this act happen: the act itself leaves it alone. */
  answering?: string;
  /** Whoever lets this act happen by accepting or approving it; nobody, where the actor acts by themselves. */
  acceptor?: Pick<Bearer, 'kind' | 'role'>;
};

/** What a door knows of whoever calls, beside who they are: the site that their page is on, checked, and their program. */
export type From = { origin: string | null; userAgent: string | null };

export type ServerFacts = {
  publicUrl: string;
  version: string;
  /** Hosts whose private addresses may be called (COACT_PRIVATE_HOSTS); none, unless stated. */
  privateHosts?: readonly string[];
};
