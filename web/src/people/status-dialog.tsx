import type { Participant } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { ItemLink } from '../parts/item-link.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { useLoads } from './use-loads.ts';

const says = words.people.status;
export type StatusChange = Participant['status'];
/** Retiring hands things over, which is asked by a dialog of its own. */
type Standing = Exclude<StatusChange, 'retired'>;
const buttons: Record<Standing, string> = { active: says.resumeDo, paused: says.pauseDo };

/** Pauses or resumes somebody, after saying what follows from it. */
export function StatusDialog({ one, to, onClose }: { one: Participant; to: Standing; onClose: () => void }) {
  const { busy, trouble, run } = useAct();
  const [reason, setReason] = useState('');
  const change = async () => {
    const why = to === 'paused' && reason.trim() !== '' ? { reason: reason.trim() } : {};
    const send = () => server.participant.update({ id: one.id, status: to, ...why }, { ifMatch: one.version });
    if (!(await run(send))) return;
    onClose();
    toast({ text: says.done(one.name, to) });
  };
  const titles = {
    active: [says.resumeTitle(one.name), one.status === 'retired' ? says.takeBackNote : says.resumeNote],
    paused: [says.pauseTitle(one.name), says.pauseNote],
  } as const;
  const [title, note] = titles[to];
  return (
    <Dialog open onClose={onClose} title={title} note={note}>
      {to === 'paused' && (
        <div className="space-y-3">
          <Consequences one={one} />
          <TextField label={says.reason} value={reason} onChange={({ target }) => setReason(target.value)} />
        </div>
      )}
      <TroubleNote trouble={trouble} />
      <div className="mt-4 flex gap-2">
        <Button look="primary" disabled={busy} onClick={() => void change()}>
          {buttons[to]}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {words.people.form.cancel}
        </Button>
      </div>
    </Dialog>
  );
}

/** What happens to their work and to what waits for them. */
function Consequences({ one }: { one: Participant }) {
  const { running, asked } = useLoads()(one.id);
  return (
    <ul className="list-disc space-y-1.5 pl-5 marker:text-muted">
      <li>
        {running.length === 0 ? says.losesNothing : says.losesRuns(running.length)}{' '}
        {running.map(({ id, key }) => (
          <span key={id} className="mr-2">
            <ItemLink itemKey={key} />
          </span>
        ))}
      </li>
      {one.kind === 'human' && <li>{says.agentsToo}</li>}
      {asked.length > 0 && <li>{says.askedStay(asked.length)}</li>}
    </ul>
  );
}
