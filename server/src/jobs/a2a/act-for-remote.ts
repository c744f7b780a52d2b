import { isRefusal } from '../../domain/refusals.ts';
import type { RemoteCall } from '../../operations/a2a/remote/connect-remote.ts';
import type { Operation } from '../../operations/define.ts';
import type { Execute } from '../../operations/execute.ts';
import type { Noted } from '../../store/a2a-remotes.ts';
import type { Bearer } from '../../store/people.ts';

/** What is known of a run that an agent elsewhere does. */
export type State = Omit<Noted, 'next' | 'misses'>;

export type FollowOptions = {
  execute: Execute;
  workspace: string;
  bearer: Bearer;
  call: RemoteCall;
  now: () => number;
  /** Writes down what is known so far; false where another server has taken over. */
  keep: (state: State) => Promise<boolean>;
  /** Takes one of the places for streams, to be given back; null where there is none left. `stop` ends the stream. */
  openStream: (stop: AbortController) => (() => void) | null;
};

/** What was done in the name of an agent elsewhere is not to be: mostly that its run has ended, as the next look finds. */
export class ActRefused extends Error {
  override name = 'ActRefused';
}

/** As the agent, by the same operations as everybody. */
export async function actForRemote<Body>(
  { execute, workspace, bearer }: FollowOptions,
  operation: Operation,
  input: object,
  idempotencyKey: string | null = null,
): Promise<Body> {
  const outcome = await execute({ operation, workspace, bearer, input, idempotencyKey });
  if (isRefusal(outcome)) throw new ActRefused(`${operation.name} was refused with ${outcome.refused}`);
  return outcome.body as Body;
}
