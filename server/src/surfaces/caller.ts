import type { IncomingHttpHeaders } from 'node:http';
import type { Bearer } from '../store/people.ts';
import { tokenOf } from './credentials.ts';

export type Caller = { workspace: string; bearer: Bearer | null };

/**
 * Whom a token stands for. The workspace is always known, for the operations that are open to all; `bearer` is null without a
 * token, or with one that has expired or was revoked. It may throw when the database is away.
 */
export type Authenticate = (token: string | null) => Promise<Caller>;

export const readCaller = (authenticate: Authenticate, headers: IncomingHttpHeaders): Promise<Caller> =>
  authenticate(tokenOf(headers));
