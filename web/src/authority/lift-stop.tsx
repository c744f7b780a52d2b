import type { Stop } from 'coact';
import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { loadStops } from '../state/load.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

const { stops: says, what } = words.authority;

/** Whom a stop covers, in words. */
export function useCovered({ covers, participant, team }: Pick<Stop, 'covers' | 'participant' | 'team'>): string {
  const name = useStore(({ people, teams }) =>
    participant ? people.get(participant)?.name : team ? teams.get(team)?.name : undefined,
  );
  return what(covers, name ?? '…');
}

/** Lets stopped agents go on, with the reason. */
export function LiftStop({ stop }: { stop: Stop }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { busy, trouble, run } = useAct();
  const covered = useCovered(stop);
  const lift = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(async () => {
      await server.stop.lift({ id: stop.id, reason });
      await loadStops();
    });
    if (!done) return;
    setOpen(false);
    toast({ text: says.lifted(covered) });
  };
  return (
    <>
      <Button aria-label={says.liftTitle(covered)} onClick={() => setOpen(true)}>
        {says.lift}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={says.liftTitle(covered)} note={says.liftNote}>
        <form onSubmit={(event) => void lift(event)}>
          <TextField
            label={says.liftReason}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            required
            autoFocus
          />
          <TroubleNote trouble={trouble} />
          <Button type="submit" look="primary" className="mt-4" disabled={busy || reason.trim() === ''}>
            {says.liftDo}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
