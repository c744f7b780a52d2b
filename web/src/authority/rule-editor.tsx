import type { PolicyRule } from 'coact';
import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { words } from '../words/index.ts';
import { RuleLine } from './rule-line.tsx';
import { ThenFields } from './then-fields.tsx';
import { WhenFields } from './when-fields.tsx';
import { WorkFields } from './work-fields.tsx';
import { type Written, nameFor, ruleOf, writtenOf } from './written.ts';

const says = words.authority.editor;

/** A part of what is being written, and how it becomes another. */
export type Writing = { written: Written; onWrite: (patch: Partial<Written>) => void };

type EditorProps = {
  rule: PolicyRule | null;
  /** The names of the other rules. */
  taken: readonly string[];
  onKeep: (rule: PolicyRule) => void;
  onClose: () => void;
};

/** Writes one rule by choosing; how it reads stands above all fields and follows every choice. */
export function RuleEditor({ rule, taken, onKeep, onClose }: EditorProps) {
  const [written, setWritten] = useState(() => writtenOf(rule));
  const [tried, setTried] = useState(false);
  const named = { ...written, id: written.id || nameFor(written, taken) };
  const wrong = troublesOf(named, taken);
  const writing: Writing = { written, onWrite: (patch) => setWritten({ ...written, ...patch }) };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(wrong).length === 0) onKeep(ruleOf(named));
  };
  const told = tried ? wrong : {};
  return (
    <Dialog open onClose={onClose} title={rule ? says.editTitle : says.newTitle} wide>
      <form onSubmit={keep} noValidate>
        <Preview rule={{ ...ruleOf(named), because: written.because.trim() || '…' }} />
        <WhenFields {...writing} />
        <WorkFields {...writing} />
        <ThenFields {...writing} trouble={told.by} />
        <div className="mt-5 space-y-4">
          <div>
            <TextField
              label={says.because}
              note={says.becauseNote}
              value={written.because}
              aria-invalid={told.because !== undefined}
              onChange={({ target }) => setWritten({ ...written, because: target.value })}
            />
            <Wrong text={told.because} />
          </div>
          <div className="max-w-md">
            <Field
              label={says.name}
              note={says.nameNote}
              value={written.id}
              placeholder={named.id}
              aria-invalid={told.id !== undefined}
              className="key"
              onChange={({ target }) => setWritten({ ...written, id: target.value })}
            />
            <Wrong text={told.id} />
          </div>
        </div>
        <div className="mt-5 flex gap-2">
          <Button type="submit" look="primary">
            {says.keep}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {says.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const Preview = ({ rule }: { rule: PolicyRule }) => (
  <section
    aria-label={says.reads}
    aria-live="polite"
    className="sticky -top-5 z-10 -mx-5 border-y border-line bg-accent-soft px-5 py-3"
  >
    <p className="mb-1 text-sm text-muted">{says.reads}</p>
    <RuleLine rule={rule} />
  </section>
);

/** What is wrong with a field, below it. */
export const Wrong = ({ text }: { text: string | undefined }) => (
  <div role="alert">{text && <p className="mt-1 text-fail">{text}</p>}</div>
);

type Troubles = { id?: string; because?: string; by?: string };

function troublesOf({ id, because, then, by }: Written, taken: readonly string[]): Troubles {
  const name = !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 80 ? says.needsName : undefined;
  const wrong = {
    id: name ?? (taken.includes(id) ? says.taken : undefined),
    because: because.trim() === '' ? says.needsBecause : undefined,
    by: then === 'approve' && by.length === 0 ? says.needsApprover : undefined,
  };
  return Object.fromEntries(Object.entries(wrong).filter(([, text]) => text !== undefined));
}
