import { type TaskState, taskState } from '../../domain/a2a/task-state.ts';
import type { Request } from '../../domain/request.ts';
import { type TaskRow, messagesOf, reasonOfEnd } from '../../store/a2a-tasks.ts';
import { findArtifact } from '../../store/artifacts.ts';
import type { Connection } from '../../store/database.ts';
import { type StoredItem, findItem } from '../../store/items.ts';
import { requestsOfItem } from '../../store/requests.ts';
import type { TaskResource } from '../resources/a2a.ts';
import { iso } from '../resources/basics.ts';

/** Characters of an artifact that a task carries itself; more is fetched by its address. */
const INLINE = 65_536;

export type Reading = { participant: string; contents: boolean };

/** A task as its participant sees it; null where its item is gone. */
export async function readTask(
  connection: Connection,
  row: TaskRow,
  { participant, contents }: Reading,
): Promise<TaskResource | null> {
  const item = await findItem(connection, row.item);
  if (!item) return null;
  const [requests, messages, artifacts, ended] = await Promise.all([
    requestsOfItem(connection, item.id),
    messagesOf(connection, item.id),
    contents ? artifactsOf(connection, item) : [],
    item.state === 'cancelled' ? reasonOfEnd(connection, item.id) : null,
  ]);
  const state = taskState(row);
  const mine = requests.filter(
    ({ kind, to }) => kind === 'question' && 'participant' in to && to.participant === participant,
  );
  const asked = mine.find((one) => one.state === 'open');
  const held = requests.find(
    ({ kind, body, state: stands }) => kind === 'proposal' && stands === 'open' && body['held'] === true,
  );
  const questions = mine.map((one) => ({
    id: one.id,
    role: 'agent' as const,
    parts: [{ text: asks(one) }],
    metadata: {},
    at: one.createdAt,
  }));
  const sent = messages.map(({ body: { messageId, parts, metadata = {} }, at }) => ({
    id: messageId,
    role: 'user' as const,
    parts,
    metadata,
    at,
  }));
  return {
    id: item.id,
    key: item.key,
    title: item.contract.title,
    context: row.context,
    state,
    says: says(state, { item, asked, held, ended }),
    request: asked?.id ?? null,
    progress: item.run?.progress ?? null,
    at: iso(Math.max(item.updatedAt, item.run?.reportedAt ?? 0, ...mine.map((one) => one.createdAt))),
    messages: [...sent, ...questions].sort((a, b) => a.at - b.at).map((one) => ({ ...one, at: iso(one.at) })),
    artifacts,
  };
}

const asks = ({ body }: Pick<Request, 'body'>) => {
  const options =
    Array.isArray(body['options']) && body['options'].length > 0 ? ` (${body['options'].join(' / ')})` : '';
  return `${String(body['text'] ?? '')}${options}`;
};

type Around = { item: StoredItem; asked: Request | undefined; held: Request | undefined; ended: string | null };

/** What its state means just now, in words. */
function says(state: TaskState, { item, asked, held, ended }: Around): string | null {
  if (state === 'input_required' && asked) return asks(asked);
  if (state === 'auth_required' && held) return `An act waits for approval: ${asks(held)}`;
  if (state === 'completed') return item.delivery?.summary || 'Done.';
  if (state === 'rejected' || state === 'canceled') return ended;
  if (item.state === 'review') return 'It is delivered and is being verified.';
  if (item.state === 'active') return item.run?.activity ?? null;
  if (item.intake) return 'It waits to be accepted as work.';
  return item.state === 'ready' ? 'It waits for somebody to begin.' : 'It is accepted and is being clarified.';
}

async function artifactsOf(
  connection: Connection,
  { delivery, state }: StoredItem,
): Promise<TaskResource['artifacts']> {
  if (!delivery || (state !== 'review' && state !== 'done')) return [];
  const named = new Map(delivery.evidence.map(({ artifact, name }) => [artifact, name]));
  const found = await Promise.all([...named.keys()].map((sha256) => findArtifact(connection, sha256)));
  return found.flatMap((one) => {
    if (!one || one.erasedAt !== null) return [];
    const { sha256, mediaType, size, content } = one;
    const text = mediaType.startsWith('text/') && size <= INLINE ? content.toString('utf8') : null;
    return [{ id: sha256, name: named.get(sha256) ?? one.name, mediaType, size, text, verified: state === 'done' }];
  });
}
