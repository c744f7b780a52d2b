import { z } from 'zod';
import { contractOfMessage, wordsOf } from '../../domain/a2a/contract-of-message.ts';
import { message } from '../../domain/a2a/message.ts';
import { limits } from '../../domain/limits.ts';
import { workOf, workToBe } from '../../domain/policy/work.ts';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import { findByMessage } from '../../store/a2a-tasks.ts';
import type { CommandContext } from '../context.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { id } from '../resources/basics.ts';
import { exampleMessage } from './examples.ts';
import { type Beginning, beginTask, loadBeginning } from './begin-task.ts';
import { type Continuation, continueTask, loadContinuation } from './continue-task.ts';

type Before = { as: 'before'; item: string; context: string };
type Loaded = Before | Beginning | Continuation;

export default command({
  name: 'task.send',
  summary:
    'Send a message as A2A has it: it becomes work in a team’s intake, or answers and comments on the task that it continues.',
  http: 'POST /v1/tasks',
  bodyLimit: Math.ceil(limits.artifactBytes * 1.4),
  input: z.object({
    message,
    team: z.string().max(100).optional().describe('Whose intake, by id or key; your own first team unless stated.'),
  }),
  output: z
    .object({
      task: id.describe('The id of the item.'),
      context: z.string(),
      did: z.enum(['began', 'answered', 'commented', 'before']).describe('`before`: the same message was sent before.'),
    })
    .meta({ id: 'SentMessage', description: 'What became of a message.' }),
  needs: {
    action: 'item.create',
    facts: (loaded: Loaded) => ({ work: workIn(loaded) }),
    acts: (loaded: Loaded) => actsIn(loaded),
  },
  refuses: ['not_found', 'unknown_reference', 'not_active', 'wrong_state', 'invalid_input', 'too_large'],
  example: {
    input: { message: exampleMessage, team: 'OPS' },
    output: { task: ids.item, context: 'c-1', did: 'began' },
  },

  async load(context, { message: sent, team }): Promise<Loaded | Refusal> {
    const { connection, actor } = context;
    const known = await findByMessage(connection, actor.id, sent.messageId);
    if (known) return { as: 'before', ...known };
    const words = wordsOf(sent);
    if (words === '' && !sent.parts.some(({ raw, url }) => raw !== undefined || url !== undefined))
      return refuse('invalid_input', { errors: [{ field: 'message.parts', problem: 'say nothing' }] });
    return sent.taskId
      ? loadContinuation(context, { ...sent, taskId: sent.taskId })
      : loadBeginning(context, { told: contractOfMessage(sent), sent, team });
  },

  decide(context: CommandContext, loaded, { message: sent }) {
    if (loaded.as === 'before') return { task: loaded.item, context: loaded.context, did: 'before' as const };
    if (loaded.as === 'begin') return beginTask(context, loaded, sent);
    return continueTask(context, loaded, sent);
  },
});

const workIn = (loaded: Loaded) => {
  if (loaded.as === 'before') return null;
  return loaded.as === 'begin' ? workToBe(loaded.contract, loaded.team.id) : workOf(loaded.item);
};

/** What the message amounts to, for the rules: it is no way around them. */
function actsIn(loaded: Loaded): string[] {
  if (loaded.as === 'before') return [];
  if (loaded.as === 'begin') return ['item.create', ...(loaded.commits ? ['item.commit'] : [])];
  return [loaded.question ? 'request.respond' : 'item.comment'];
}
