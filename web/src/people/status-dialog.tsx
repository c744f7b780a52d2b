import type { Participant } from 'coact';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ItemLink } from '../parts/item-link.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { useLoads } from './use-loads.ts';

const says = words.people.status;
export type StatusChange = Participant['status'];
const buttons: Record<StatusChange, string> = { active: says.resumeDo, paused: says.pauseDo, retired: says.retireDo };

/** Pauses, resumes or retires somebody, after saying what follows from it. */
export function StatusDialog({ one, to, onClose }: { one: Participant; to: StatusChange; onClose: () => void }) {
  const { busy, trouble, run } = useAct();
  const change = async () => {
    if (!(await run(() => server.participant.update({ id: one.id, status: to }, { ifMatch: one.version })))) return;
    onClose();
    toast({ text: says.done(one.name, to) });
  };
  const titles = {
    active: [says.resumeTitle(one.name), one.status === 'retired' ? says.takeBackNote : says.resumeNote],
    paused: [says.pauseTitle(one.name), says.pauseNote],
    retired: [says.retireTitle(one.name), says.retireNote],
  } as const;
  const [title, note] = titles[to];
  return (
    <Dialog open onClose={onClose} title={title} note={note}>
      {to !== 'active' && <Consequences one={one} to={to} />}
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

/** What happens to their work, to what waits for them, and what stands in the way. */
function Consequences({ one, to }: { one: Participant; to: 'paused' | 'retired' }) {
  const { running, asked, owned } = useLoads()(one.id);
  const people = useStore((state) => state.people);
  const outcomes = useStore((state) => state.outcomes);
  const sought = [...outcomes.values()].filter(({ owner, state }) => owner === one.id && state === 'open');
  const sponsored = [...people.values()].filter(({ sponsor, status }) => sponsor === one.id && status === 'active');
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
      {asked.length > 0 && <li>{says.askedStay(asked.length)}</li>}
      {to === 'retired' && owned.length > 0 && <li className="text-fail">{says.stillOwns(owned.length)}</li>}
      {to === 'retired' && sought.length > 0 && <li className="text-fail">{says.stillSeeks(sought.length)}</li>}
      {to === 'retired' && sponsored.length > 0 && (
        <li className="text-fail">{says.stillSponsors(sponsored.map(({ name }) => name).join(', '))}</li>
      )}
    </ul>
  );
}
