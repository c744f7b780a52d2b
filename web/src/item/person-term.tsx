import type { Item } from 'coact';
import { useState } from 'react';
import { Person } from '../parts/badge.tsx';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { Chooser } from './chooser.tsx';
import { EditState } from './edit-state.tsx';
import { inTurn } from './in-turn.ts';
import { isPerson, usePeople } from './options.tsx';
import { showItem } from './show-item.ts';
import { quietControl, Term } from './term.tsx';
import { useField } from './use-field.ts';

/** The one human who is accountable. */
export function OwnerTerm({ item, mayEdit }: { item: Item; mayEdit: boolean }) {
  const edit = useField(item, 'owner');
  const [isOpen, setOpen] = useState(false);
  const { owner: title, chooseOwner } = words.item.terms;
  return (
    <Term
      name="owner"
      title={title}
      under={<EditState edit={edit} show={(id) => <Person id={id} as={title} />} empty={words.item.notSaid} />}
    >
      <PersonButton id={edit.value} as={title} label={chooseOwner} mayEdit={mayEdit} onOpen={() => setOpen(true)} />
      <Chooser
        title={chooseOwner}
        placeholder={words.item.namePlaceholder}
        open={isOpen}
        onClose={() => setOpen(false)}
        useOptions={(text) => usePeople(text, isPerson)}
        onChoose={(id) => {
          setOpen(false);
          if (id) void edit.save(id);
        }}
      />
    </Term>
  );
}

/** Who is asked to do it; anybody able where nobody is named. */
export function AssigneeTerm({ item, mayEdit }: { item: Item; mayEdit: boolean }) {
  const { trouble, run } = useAct();
  const [isOpen, setOpen] = useState(false);
  const { assignee: title, chooseAssignee, anybody } = words.item.terms;
  return (
    <Term name="assignee" title={title} trouble={trouble}>
      <PersonButton
        id={item.assignee}
        as={title}
        label={chooseAssignee}
        nobody={anybody}
        mayEdit={mayEdit}
        onOpen={() => setOpen(true)}
      />
      <Chooser
        title={chooseAssignee}
        placeholder={words.item.namePlaceholder}
        open={isOpen}
        onClose={() => setOpen(false)}
        none={anybody}
        useOptions={(text) => usePeople(text, () => true)}
        onChoose={(assignee) => {
          setOpen(false);
          void run(() => inTurn(item.id, async () => showItem(await server.item.assign({ id: item.id, assignee }))));
        }}
      />
    </Term>
  );
}

type ButtonProps = {
  id: string | null;
  as: string;
  label: string;
  nobody?: string;
  mayEdit: boolean;
  onOpen: () => void;
};

function PersonButton({ id, as, label, nobody = '', mayEdit, onOpen }: ButtonProps) {
  const shown = id ? <Person id={id} as={as} /> : <span className="text-muted">{nobody}</span>;
  if (!mayEdit) return shown;
  return (
    <button type="button" data-open="" title={label} onClick={onOpen} className={quietControl}>
      {shown}
      <span className="sr-only">{label}</span>
    </button>
  );
}
