import type { Item } from 'coact';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { BudgetTerm } from './budget-term.tsx';
import { ChoiceTerm } from './choice-term.tsx';
import { DateTerm } from './date-term.tsx';
import { may } from './may.ts';
import { AssigneeTerm, OwnerTerm } from './person-term.tsx';
import { ParentTerm, ServesTerm } from './place-terms.tsx';
import { RightsTerm } from './rights-term.tsx';
import { SharesTerm } from './shares-term.tsx';
import { TextTerm } from './text-term.tsx';

const priorities = [null, 0, 1, 2, 3, 4].map((value) => ({
  value,
  word: words.common.priorityWord(value) || words.item.notSaid,
}));
const risks = (['low', 'medium', 'high', 'critical'] as const).map((value) => ({
  value,
  word: words.common.risks[value],
}));
const reversible = [
  { value: true, word: words.item.undoable.yes },
  { value: false, word: words.item.undoable.no },
];

/** Whose it is, how urgent, how careful, by when and for how much. */
export function Terms({ item }: { item: Item }) {
  const mayEdit = may(item, 'item.update');
  const seesRights = useStore(({ me }) => me?.abilities.includes('item.rights') ?? false);
  return (
    <dl>
      <OwnerTerm item={item} mayEdit={mayEdit} />
      <AssigneeTerm item={item} mayEdit={may(item, 'item.assign')} />
      <ChoiceTerm item={item} name="priority" mayEdit={mayEdit} choices={priorities} />
      <ChoiceTerm item={item} name="risk" mayEdit={mayEdit} choices={risks} />
      <ChoiceTerm item={item} name="reversible" mayEdit={mayEdit} choices={reversible} />
      <DateTerm item={item} name="due" mayEdit={mayEdit} />
      <DateTerm item={item} name="start" mayEdit={mayEdit} />
      <BudgetTerm item={item} mayEdit={mayEdit} />
      <ServesTerm item={item} mayEdit={mayEdit} />
      <ParentTerm item={item} mayEdit={may(item, 'item.move')} />
      {seesRights && <RightsTerm item={item} mayEdit={may(item, 'item.set_rights')} />}
      <SharesTerm item={item} mayShare={may(item, 'item.share')} />
      <TextTerm item={item} name="type" mayEdit={mayEdit} />
      <TextTerm item={item} name="skills" mayEdit={mayEdit} />
      <TextTerm item={item} name="labels" mayEdit={mayEdit} />
    </dl>
  );
}
