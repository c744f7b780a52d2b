import { useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { words } from '../words/index.ts';

type DeclineProps = {
  /** Such as a key, or "3 drafts". */ what: string;
  onClose: () => void;
  onDecline: (reason: string) => void;
};

/** Says no, and why. */
export function DeclineDialog({ what, onClose, onDecline }: DeclineProps) {
  const { decline, cancel } = words.intake;
  const [reason, setReason] = useState('');
  const [lacks, setLacks] = useState(false);
  return (
    <Dialog open onClose={onClose} title={decline.title(what)} note={decline.note}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) onDecline(reason.trim());
          else setLacks(true);
        }}
      >
        <TextField label={decline.reason} autoFocus value={reason} onChange={({ target }) => setReason(target.value)} />
        <TroubleNote
          trouble={lacks && !reason.trim() ? { message: decline.needsReason, hint: decline.needsReasonHint } : null}
        />
        <FormButtons send={decline.send} cancel={cancel} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
