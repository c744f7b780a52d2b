import type { ItemSummary } from 'coact';
import { useName } from '../parts/badge.tsx';
import { percent } from '../parts/format.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { isOpen } from './work-graph.ts';

type StandingProps = {
  item: ItemSummary;
  /** What has to come first. */
  first: readonly ItemSummary[];
  /** How many items wait for it. */
  holds: number;
};

/** In words: for whom or what an item waits, or who is at it, and how much it holds up itself. */
export const Standing = ({ item, first, holds }: StandingProps) => (
  <>
    <Waits item={item} first={first} />
    {holds > 0 && ` · ${words.graph.holdsUp(holds)}`}
  </>
);

/** What a person has to do comes before what other work has to become. */
function Waits({ item, first }: Omit<StandingProps, 'holds'>) {
  const request = useStore(({ asked }) => asked.get(item.id)?.find(({ to }) => 'participant' in to));
  const whom = request && 'participant' in request.to ? request.to.participant : null;
  const name = inside(useName(whom));
  const executor = inside(useName(item.executor));
  const open = first.filter(isOpen).map(({ key }) => key);
  const graph = words.graph;
  const common = words.common;
  if (!isOpen(item)) return graph.ended;
  if (request) return graph.waitsForWhom(name, common.answers[request.kind]);
  if (open.length > 0) return graph.after(open);
  if (item.state === 'review') return graph.toVerify;
  if (item.executor === null) return graph.free;
  const progress = item.run?.progress;
  return progress ? graph.atWorkSoFar(executor, percent(progress)) : graph.atWork(executor);
}

/** Within a sentence. */
const { inside } = words.common;
