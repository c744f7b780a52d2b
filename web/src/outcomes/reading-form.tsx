import type { Outcome } from 'coact';
import { useState } from 'react';
import { Field } from '../parts/field.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { loadOutcomes } from '../state/load.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import type { Measure } from './measure-share.ts';

type ReadingProps = { outcome: Outcome; measure: Measure; onDone: () => void };

/** Notes where a measure stands now, and where the figure is from. */
export function ReadingForm({ outcome, measure, onDone }: ReadingProps) {
  const { busy, trouble, run } = useAct();
  const [value, setValue] = useState('');
  const [note, setNote] = useState('');
  const { reading, recorded, form } = words.outcomes;
  const send = async () => {
    const said = { id: outcome.id, measure: measure.id, value: Number(value), ...(note.trim() && { note }) };
    const worked = await run(async () => {
      await server.outcome.measure(said);
      await loadOutcomes();
    });
    if (!worked) return;
    toast({ text: recorded(measure.name) });
    onDone();
  };
  return (
    <form
      className="mt-3 space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="grid gap-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <Field
          label={reading.value(measure.unit)}
          type="number"
          step="any"
          inputMode="decimal"
          required
          autoFocus
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
        <Field label={reading.note} value={note} onChange={({ target }) => setNote(target.value)} />
      </div>
      <TroubleNote trouble={trouble} />
      <FormButtons send={busy ? form.saving : reading.send} cancel={form.cancel} onCancel={onDone} busy={busy} />
    </form>
  );
}
