import type { InboxEntry, RequestRespondInput } from 'coact';
import { server } from '../state/server.ts';
import { getState, setState } from '../state/store.ts';
import { go } from '../state/route.ts';
import { useAct } from '../state/use-act.ts';

/** Sends the answer to a request; then the next one in the inbox takes its place. */
export function useAnswer({ id }: InboxEntry) {
  const { busy, trouble, run, complain } = useAct();
  const send = async (answer: Omit<RequestRespondInput, 'id'>): Promise<void> => {
    const at = getState().inbox?.findIndex((one) => one.id === id) ?? -1;
    const done = await run(() => server.request.respond({ id, ...answer }));
    if (!done) return;
    const inbox = (getState().inbox ?? []).filter((one) => one.id !== id);
    setState({ inbox });
    const next = inbox[Math.max(0, Math.min(at, inbox.length - 1))];
    const isWide = matchMedia('(min-width: 48rem)').matches;
    go({ page: 'inbox', chosen: (isWide && next?.id) || null }, { replace: true });
  };
  return { busy, trouble, send, complain };
}
