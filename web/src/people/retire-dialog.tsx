import type { Duties, Participant } from 'coact';
import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { loadPeople } from '../state/load.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { type PiecesProps, RetirePieces } from './retire-pieces.tsx';

const says = words.authority.retire;

/** Retires somebody and hands over everything that hangs on them in the same step. */
export function RetireDialog({ one, onClose }: { one: Participant; onClose: () => void }) {
  const { answer, trouble } = useQuery(one.id, () => server.participant.duties({ id: one.id }));
  return (
    <Dialog open onClose={onClose} title={says.title(one.name)} note={says.note} wide>
      <TroubleNote trouble={trouble} />
      {answer && <RetireForm one={one} duties={answer} onClose={onClose} />}
    </Dialog>
  );
}

type FormProps = { one: Participant; duties: Duties; onClose: () => void };

function RetireForm({ one, duties: { pieces, held }, onClose }: FormProps) {
  const [successor, setSuccessor] = useState('');
  const [named, setNamed] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState('');
  const { busy, trouble, run } = useAct();
  const retire = async (event: FormEvent) => {
    event.preventDefault();
    const successors = pieces.flatMap(({ kind, id }) => (named[id] ? [{ [kind]: id, to: named[id] }] : []));
    let handed = 0;
    const done = await run(async () => {
      const input = { id: one.id, reason, successors, ...(successor && { successor }) };
      handed = (await server.participant.retire(input)).handed.length;
      await loadPeople();
    });
    if (!done) return;
    onClose();
    toast({ text: says.done(one.name, handed) });
  };
  const isReady =
    reason.trim() !== '' && (pieces.length === 0 || successor !== '' || pieces.every(({ id }) => named[id]));
  return (
    <form className="space-y-5" onSubmit={(event) => void retire(event)}>
      <Successors
        pieces={pieces}
        successor={successor}
        onSuccessor={setSuccessor}
        named={named}
        onNamed={setNamed}
        leaving={one.id}
      />
      {held.length > 0 && <p>{says.held(held.map(({ key }) => key).join(', '))}</p>}
      <TextField
        label={says.reason}
        note={says.reasonNote}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        required
      />
      <TroubleNote trouble={trouble} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={busy || !isReady}>
          {pieces.length === 0 ? says.doNothing : says.do}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {says.cancel}
        </Button>
      </div>
    </form>
  );
}

type SuccessorsProps = Pick<PiecesProps, 'pieces' | 'named' | 'onNamed'> & {
  successor: string;
  onSuccessor: (id: string) => void;
  leaving: string;
};

/** Who takes over everything, and below who takes over which one thing. */
function Successors({ pieces, successor, onSuccessor, named, onNamed, leaving }: SuccessorsProps) {
  const humans = useHumans(leaving);
  if (pieces.length === 0) return <p>{says.nothing}</p>;
  return (
    <>
      <div className="max-w-sm">
        <SelectField
          label={says.all}
          note={says.allNote}
          value={successor}
          onChoose={onSuccessor}
          options={[['', says.choose], ...humans]}
        />
      </div>
      <RetirePieces pieces={pieces} named={named} onNamed={onNamed} humans={humans} hasSuccessor={successor !== ''} />
    </>
  );
}

export type Options = readonly (readonly [id: string, name: string])[];

/** Who may take something over: humans who are active, but whoever leaves. */
function useHumans(leaving: string): Options {
  const people = useStore((state) => state.people);
  return [...people.values()]
    .filter(({ id, kind, status }) => kind === 'human' && status === 'active' && id !== leaving)
    .map(({ id, name }) => [id, name]);
}
