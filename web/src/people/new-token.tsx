import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { CopyText } from './copy-text.tsx';
import { TokenLimits, readLimits } from './token-limits.tsx';

const says = words.people.tokens;
const DAY_MS = 86_400_000;

/** Makes a token and shows its text, which nobody can read again. */
export function NewToken({ holder, onMade }: { holder: string; onMade: () => void }) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  const { busy, trouble, run } = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const days = Number(formText(form, 'days'));
    const expiresAt = days > 0 ? new Date(Date.now() + server.clockAhead() + days * DAY_MS).toISOString() : null;
    const name = formText(form, 'name').trim();
    if (
      !(await run(async () => setMade(await server.token.create({ id: holder, name, expiresAt, ...readLimits(form) }))))
    )
      return;
    setOpen(false);
    onMade();
  };
  return (
    <div className="mt-3 space-y-3">
      {made && (
        <div>
          <p className="mb-1.5">{says.shownOnce}</p>
          <CopyText text={made.token} label={`${says.label}: ${made.name}`} />
        </div>
      )}
      {!open && <Button onClick={() => setOpen(true)}>{says.create}</Button>}
      {open && (
        <form className="space-y-3 rounded-md border border-line p-3" onSubmit={(event) => void submit(event)}>
          <Field label={says.name} note={says.nameNote} name="name" required maxLength={120} autoFocus />
          <SelectField label={says.expires} name="days" defaultValue="90">
            {says.spans.map(({ days, text }) => (
              <option key={days} value={days}>
                {text}
              </option>
            ))}
          </SelectField>
          <TokenLimits />
          <TroubleNote trouble={trouble} />
          <FormButtons
            send={says.create}
            cancel={words.people.form.cancel}
            onCancel={() => setOpen(false)}
            busy={busy}
          />
        </form>
      )}
    </div>
  );
}
