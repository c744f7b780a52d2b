import type { IncomingHttpHeaders } from 'node:http';
import type { Authenticator } from '../operations/authenticate.ts';
import type { Bearer } from '../store/people.ts';
import { tokenOf } from './credentials.ts';

export type CallerOptions = {
  authenticate: Authenticator['authenticate'];
  /** Where whoever is not signed in may knock: the workspace of the operations that are open to all. */
  workspace: string;
};

export type Caller = { workspace: string; bearer: Bearer | null };

/** Who sends a request: a participant, or nobody when its token is missing or not valid (any more). */
export async function readCaller({ authenticate, workspace }: CallerOptions, headers: IncomingHttpHeaders): Promise<Caller> {
  const token = tokenOf(headers);
  return (token !== null && (await authenticate(token))) || { workspace, bearer: null };
}
