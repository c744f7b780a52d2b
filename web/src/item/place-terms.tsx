import type { Item } from 'coact';
import { useMemo, useState } from 'react';
import { Link } from '../parts/link.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { Change } from './change.tsx';
import { Chooser } from './chooser.tsx';
import { EditState } from './edit-state.tsx';
import { inTurn } from './in-turn.ts';
import { ItemById } from './item-by-id.tsx';
import { useItems, useOutcomes } from './options.tsx';
import { showItem } from './show-item.ts';
import { Term } from './term.tsx';
import { useField } from './use-field.ts';

/** The larger work that this is a part of. */
export function ParentTerm({ item, mayEdit }: { item: Item; mayEdit: boolean }) {
  const { trouble, run } = useAct();
  const [isOpen, setOpen] = useState(false);
  const leftOut = useMemo(() => new Set([item.id]), [item.id]);
  const { parent: title, chooseParent, noParent } = words.item.terms;
  return (
    <Term name="parent" title={title} trouble={trouble}>
      <span className="flex items-center gap-2">
        {item.parent ? <ItemById id={item.parent} /> : <span className="text-muted">{noParent}</span>}
        {mayEdit && <Change label={words.item.changeField(title)} onOpen={() => setOpen(true)} />}
      </span>
      <Chooser
        title={chooseParent}
        placeholder={words.item.itemPlaceholder}
        open={isOpen}
        onClose={() => setOpen(false)}
        none={noParent}
        useOptions={(text) => useItems(text, leftOut)}
        onChoose={(parent) => {
          setOpen(false);
          void run(() => inTurn(item.id, async () => showItem(await server.item.move({ id: item.id, parent }))));
        }}
      />
    </Term>
  );
}

/** The outcome that the work serves: why it is done at all. */
export function ServesTerm({ item, mayEdit }: { item: Item; mayEdit: boolean }) {
  const edit = useField(item, 'serves');
  const [isOpen, setOpen] = useState(false);
  const { serves: title, chooseServes, noServes } = words.item.terms;
  return (
    <Term
      name="serves"
      title={title}
      under={<EditState edit={edit} show={(id) => (id ? <Outcome id={id} /> : null)} empty={noServes} />}
    >
      <span className="flex items-center gap-2">
        {edit.value ? <Outcome id={edit.value} /> : <span className="text-muted">{noServes}</span>}
        {mayEdit && <Change label={words.item.changeField(title)} onOpen={() => setOpen(true)} />}
      </span>
      <Chooser
        title={chooseServes}
        placeholder={words.item.outcomePlaceholder}
        open={isOpen}
        onClose={() => setOpen(false)}
        none={noServes}
        useOptions={useOutcomes}
        onChoose={(id) => {
          setOpen(false);
          void edit.save(id);
        }}
      />
    </Term>
  );
}

function Outcome({ id }: { id: string }) {
  const title = useStore(({ outcomes }) => outcomes.get(id)?.title ?? '…');
  return (
    <Link to={{ page: 'outcomes', chosen: id }} className="truncate text-accent underline-offset-2 hover:underline">
      {title}
    </Link>
  );
}
