import type { Item } from 'coact';
import { actOn } from '../state/act-on.ts';
import { server } from '../state/server.ts';
import { getState } from '../state/store.ts';
import { words } from '../words/index.ts';
import { Chooser } from './chooser.tsx';
import { usePeople } from './options.tsx';

/** Names who is asked to do the work; it can be undone. */
export function AssignChooser({ item: { id, key, assignee: before }, onClose }: { item: Item; onClose: () => void }) {
  const { terms, said } = words.item;
  const assign = (assignee: string | null) => {
    onClose();
    const name = assignee ? (getState().people.get(assignee)?.name ?? '…') : null;
    void actOn({
      item: id,
      shows: { assignee },
      call: () => server.item.assign({ id, assignee }),
      said: said.assigned(key, name),
      undo: () => server.item.assign({ id, assignee: before }),
    });
  };
  return (
    <Chooser
      title={terms.chooseAssignee}
      placeholder={words.item.namePlaceholder}
      open
      onClose={onClose}
      none={terms.anybody}
      useOptions={(text) => usePeople(text, () => true)}
      onChoose={assign}
    />
  );
}
