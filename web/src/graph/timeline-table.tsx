import { useMemo } from 'react';
import { words } from '../words/index.ts';
import { ReadingTable } from './reading-table.tsx';
import type { Span } from './spans.ts';
import { datesOf, standsIn } from './timeline-words.ts';

type TableProps = { spans: readonly Span[]; now: number; chosen: string | null; onChoose: (key: string) => void };

/** The timeline in words: for small screens, and for whoever would rather read. */
export function TimelineTable({ spans, now, chosen, onChoose }: TableProps) {
  const { columns, title } = words.timeline;
  const items = useMemo(() => spans.map(({ item }) => item), [spans]);
  return (
    <ReadingTable
      label={title}
      heads={[columns.item, `${columns.from} – ${columns.due}`, columns.stands]}
      items={items}
      chosen={chosen}
      onChoose={onChoose}
      row={(index) => {
        const span = spans[index];
        return span ? { item: span.item, note: datesOf(span, now), figure: <Stands span={span} now={now} /> } : null;
      }}
    />
  );
}

const Stands = ({ span, now }: { span: Span; now: number }) => (
  <span className={`text-sm whitespace-nowrap ${span.late === null ? 'text-muted' : 'font-medium text-fail'}`}>
    {span.late !== null && <span aria-hidden="true">▲ </span>}
    {standsIn(span, now)}
  </span>
);
