import type { ItemSummary } from 'coact';
import { useCallback, useMemo, useRef, useState } from 'react';
import { toast } from '../parts/toast.ts';
import { actOn, actOnMany } from '../state/act-on.ts';
import { getState } from '../state/store.ts';
import { actOfMove } from './act-of-move.ts';
import { judgeMove, type Move } from './judge-move.ts';
import type { Group } from './look.ts';
import type { Refused } from './not-moved.tsx';

export type Moves = {
  judge: (item: ItemSummary, to: string) => Move;
  move: (item: ItemSummary, to: string) => Promise<void>;
  refused: Refused | null;
  dismiss: () => void;
};

/** Moving items between the lanes of a grouping; what can't be is said at the lane where it was dropped. */
export function useMoves(group: Group): Moves {
  const [refused, setRefused] = useState<Refused | null>(null);
  const latest = useRef(group);
  latest.current = group;
  const judge = useCallback((item: ItemSummary, to: string): Move => {
    const { me, people, teams } = getState();
    if (!me) return { does: 'nothing' };
    return judgeMove({ item, group: latest.current, to, facts: { me, people, teams } });
  }, []);
  const move = useCallback(
    async (item: ItemSummary, to: string) => {
      const judged = judge(item, to);
      const { me } = getState();
      if ('why' in judged) return setRefused({ lane: to, itemKey: item.key, why: judged.why });
      if (judged.does === 'nothing' || !me) return;
      setRefused(null);
      const act = actOfMove(item, judged, me.id);
      const [no] = (await actOnMany([act])).refused;
      if (no) return setRefused({ lane: to, itemKey: item.key, why: no.trouble });
      const { undo } = act;
      toast({
        text: act.said ?? '',
        ...(undo && { undo: () => void actOn({ item: item.id, shows: {}, call: undo }) }),
      });
    },
    [judge],
  );
  const dismiss = useCallback(() => setRefused(null), []);
  return useMemo(() => ({ judge, move, refused, dismiss }), [judge, move, refused, dismiss]);
}
