import type { FormEvent } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { go } from '../state/route.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

const says = words.start;

/** Writes a draft from one line and goes to it, where it says what it lacks. */
export function FirstItem() {
  const { busy, trouble, run } = useAct();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const title = formText(new FormData(event.currentTarget), 'title').trim();
    let key: string | null = null;
    await run(async () => ({ key } = await server.item.create({ title })));
    if (key) go({ page: 'items', chosen: key });
  };
  return (
    <form className="max-w-[44rem] space-y-3" onSubmit={(event) => void submit(event)}>
      <Field label={says.firstLabel} note={says.firstNote} name="title" required maxLength={300} autoComplete="off" />
      <TroubleNote trouble={trouble} />
      <Button type="submit" look="primary" disabled={busy}>
        {says.firstDo}
      </Button>
    </form>
  );
}
