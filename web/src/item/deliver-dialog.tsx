import type { EvidenceInput, Item } from 'coact';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { toast } from '../parts/toast.ts';
import { formText } from '../state/form-text.ts';
import { loadSome } from '../state/load.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { keepFile } from './keep-file.ts';
import { textBox } from './markdown-field.tsx';

/** For a person who did the work: what was done, and what shows it for each criterion. */
export function DeliverDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const { deliver } = words.item;
  const { busy, trouble, run } = useAct();
  const [files, setFiles] = useState<Readonly<Record<string, File>>>({});
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const isDone = await run(async () => {
      const evidence = await Promise.all(item.criteria.map(({ id }) => evidenceFor(id, formText(form, id), files[id])));
      const summary = formText(form, 'summary');
      await server.run.deliver({ id: item.run?.id ?? '-', fence: item.fence, summary, evidence: evidence.flat() });
      await loadSome([item.id]);
    });
    if (!isDone) return;
    toast({ text: words.item.said.delivered(item.key) });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={deliver.title(item.key)} note={deliver.note} wide>
      <form className="space-y-4" onSubmit={(event) => void send(event)}>
        <TextField label={deliver.summary} name="summary" required autoFocus />
        {item.criteria.map(({ id, text, check, required }) => (
          <fieldset key={id} className="space-y-1.5 border-t border-line pt-3">
            <legend className="float-left mb-1.5 w-full font-medium">{text}</legend>
            <p className="clear-both text-sm text-muted">{words.item.criteria.detail(check, required)}</p>
            <textarea
              name={id}
              aria-label={deliver.evidence(text)}
              placeholder={deliver.placeholder}
              className={textBox}
            />
            <input
              type="file"
              aria-label={deliver.file(text)}
              className="max-w-full text-sm text-muted file:mr-3 file:rounded-md file:border file:border-edge file:bg-sheet file:px-2.5 file:py-1 file:text-ink"
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file) setFiles({ ...files, [id]: file });
              }}
            />
          </fieldset>
        ))}
        <TroubleNote trouble={trouble} />
        <FormButtons
          send={busy ? words.item.sending : deliver.submit}
          cancel={words.item.leave}
          onCancel={onClose}
          busy={busy}
        />
      </form>
    </Dialog>
  );
}

/** A link where only an address was written; a text otherwise; and the file. */
async function evidenceFor(criterion: string, said: string, file: File | undefined): Promise<EvidenceInput[]> {
  const text = said.trim();
  const isLink = /^https?:\/\/\S+$/i.test(text);
  return [
    ...(text ? [isLink ? { criterion, url: text } : { criterion, text }] : []),
    ...(file ? [{ criterion, artifact: await keepFile(file), name: file.name }] : []),
  ];
}
