import { wordsOf } from '../../domain/a2a/contract-of-message.ts';
import type { Message } from '../../domain/a2a/message.ts';
import { authorise } from '../../domain/authority.ts';
import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { respond } from '../../domain/request.ts';
import { refuseStoppedAnswer } from '../../domain/stop.ts';
import { isOpen } from '../../domain/work-item.ts';
import { findTask, keepMessage } from '../../store/a2a-tasks.ts';
import type { StoredItem } from '../../store/items.ts';
import { type StoredRequest, requestsOfItem } from '../../store/requests.ts';
import { addComment } from '../add-comment.ts';
import type { CommandContext } from '../context.ts';
import { keepArtifacts } from '../evidence-changes.ts';
import { requireItem } from '../references.ts';
import { iso } from '../resources/basics.ts';
import { answerItem } from '../respond-changes.ts';
import { type Filed, fileParts } from './file-parts.ts';

export type Continuation = {
  as: 'continue';
  item: StoredItem;
  context: string;
  /** The oldest question that waits for whoever writes. */
  question: StoredRequest | null;
  filed: Filed;
};

/** The task that a message continues: its sender's own, still open, and of the same conversation. */
export async function loadContinuation(
  { connection, actor }: CommandContext,
  sent: Message & { taskId: string },
): Promise<Continuation | Refusal> {
  const task = await findTask(connection, sent.taskId, actor.id);
  if (!task) return refuse('not_found', { field: 'taskId', task: sent.taskId });
  if (sent.contextId && sent.contextId !== task.context)
    return refuse('invalid_input', {
      errors: [{ field: 'message.contextId', problem: 'is not the conversation of that task' }],
    });
  const item = await requireItem(connection, task.item);
  if (isRefusal(item)) return item;
  if (!isOpen(item.state))
    return refuse('wrong_state', { state: item.state, expected: ['draft', 'ready', 'active', 'review'] });
  const filed = fileParts(sent);
  if (isRefusal(filed)) return filed;
  const open = await requestsOfItem(connection, item.id, { open: true });
  const question = open.find(
    ({ kind, to }) => kind === 'question' && 'participant' in to && to.participant === actor.id,
  );
  return { as: 'continue', item, context: task.context, question: question ?? null, filed };
}

/** Answers the question that waits for whoever writes; says it as a comment where none does. */
export function continueTask(
  context: CommandContext,
  { item, context: conversation, question, filed }: Continuation,
  sent: Message,
) {
  const { actor, changes, connection, now } = context;
  const files = filed.artifacts.map(({ name, sha256 }) => `Attached: ${name}, artifact ${sha256}.`);
  const links = sent.parts.flatMap(({ url }) => url ?? []);
  const text = [wordsOf(sent), ...links, ...files].filter(Boolean).join('\n\n');
  const refused = question ? answer(context, { item, question, text }) : void addComment(context, item, text);
  if (refused) return refused;
  keepArtifacts(context, filed.artifacts);
  changes.also(keepMessage(connection, item.id, { participant: actor.id, body: filed.message, at: now }, iso(now)));
  return { task: item.id, context: conversation, did: question ? ('answered' as const) : ('commented' as const) };
}

type Answered = { item: StoredItem; question: StoredRequest; text: string };

function answer(context: CommandContext, { item, question, text }: Answered): Refusal | null {
  const { actor, changes } = context;
  const allowed = authorise(actor, 'request.respond', { addressed: true });
  if (isRefusal(allowed)) return allowed;
  const short = text.slice(0, limits.reasonLength);
  const events = refuseStoppedAnswer(actor, 'question') ?? respond(question, actor.id, { answer: short });
  if (isRefusal(events)) return events;
  answerItem(context, item, changes.request(question, events, item), short);
  return null;
}
