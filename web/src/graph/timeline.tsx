import type { ItemSummary } from 'coact';
import { useMemo, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { useNow } from '../parts/use-now.ts';
import { words } from '../words/index.ts';
import { Dateless } from './dateless.tsx';
import { LINE } from './reading-table.tsx';
import { spansOf } from './spans.ts';
import { type Zoom, timeScale } from './time-scale.ts';
import { LABEL, ROW, TimelineChart } from './timeline-chart.tsx';
import { TimelineTable } from './timeline-table.tsx';
import { useWidth } from './use-width.ts';

/** CSS pixels: below the first only the table has room, from the second on what has no date stands beside. */
const ROOM = { chart: 640, beside: 1024 } as const;
/** CSS pixels of what stands above the work without a date, which has the rest of the page. */
const [EMPTY, HEAD, SCROLLBAR] = [160, 36, 18];
const zooms = ['week', 'month', 'quarter'] as const;

type TimelineProps = {
  items: readonly ItemSummary[];
  /** The key of the item that is open. */
  chosen: string | null;
  onChoose: (key: string) => void;
};

/** When work is due: bars under the days, what is late, and beside it what has no date. */
export default function Timeline({ items, chosen, onChoose }: TimelineProps) {
  const now = useNow();
  const [zoom, setZoom] = useState<Zoom>('month');
  const [asTable, setAsTable] = useState(false);
  const [look, setLook] = useState(0);
  const { width, measure } = useWidth();
  const { spans, dateless } = useMemo(() => spansOf(items, now), [items, now]);
  const scale = useMemo(() => timeScale({ zoom, spans, now, room: width - LABEL }), [zoom, spans, now, width]);
  const hasRoom = width >= ROOM.chart;
  const isTable = asTable || !hasRoom;
  const isStacked = width < ROOM.beside && dateless.length > 0;
  const needs = spans.length === 0 ? EMPTY : HEAD + spans.length * (isTable ? LINE : ROW) + (isTable ? 0 : SCROLLBAR);
  return (
    <div ref={measure} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {hasRoom && (
        <div className="flex items-center gap-2 border-b border-line px-4 py-1.5">
          {!asTable && <ZoomChoice zoom={zoom} onChange={setZoom} />}
          {!asTable && (
            <Button look="quiet" className="text-sm" onClick={() => setLook(look + 1)}>
              {words.timeline.toToday}
            </Button>
          )}
          <Button look="quiet" className="ml-auto text-sm" onClick={() => setAsTable(!asTable)}>
            {asTable ? words.graph.picture : words.graph.table}
          </Button>
        </div>
      )}
      {width > 0 && (
        <div className={`flex min-h-0 flex-1 ${isStacked ? 'flex-col' : ''}`}>
          <div className="flex min-h-0 min-w-0 flex-col" style={{ flex: isStacked ? `0 1 ${needs}px` : 1 }}>
            {spans.length === 0 ? (
              <Empty title={words.timeline.empty}>{words.timeline.emptyNote}</Empty>
            ) : isTable ? (
              <TimelineTable {...{ spans, now, chosen, onChoose }} />
            ) : (
              <TimelineChart {...{ spans, scale, now, chosen, onChoose, look }} />
            )}
          </div>
          {dateless.length > 0 && <Dateless items={dateless} beside={!isStacked} onChoose={onChoose} />}
        </div>
      )}
    </div>
  );
}

const ZoomChoice = ({ zoom, onChange }: { zoom: Zoom; onChange: (zoom: Zoom) => void }) => (
  <div role="group" aria-label={words.timeline.zoom} className="flex gap-1">
    {zooms.map((one) => (
      <Button
        key={one}
        look="quiet"
        aria-pressed={one === zoom}
        className={`text-sm ${one === zoom ? 'bg-hover font-medium text-ink' : ''}`}
        onClick={() => onChange(one)}
      >
        {words.timeline.zooms[one]}
      </Button>
    ))}
  </div>
);
