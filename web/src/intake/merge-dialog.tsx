import { useState } from 'react';
import { Chooser } from '../item/chooser.tsx';
import { useItems } from '../item/options.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { words } from '../words/index.ts';

export type Other = { id: string; key: string };
type MergeProps = { itemKey: string; other: Other; onClose: () => void; onMerge: (reason: string) => void };

/** Ends a draft as a duplicate, and says what shall be kept of it. */
export function MergeDialog({ itemKey, other, onClose, onMerge }: MergeProps) {
  const { merge, cancel } = words.intake;
  const [reason, setReason] = useState('');
  return (
    <Dialog open onClose={onClose} title={merge.title(itemKey, other.key)} note={merge.note(itemKey, other.key)}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          onMerge(reason.trim());
        }}
      >
        <TextField label={merge.reason} autoFocus value={reason} onChange={({ target }) => setReason(target.value)} />
        <FormButtons send={merge.send} cancel={cancel} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

type ChooserProps = { item: string; onClose: () => void; onChoose: (id: string) => void };

/** Which item says it already, where it is not among the likely ones. */
export function DuplicateChooser({ item, onClose, onChoose }: ChooserProps) {
  const { merge } = words.intake;
  const [itself] = useState(() => new Set([item]));
  return (
    <Chooser
      open
      onClose={onClose}
      title={merge.choose}
      placeholder={merge.placeholder}
      useOptions={(text) => useItems(text, itself)}
      onChoose={(id) => id && onChoose(id)}
    />
  );
}
