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

/** Whom a stop covers: one agent, the agents of a team, or all. */
export type Covered = { covers: 'agent' | 'team'; id: string; name: string } | { covers: 'workspace' };

/** Stops agents, after saying what follows and asking why. */
export function StopDialog({ covered, onClose }: { covered: Covered; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const { busy, trouble, run } = useAct();
  const runs = useRunsOf(covered);
  const stop = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(async () => {
      await server.stop.create({ ...askedFor(covered), reason });
      await loadStops();
    });
    if (!done) return;
    onClose();
    toast({ text: says.done(what(covered.covers, 'name' in covered ? covered.name : '')) });
  };
  const title = covered.covers === 'workspace' ? says.title.workspace : says.title[covered.covers](covered.name);
  return (
    <Dialog open onClose={onClose} title={title} note={says.note[covered.covers]}>
      <form onSubmit={(event) => void stop(event)}>
        <p className="mb-4 font-medium">{says.runs(runs)}</p>
        <TextField
          label={says.reason}
          note={says.reasonNote}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          required
          autoFocus
        />
        <TroubleNote trouble={trouble} />
        <div className="mt-4 flex gap-2">
          <Button type="submit" look="primary" disabled={busy || reason.trim() === ''}>
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

const askedFor = (covered: Covered) =>
  covered.covers === 'workspace'
    ? ({ workspace: true } as const)
    : covered.covers === 'team'
      ? { team: covered.id }
      : { participant: covered.id };

/** How many runs of agents would end. */
function useRunsOf(covered: Covered): number {
  const items = useStore((state) => state.items);
  const people = useStore((state) => state.people);
  const teams = useStore((state) => state.teams);
  const isBelow = (team: string | null, top: string): boolean =>
    team !== null && (team === top || isBelow(teams.get(team)?.parent ?? null, top));
  const isCovered = (id: string) => {
    const one = people.get(id);
    if (one?.kind !== 'agent') return false;
    if (covered.covers === 'workspace') return true;
    return covered.covers === 'agent' ? id === covered.id : one.teams.some((team) => isBelow(team, covered.id));
  };
  return [...(items?.values() ?? [])].filter(
    ({ state, executor }) => state === 'active' && executor !== null && isCovered(executor),
  ).length;
}
