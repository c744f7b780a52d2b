import type { ItemSummary } from 'coact';
import { date, exactly } from '../parts/format.ts';
import { useNow } from '../parts/use-now.ts';
import { words } from '../words/index.ts';

/** When it is due, if it is; the moment itself on hover. */
export function DueMark({ item: { due, overdue }, bare = false }: { item: ItemSummary; bare?: boolean }) {
  const now = useNow();
  if (!due) return null;
  const day = date(due, now);
  return (
    <time dateTime={due} title={exactly(due)} className={`whitespace-nowrap ${overdue ? 'text-fail' : ''}`}>
      {bare ? day : words.work.card.due(day)}
    </time>
  );
}
