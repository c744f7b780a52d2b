import { type RefObject, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { go } from '../state/route.ts';
import { server } from '../state/server.ts';
import { loadViews } from '../state/load.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { ColumnMenu } from './column-menu.tsx';
import type { Facts } from './filter/facts.ts';
import { FilterBox } from './filter-box.tsx';
import { groups, layouts, queryOf } from './look.ts';
import { Picker } from './picker.tsx';
import { SaveView } from './save-view.tsx';
import type { Found } from './use-found.ts';
import type { Looking } from './use-look.ts';

type ToolbarProps = {
  looking: Looking;
  found: Found;
  facts: Facts;
  input: RefObject<HTMLInputElement | null>;
  onNew: () => void;
  /** Whether the views stand beside the work where there is room. */
  hasNav: boolean;
  /** Whether an item stands beside the work. */
  isTight: boolean;
};

/** What is looked at and how: the filter first, then layout and grouping, then what to do with the view. */
export function Toolbar({ looking, found, facts, input, onNew, hasNav, isTight }: ToolbarProps) {
  const isEndedCut = useStore((state) => state.isEndedCut);
  const { look, set, type, isChanged } = looking;
  const work = words.work;
  return (
    <div className="flex shrink-0 items-start gap-x-2 gap-y-1.5 border-b border-line px-4 py-2 max-md:flex-wrap max-md:px-3">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1.5 max-md:contents">
        <ViewPicker looking={looking} hasNav={hasNav} />
        <FilterBox
          className="max-md:order-2"
          value={look.filter}
          onType={type}
          facts={facts}
          trouble={found.trouble}
          input={input}
        />
        <p role="status" className="text-sm whitespace-nowrap text-muted max-md:sr-only">
          {work.found(found.items.length)}
          {found.withEnded && isEndedCut && <span title={work.endedCutNote}> · {work.endedCut}</span>}
        </p>
        <Picker
          label={work.layout}
          value={look.layout}
          choices={layouts.map((value) => ({ value, word: work.layouts[value] }))}
          onPick={(layout) => set({ layout })}
        />
        {(look.layout === 'board' || look.layout === 'list' || look.layout === 'table') && (
          <Picker
            label={work.group}
            isLabelShown
            className="max-md:order-3"
            value={look.group}
            choices={groups
              .filter((value) => value !== 'none' || look.layout !== 'board')
              .map((value) => ({ value, word: work.groups[value] }))}
            onPick={(group) => set({ group })}
          />
        )}
        {look.layout === 'table' && <ColumnMenu />}
        {isChanged && <Departure looking={looking} isTight={isTight} />}
      </div>
      <Button look="primary" hint="n" onClick={onNew} className="shrink-0 whitespace-nowrap max-md:order-1">
        <span className="max-md:sr-only">{work.create.button}</span>
        <span aria-hidden="true" className="md:hidden">
          {work.create.short}
        </span>
      </Button>
    </div>
  );
}

/** The views as a choice, where they do not stand beside the work. */
const ViewPicker = ({ looking: { view, views }, hasNav }: Pick<ToolbarProps, 'looking' | 'hasNav'>) => (
  <Picker
    label={words.work.viewList}
    value={view.id}
    choices={views.map(({ id, name }) => ({ value: id, word: name }))}
    onPick={(id) => {
      const next = views.find((one) => one.id === id);
      if (next) go({ page: 'work', chosen: null, query: queryOf(next, next) });
    }}
    className={`max-md:min-w-0 max-md:grow max-md:basis-38 max-md:[&>select]:w-full max-md:[&>select]:max-w-none ${hasNav ? 'lg:hidden' : '2xl:hidden'}`}
  />
);

/** What is looked at is no longer what the view says: keep it, or go back. */
function Departure({ looking: { look, view }, isTight }: Pick<ToolbarProps, 'looking' | 'isTight'>) {
  const [isSaving, setSaving] = useState(false);
  const { trouble, run } = useAct();
  const isMine = useStore(({ me }) => view.view !== null && (me?.id === view.view.creator || me?.role === 'admin'));
  const { saving } = words.work;
  const update = async () => {
    const worked = await run(async () => {
      await server.view.update({ id: view.id, ...look, sort: look.sort || null });
      await loadViews();
    });
    if (worked) toast({ text: saving.saved(view.name) });
  };
  return (
    <>
      {isMine && (
        <Button onClick={() => void update()} className="max-md:order-4">
          {saving.update}
        </Button>
      )}
      <Button look="quiet" onClick={() => setSaving(true)} className={isTight ? 'max-2xl:hidden' : 'max-md:hidden'}>
        {saving.save}
      </Button>
      {isSaving && <SaveView saved={null} look={look} onClose={() => setSaving(false)} />}
      {trouble && <TroubleNote trouble={trouble} />}
    </>
  );
}
