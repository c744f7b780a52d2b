import type { Field as OperationField } from 'coact/operations';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { server } from '../state/server.ts';
import { getState } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import type { Offer } from './offers.ts';
import { readFields, titleOf } from './read-fields.ts';

const says = words.frame.operation;

/** A form for any operation, drawn from what the operation says of itself: nothing that may be done is out of reach. */
export function OperationDialog({ offer, onClose }: { offer: Offer; onClose: () => void }) {
  const { busy, trouble, run, complain } = useAct();
  const { name, summary, fields, known } = offer;
  const needed = fields.filter(({ required }) => required);
  const others = fields.filter(({ required }) => !required);
  const submit = async (form: FormData) => {
    const read = readFields(fields, (field) => formText(form, field));
    if ('message' in read) return complain(read);
    const { opened } = getState();
    const ifMatch = opened && known['id'] === opened.id ? { ifMatch: opened.version } : {};
    if (!(await run(() => server.call(name, { ...known, ...read.input }, ifMatch)))) return;
    toast({ text: says.done(summary.replace(/\.$/, '')) });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={titleOf(name)} note={summary}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget));
        }}
      >
        {needed.map((field) => (
          <OneField key={field.name} field={field} />
        ))}
        {others.length > 0 && (
          <details open={needed.length === 0}>
            <summary className="mb-3 text-muted">{says.more}</summary>
            <div className="space-y-4">
              {others.map((field) => (
                <OneField key={field.name} field={field} />
              ))}
            </div>
          </details>
        )}
        <TroubleNote trouble={trouble} />
        <Button type="submit" look="primary" disabled={busy}>
          {busy ? says.running : says.run}
        </Button>
      </form>
    </Dialog>
  );
}

function OneField({ field }: { field: OperationField }) {
  const { name, description, required = false, array, type } = field;
  const note = [description, array && says.oneALine, type === 'json' && !array && says.json].filter(Boolean).join(' ');
  const shared = { label: titleOf(name), name, required, ...(note && { note }) };
  if (field.enum) return <Options field={field} label={shared.label} {...(note && { note })} />;
  if (array || type === 'json' || /reason|text|context|outcome|note|description/.test(name))
    return <TextField {...shared} />;
  return (
    <Field
      {...shared}
      type={type === 'integer' || type === 'number' ? 'number' : 'text'}
      {...(field.default !== undefined && { placeholder: String(field.default) })}
    />
  );
}

function Options({ field, label, note }: { field: OperationField; label: string; note?: string }) {
  return (
    <label className="block">
      <span className="mb-1 block font-medium">{label}</span>
      <select
        name={field.name}
        required={field.required}
        defaultValue={field.default === undefined ? '' : String(field.default)}
        className="w-full rounded-md border border-edge bg-sheet px-2.5 py-1.5 text-ink max-md:py-2 max-md:text-[16px]"
      >
        {!field.required && <option value="">{says.optional}</option>}
        {field.enum?.map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </select>
      {note && <span className="mt-1 block text-sm text-muted">{note}</span>}
    </label>
  );
}
