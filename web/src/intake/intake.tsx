import type { ItemSummary } from 'coact';
import { useCallback, useEffect, useState } from 'react';
import { Empty } from '../parts/empty.tsx';
import { ItemLink } from '../parts/item-link.tsx';
import { Rows } from '../parts/rows.tsx';
import { go } from '../state/route.ts';
import { words } from '../words/index.ts';
import { BatchBar } from './batch-bar.tsx';
import { DraftRow, ROW } from './draft-row.tsx';
import { DraftSheet } from './draft-sheet.tsx';
import { useDrafts } from './use-drafts.ts';
import { useIntakeKeys } from './use-intake-keys.ts';
import { useMayTriage } from './use-may-triage.ts';

const none: readonly ItemSummary[] = [];

/** What others sent in, until somebody accepts, merges or declines it. */
export function Intake({ chosen }: { chosen: string | null }) {
  const read = useDrafts();
  const drafts = read ?? none;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((id: string) => setPicked((before) => before.symmetricDifference(new Set([id]))), []);
  useIntakeKeys({ drafts, chosen, onToggle: toggle });
  useFirst(drafts[0]?.key, chosen);
  const at = drafts.findIndex(({ key }) => key === chosen);
  const item = drafts[at];
  const mayTriage = useMayTriage();
  const several = drafts.filter((one) => picked.has(one.id) && mayTriage(one));
  const onDecided = () => {
    const next = drafts[at + 1] ?? drafts[at - 1];
    go({ page: 'intake', chosen: next?.key ?? null }, { replace: true });
  };
  if (!read) return <main className="flex-1" aria-busy="true" />;
  return (
    <main className="flex min-h-0 min-w-0 flex-1">
      {chosen && <h1 className="sr-only md:hidden">{words.intake.title}</h1>}
      <section
        aria-labelledby="intake"
        className={`flex min-h-0 flex-col border-line md:w-96 md:shrink-0 md:border-r ${chosen ? 'max-md:hidden' : 'max-md:w-full'}`}
      >
        <h1
          id="intake"
          className="flex h-12 shrink-0 items-center justify-between border-b border-line px-4 font-semibold"
        >
          {words.intake.title}
          <span className="text-sm font-normal text-muted">{drafts.length > 1 && words.intake.note}</span>
        </h1>
        <DraftList {...{ drafts, at, picked, toggle }} />
        {several.length > 0 && <BatchBar items={several} onClear={() => setPicked(new Set())} />}
      </section>
      <section
        aria-label={words.intake.detail}
        className={`min-w-0 flex-1 overflow-y-auto bg-sheet ${chosen ? '' : 'max-md:hidden'}`}
      >
        {item && <DraftSheet key={item.id} item={item} onDecided={onDecided} />}
        {!item && chosen && (
          <Empty title={words.intake.gone}>
            <ItemLink itemKey={chosen}>{words.intake.openGone}</ItemLink>
          </Empty>
        )}
      </section>
    </main>
  );
}

type ListProps = {
  drafts: readonly ItemSummary[];
  /** Which of them is looked at. */
  at: number;
  picked: ReadonlySet<string>;
  toggle: (id: string) => void;
};

function DraftList({ drafts, at, picked, toggle }: ListProps) {
  if (drafts.length === 0) return <Empty title={words.intake.empty}>{words.intake.emptyNote}</Empty>;
  const mayTriage = useMayTriage();
  const row = (index: number) => {
    const item = drafts[index];
    if (!item) return null;
    return (
      <DraftRow
        item={item}
        isOpen={index === at}
        isChosen={picked.has(item.id)}
        onToggle={mayTriage(item) ? () => toggle(item.id) : null}
      />
    );
  };
  return (
    <Rows
      count={drafts.length}
      height={ROW}
      keyOf={(index) => drafts[index]?.id ?? String(index)}
      chosen={at}
      label={words.intake.list}
      row={row}
    />
  );
}

/** Beside the list there is room for the first; on a phone the list comes first. */
function useFirst(first: string | undefined, chosen: string | null) {
  useEffect(() => {
    if (first && !chosen && matchMedia('(min-width: 48rem)').matches)
      go({ page: 'intake', chosen: first }, { replace: true });
  }, [first, chosen]);
}
