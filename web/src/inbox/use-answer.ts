import type { InboxEntry, RequestRespondInput } from 'coact';
import { toast } from '../parts/toast.ts';
import { answered, loadInbox } from '../state/load.ts';
import { go } from '../state/route.ts';
import { act } from '../state/session.ts';
import { server, troubleOf } from '../state/server.ts';
import { getState, setState } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { looked } from './dwell.ts';
import { forgetDrafts } from './use-draft.ts';

export type Answer = Omit<RequestRespondInput, 'id' | 'dwell'>;

/**
 * Sends the answer to a request. The next one takes its place at once; one that is refused comes back and says why, and one
 * that needs several answers may come back to be answered again.
 */
export function useAnswer({ id }: InboxEntry) {
  const { busy, trouble, run, complain } = useAct();
  const send = async (answer: Answer, { mayComeBack = false } = {}): Promise<void> => {
    const before = getState().inbox;
    let refused: unknown = null;
    const done = run(async () => {
      await respond(id, answer).catch((error: unknown) => {
        refused = error;
        throw error;
      });
    });
    answered.add(id);
    leave(id);
    if (await done) {
      forgetDrafts(id);
      if (mayComeBack && answered.delete(id)) await act(loadInbox);
      return;
    }
    answered.delete(id);
    setState({ inbox: before });
    go({ page: 'inbox', chosen: id }, { replace: true });
    const { message, hint } = troubleOf(refused);
    toast({ text: `${words.inbox.notAnswered} ${message}`, hint, look: 'trouble' });
  };
  return { busy, trouble, send, complain };
}

const respond = (id: string, answer: Answer) => server.request.respond({ id, ...answer, dwell: looked(id) });

/** Takes a request out of the inbox and shows the next, or on a phone the list. */
export function leave(id: string): void {
  const { inbox } = getState();
  const at = inbox?.findIndex((one) => one.id === id) ?? -1;
  const left = (inbox ?? []).filter((one) => one.id !== id);
  setState({ inbox: left });
  const next = left[Math.max(0, Math.min(at, left.length - 1))];
  const isWide = matchMedia('(min-width: 48rem)').matches;
  go({ page: 'inbox', chosen: (isWide && next?.id) || null }, { replace: true });
}

/** Sends an answer to each of several; says how many were answered and why others were not. */
export async function answerMany(
  entries: readonly InboxEntry[],
  answerTo: (entry: InboxEntry) => Answer,
): Promise<void> {
  const refused: string[] = [];
  for (const entry of entries) {
    await act(() => respond(entry.id, answerTo(entry))).catch((error: unknown) =>
      refused.push(troubleOf(error).message),
    );
  }
  await act(loadInbox);
  const { batch } = words.inbox;
  if (refused.length < entries.length) toast({ text: batch.done(entries.length - refused.length) });
  if (refused[0]) toast({ text: batch.refused(refused.length, refused[0]), look: 'trouble' });
}
