import type { Item } from 'coact';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { loadSome } from '../state/load.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { type DecisionDraft, decisionAsked, newDecision } from './decision-draft.ts';
import { OptionsFields } from './decision-options.tsx';
import { DecisionTermsFields } from './decision-terms-fields.tsx';

const says = words.decisions.ask;

/** Asks for a decision about the item: the question, what there is to choose from, and who has a part in it. */
export default function AskDecisionDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const [draft, setDraft] = useState<DecisionDraft>(newDecision);
  const { busy, trouble, run, complain } = useAct();
  const change = (some: Partial<DecisionDraft>) => setDraft({ ...draft, ...some });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const asked = decisionAsked(item.id, draft);
    if ((asked.options?.length ?? 0) < 2) return complain(says.tooFew);
    const isDone = await run(async () => {
      await server.request.create(asked);
      await loadSome([item.id]);
    });
    if (!isDone) return;
    toast({ text: says.said });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={says.title(item.key)} note={says.note} wide>
      <form className="space-y-5" onSubmit={(event) => void send(event)}>
        <TextField
          label={says.question}
          required
          autoFocus
          value={draft.text}
          onChange={({ target }) => change({ text: target.value })}
        />
        <OptionsFields draft={draft} onChange={setDraft} />
        <details>
          <summary className="mb-3 text-muted">{says.more}</summary>
          <DecisionTermsFields draft={draft} change={change} />
        </details>
        <label className="flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            checked={draft.blocking}
            onChange={({ target }) => change({ blocking: target.checked })}
            className="size-4 accent-accent"
          />
          {says.blocking}
        </label>
        <TroubleNote trouble={trouble} />
        <FormButtons
          send={busy ? words.item.sending : says.submit}
          cancel={words.item.leave}
          onCancel={onClose}
          busy={busy}
        />
      </form>
    </Dialog>
  );
}
