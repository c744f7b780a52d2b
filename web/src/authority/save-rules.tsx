import { CoactError, type PolicyInForce } from 'coact';
import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { act } from '../state/session.ts';
import { server, type Trouble, troubleOf } from '../state/server.ts';
import { words } from '../words/index.ts';
import type { Draft } from './drafts.ts';
import { asked } from './place.ts';
import { RuleDiff } from './rule-diff.tsx';
import type { Blamed } from './rule-rows.tsx';
import { Simulate } from './simulate.tsx';

const says = words.authority.save;

type SaveProps = {
  inForce: PolicyInForce;
  draft: Draft;
  onBlamed: (blamed: Blamed) => void;
  onSaved: () => void;
  onClose: () => void;
};

/** Shows what the draft changes, asks why, and puts it in force; a refusal names the rules that are to blame. */
export function SaveRules({ inForce, draft, onBlamed, onSaved, onClose }: SaveProps) {
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const input = { ...asked(inForce), rules: [...draft.rules], ...(note.trim() && { note }) };
    try {
      const { version } = await act(() => server.policy.update(input, { ifMatch: draft.version }));
      onSaved();
      onClose();
      toast({ text: says.done(version) });
    } catch (error) {
      onBlamed(blamedBy(error));
      setTrouble(refusalOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} title={says.title} note={says.note} wide>
      <form onSubmit={(event) => void save(event)}>
        <RuleDiff before={inForce.rules} after={draft.rules} />
        <Simulate place={inForce} rules={draft.rules} />
        <div className="mt-5">
          <TextField
            label={says.why}
            note={says.whyNote}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </div>
        <TroubleNote trouble={trouble} />
        <div className="mt-4 flex gap-2">
          <Button type="submit" look="primary" disabled={busy}>
            {says.do}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {says.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The rules that a refusal names, with what is wrong with them. */
function blamedBy(error: unknown): Blamed {
  if (!(error instanceof CoactError) || error.code !== 'policy_unsound') return null;
  const { rules, problem } = error.problem;
  const names = Array.isArray(rules) ? rules.map(String) : [];
  return { rules: names, problem: String(problem) };
}

export function refusalOf(error: unknown): Trouble {
  const blamed = blamedBy(error);
  if (blamed) return { message: `${says.unsound}: ${blamed.problem}.`, hint: says.named(blamed.rules.join(', ')) };
  if (error instanceof CoactError && error.code === 'version_conflict')
    return { message: says.conflict, hint: says.conflictHint };
  return troubleOf(error);
}
