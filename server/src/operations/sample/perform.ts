import { compile } from '../../domain/policy/judge.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { commit } from '../../store/commit.ts';
import { type Bearer, type Participant, bearerOf, findParticipant } from '../../store/people.ts';
import { collectChanges } from '../changes.ts';
import type { CommandContext } from '../context.ts';
import { decideCommand } from '../decide-command.ts';
import { isHeld } from '../held.ts';
import type { Operation } from '../define.ts';

/** Lets somebody do something, some hours ago; gives the operation's answer. */
export type Perform = <Answer = { id: string }>(
  who: Bearer,
  operation: Operation,
  input: object,
  hoursAgo: number,
) => Promise<Answer>;

const HOUR = 3_600_000;
/** A story that was made up before the workspace made its own rules. */
const policy = compile([]);

/**
 * Executes operations inside the transaction of another command: each is judged and leaves its events like any, and all of
 * them stand or fall with that command. A refusal can only be a mistake of the script, so it ends the transaction as one.
 */
export function performIn({ connection, now, ids, server }: CommandContext): Perform {
  return async <Answer>(who: Bearer, operation: Operation, input: object, hoursAgo: number) => {
    const at = now - Math.round(hoursAgo * HOUR);
    const changes = collectChanges({ workspace: connection.workspace, actor: who, now: at, ids, act: operation.name });
    const context: CommandContext = { actor: who, now: at, connection, server, ids, changes, ifMatch: null, policy };
    const parsed = operation.input.parse(input);
    const loaded = await operation.load?.(context, parsed as never);
    const answer = isRefusal(loaded)
      ? loaded
      : await decideCommand({ operation, context, loaded, input: parsed, sent: input });
    if (isRefusal(answer) || isHeld(answer))
      throw new Error(`The sample's ${operation.name} was refused: ${JSON.stringify(answer)}`);
    const { parts, entries } = changes.collected();
    // The last statement of this command is not that of the transaction.
    await commit({ ...connection, queryLast: connection.query }, parts, entries);
    return answer as Answer;
  };
}

/** Somebody of the sample as a token would give them. */
export async function findActor({ connection }: CommandContext, id: string): Promise<Bearer> {
  const found: Participant | null = await findParticipant(connection, id);
  if (!found) throw new Error(`The sample's participant ${id} is missing`);
  return bearerOf(found);
}
