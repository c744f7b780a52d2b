import type { StreamResponse } from '@a2a-js/sdk';
import { isEnd } from '../../domain/a2a/task-state.ts';
import { updatesBetween } from '../../operations/a2a/to-protocol.ts';
import type { TaskResource } from '../../operations/resources/a2a.ts';
import type { FeedTail } from '../feed-tail.ts';
import { type Asking, getTask } from './ask.ts';

export type Following = {
  asking: Asking;
  /** The task as it was read; whatever stands differently from it is told. */
  from: TaskResource;
  /** The end of the feed from before that reading. */
  after: number;
  tail: FeedTail;
  signal: AbortSignal;
  publicUrl: string;
  /** Whether it is over as soon as somebody has to answer, too. */
  untilAsked: boolean;
};

export type Change = { task: TaskResource; updates: StreamResponse[] };

/** Reads a task again whenever the ledger tells something about it, and gives what has changed, until it ends. */
export async function* follow({
  asking,
  from,
  after,
  tail,
  signal,
  publicUrl,
  untilAsked,
}: Following): AsyncGenerator<Change, void> {
  let known = from;
  let position = after;
  while (!signal.aborted && !isOver(known, untilAsked)) {
    const page = await tail.page(position);
    if (page.length === 0) {
      await tail.more(position, signal);
      continue;
    }
    position = page.at(-1)?.event.position ?? position;
    if (!page.some(({ event }) => event.item === known.id)) continue;
    const task = await getTask(asking, known.id);
    const updates = updatesBetween(known, task, publicUrl);
    known = task;
    if (updates.length > 0) yield { task, updates };
  }
}

export const isOver = ({ state }: TaskResource, untilAsked: boolean) =>
  isEnd(state) || (untilAsked && (state === 'input_required' || state === 'auth_required'));
