import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { go, readRoute, useRoute } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { isSameLook, type KnownView, type Look, queryOf, readLook, viewsOf } from './look.ts';

export type Looking = {
  views: readonly KnownView[];
  view: KnownView;
  /** What is looked at now, with what is typed at this moment. */
  look: Look;
  showEnded: boolean;
  isChanged: boolean;
  set: (patch: Partial<Look>) => void;
  type: (filter: string) => void;
  setEnded: (showEnded: boolean) => void;
  /** The address of the item beside the work as it is looked at; null: without one. */
  open: (key: string | null) => void;
};

/** The address follows what is typed at this distance: it is for links and for going back, not for the eye. */
const SETTLES_MS = 250;

/** How the work is looked at: the address says it, so that it can be shared, kept and gone back to. */
export function useLook(): Looking {
  const { query, chosen } = useRoute();
  const saved = useStore((state) => state.views);
  const views = useMemo(() => viewsOf(saved), [saved]);
  const { view, look } = useMemo(() => readLook(query, views), [query, views]);
  const showEnded = query['ended'] === '1';
  const [typed, type] = useTyped(look.filter, (filter) => show({ ...look, filter }));
  const now = useMemo(() => ({ ...look, filter: typed }), [look, typed]);
  const latest = useRef({ now, view, chosen, showEnded });
  latest.current = { now, view, chosen, showEnded };

  const show = useCallback((next: Look, ended = latest.current.showEnded) => {
    const { page, chosen, query } = readRoute();
    if (page !== 'work' && page !== 'items') return;
    const { view } = latest.current;
    go({ page: 'work', chosen, query: { ...addressOf(next, view, ended), ...tabOf(query) } }, { replace: true });
  }, []);
  const set = useCallback((patch: Partial<Look>) => show({ ...latest.current.now, ...patch }), [show]);
  const setEnded = useCallback((ended: boolean) => show(latest.current.now, ended), [show]);
  const open = useCallback((key: string | null) => {
    const { now, view, chosen, showEnded } = latest.current;
    const query = { ...addressOf(now, view, showEnded), ...(key !== null && tabOf(readRoute().query)) };
    go({ page: 'work', chosen: key, query }, { replace: chosen !== null && key !== null });
  }, []);
  const isChanged = !isSameLook(now, view);
  return { views, view, look: now, showEnded, isChanged, set, type, setEnded, open };
}

const addressOf = (look: Look, view: KnownView, showEnded: boolean): Record<string, string> => ({
  ...queryOf(look, view),
  ...(showEnded && { ended: '1' }),
});

/** Which side of the item beside the work is shown: it stays the same while the work is looked at in another way. */
const tabOf = ({ tab }: Readonly<Record<string, string>>) => (tab === undefined ? {} : { tab });

/** What is typed, at once; `settle` hears it when the typing pauses. Another filter in the address takes its place. */
function useTyped(filter: string, settle: (filter: string) => void): [string, (filter: string) => void] {
  const [typed, setTyped] = useState(filter);
  const sent = useRef(filter);
  const latest = useRef(settle);
  latest.current = settle;
  useEffect(() => {
    if (filter === sent.current) return;
    sent.current = filter;
    setTyped(filter);
  }, [filter]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      latest.current(typed);
    }, SETTLES_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
}
