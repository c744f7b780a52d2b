import type { Participant, Stop, Team } from 'coact';
import { useState } from 'react';
import { type Covered, StopDialog } from '../authority/stop-dialog.tsx';
import { StopRow } from '../authority/stop-row.tsx';
import { Button } from '../parts/button.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';

const says = words.authority.stops;

/** Stops one agent, or those of a team; for admins and for whoever answers for them. */
export function StopControl({ covered, answers }: { covered: Covered; answers: string | null }) {
  const [stopping, setStopping] = useState(false);
  const may = useStore(({ me }) => me?.kind === 'human' && (me.role === 'admin' || me.id === answers));
  if (!may) return null;
  const text = { agent: says.stopOne, team: says.stopTeam, workspace: says.stopAll }[covered.covers];
  return (
    <>
      <Button onClick={() => setStopping(true)}>
        <StopSign />
        {text}
      </Button>
      {stopping && <StopDialog covered={covered} onClose={() => setStopping(false)} />}
    </>
  );
}

export const StopSign = () => (
  <svg
    viewBox="0 0 16 16"
    aria-hidden="true"
    className="size-4 shrink-0 fill-none stroke-current stroke-[1.6] text-fail"
  >
    <path d="M5.500 2h5L14 5.500v5L10.500 14h-5L2 10.500v-5zM5.500 8h5" />
  </svg>
);

/** The stops that keep an agent, or the agents of a team, from doing anything. */
export function StoppedBy({ stops }: { stops: readonly Stop[] }) {
  if (stops.length === 0) return null;
  return (
    <section aria-label={says.stoppedNow} className="mt-4 rounded-md border border-warn px-3">
      <ul className="divide-y divide-line">
        {stops.map((stop) => (
          <StopRow key={stop.id} stop={stop} />
        ))}
      </ul>
    </section>
  );
}

/** The stops in force that cover an agent: its own, those of its teams and of the teams above them, or of all. */
export function useStopsOf({ id, kind, teams: own }: Pick<Participant, 'id' | 'kind' | 'teams'>): Stop[] {
  const stops = useStore((state) => state.stops);
  const teams = useStore((state) => state.teams);
  if (kind !== 'agent') return [];
  return stops.filter(
    ({ covers, participant, team }) =>
      covers === 'workspace' || participant === id || own.some((one) => isWithin(teams, one, team)),
  );
}

/** Of a team: those that were made for it, for a team above it, or for all. */
export function useStopsOfTeam({ id }: Team): Stop[] {
  const stops = useStore((state) => state.stops);
  const teams = useStore((state) => state.teams);
  return stops.filter(({ covers, team }) => covers === 'workspace' || isWithin(teams, id, team));
}

function isWithin(teams: ReadonlyMap<string, Team>, inner: string, outer: string | null): boolean {
  if (outer === null) return false;
  for (let one: string | null = inner; one; one = teams.get(one)?.parent ?? null) if (one === outer) return true;
  return false;
}
