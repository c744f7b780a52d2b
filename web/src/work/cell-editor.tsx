import type { ItemSummary } from 'coact';
import { lazy, Suspense } from 'react';
import { actOn } from '../state/act-on.ts';
import { words } from '../words/index.ts';
import { actOfEdit, type Editable } from './act-of-move.ts';
import { CellInput, CellSelect } from './cell-inputs.tsx';
import { endOfDay, localDay } from './days.ts';
import { type EditableColumn, isEditableColumn } from './is-editable.ts';
import type { Column } from './sort.ts';

const CellChooser = lazy(() => import('./cell-chooser.tsx'));

type EditorProps = { item: ItemSummary; onClose: () => void };

/** Edits one field of a row where it stands: enter or leaving keeps it, escape leaves it as it was. */
export function CellEditor({ item, column, onClose }: EditorProps & { column: Column }) {
  return isEditableColumn(column) ? editors[column]({ item, onClose }) : null;
}

function save(item: ItemSummary, patch: Partial<Editable>): void {
  void actOn(actOfEdit(item, patch));
}

const { edit } = words.work;

const editors: Record<EditableColumn, (props: EditorProps) => React.ReactNode> = {
  priority: ({ item, onClose }) => (
    <CellSelect
      label={edit.priority}
      value={String(item.priority ?? '')}
      choices={['', '0', '1', '2', '3', '4'].map((value) => ({
        value,
        word: value === '' ? edit.noPriority : words.common.priorityWord(Number(value)),
      }))}
      onKeep={(value) => save(item, { priority: value === '' ? null : Number(value) })}
      onClose={onClose}
    />
  ),
  risk: ({ item, onClose }) => (
    <CellSelect
      label={edit.risk}
      value={item.risk}
      choices={(['low', 'medium', 'high', 'critical'] as const).map((value) => ({
        value,
        word: words.work.riskWords[value],
      }))}
      onKeep={(risk) => save(item, { risk: risk as ItemSummary['risk'] })}
      onClose={onClose}
    />
  ),
  due: ({ item, onClose }) => (
    <CellInput
      label={edit.due}
      type="date"
      value={item.due ? localDay(item.due) : ''}
      onKeep={(day) => save(item, { due: day === '' ? null : endOfDay(day) })}
      onClose={onClose}
    />
  ),
  labels: ({ item, onClose }) => (
    <CellInput
      label={edit.labels}
      value={item.labels.join(', ')}
      onKeep={(text) =>
        save(item, {
          labels: [
            ...new Set(
              text
                .split(',')
                .map((one) => one.trim())
                .filter(Boolean),
            ),
          ],
        })
      }
      onClose={onClose}
    />
  ),
  owner: (props) => <Chosen column="owner" {...props} />,
  assignee: (props) => <Chosen column="assignee" {...props} />,
  serves: (props) => <Chosen column="serves" {...props} />,
};

const Chosen = (props: EditorProps & { column: 'owner' | 'assignee' | 'serves' }) => (
  <Suspense fallback={null}>
    <CellChooser {...props} />
  </Suspense>
);
