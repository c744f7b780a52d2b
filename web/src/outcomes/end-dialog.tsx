import type { Outcome } from 'coact';
import { useState } from 'react';
import { Choice } from '../parts/choice.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { loadOutcomes } from '../state/load.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

type Ending = 'achieved' | 'abandoned';
const endings: readonly Ending[] = ['achieved', 'abandoned'];

type EndProps = { outcome: Outcome; onClose: () => void };

/** Says that an outcome was achieved, or that it is wanted no longer, and why. */
export function EndDialog({ outcome, onClose }: EndProps) {
  const { ending, form } = words.outcomes;
  const { busy, trouble, run } = useAct();
  const [as, setAs] = useState<Ending>('achieved');
  const [reason, setReason] = useState('');
  const send = async () => {
    const worked = await run(async () => {
      await server.outcome.end({ id: outcome.id, as, ...(reason.trim() && { reason }) });
      await loadOutcomes();
    });
    if (worked) onClose();
  };
  return (
    <Dialog open onClose={onClose} title={ending.title} note={ending.note}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <fieldset className="space-y-1">
          <legend className="mb-2 font-medium">{ending.as}</legend>
          {endings.map((one, index) => (
            <Choice
              key={one}
              name="ending"
              title={ending[one].title}
              note={ending[one].note}
              chosen={as === one}
              onChoose={() => setAs(one)}
              first={index === 0}
            />
          ))}
        </fieldset>
        <TextField label={ending.reason} value={reason} onChange={({ target }) => setReason(target.value)} />
        <TroubleNote trouble={trouble} />
        <FormButtons send={busy ? form.saving : ending.send} cancel={form.cancel} onCancel={onClose} busy={busy} />
      </form>
    </Dialog>
  );
}
