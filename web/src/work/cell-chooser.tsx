import type { ItemSummary } from 'coact';
import { Chooser } from '../item/chooser.tsx';
import { isPerson, useOutcomes, usePeople } from '../item/options.tsx';
import { actOn } from '../state/act-on.ts';
import { words } from '../words/index.ts';
import { actOfEdit, actOfMove } from './act-of-move.ts';

type CellChooserProps = { item: ItemSummary; column: 'owner' | 'assignee' | 'serves'; onClose: () => void };

const useAnybody = (text: string) => usePeople(text, () => true);
const useHumans = (text: string) => usePeople(text, isPerson);

/** Chooses a person or an outcome for a row, out of many, by typing a part of the name. */
export default function CellChooser({ item, column, onClose }: CellChooserProps) {
  const { edit, without } = words.work;
  const { options, none } = {
    owner: { options: useHumans, none: undefined },
    assignee: { options: useAnybody, none: edit.anybody },
    serves: { options: useOutcomes, none: without.serves },
  }[column];
  const choose = (id: string | null) => {
    onClose();
    if (id === item[column]) return;
    if (column === 'assignee') void actOn(actOfMove(item, { does: 'assign', assignee: id }, ''));
    else if (column === 'serves') void actOn(actOfEdit(item, { serves: id }));
    else if (id !== null) void actOn(actOfEdit(item, { owner: id }));
  };
  return (
    <Chooser
      open
      title={edit[column]}
      placeholder={column === 'serves' ? edit.outcome : edit.name}
      none={none}
      useOptions={options}
      onClose={onClose}
      onChoose={choose}
    />
  );
}
