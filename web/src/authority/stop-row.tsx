import type { Stop } from 'coact';
import { Badge, Person, useName } from '../parts/badge.tsx';
import { Ago } from '../parts/time.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { LiftStop, useCovered } from './lift-stop.tsx';

const says = words.authority.stops;

/** One stop: whom it covers, why, who made it and when, and how it is lifted or was. */
export function StopRow({ stop }: { stop: Stop }) {
  const covered = useCovered(stop);
  const may = useMayLift(stop);
  const { participant, reason, by, since, ended, lifted } = stop;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere]">
        <p className="flex items-center gap-2 font-medium">
          {participant && <Badge id={participant} as={words.people.kinds.agent} />}
          {participant ? covered : words.common.sentence(covered)}
        </p>
        <p>{reason}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm text-muted">
          <Person id={by} as={says.by} />
          <Ago at={since} />
          <span>{`· ${says.ended(ended.length)}`}</span>
        </p>
        {lifted && <Lifted lifted={lifted} />}
      </div>
      {!lifted && may && <LiftStop stop={stop} />}
    </li>
  );
}

function Lifted({ lifted: { by, at, reason } }: { lifted: NonNullable<Stop['lifted']> }) {
  const name = useName(by);
  return (
    <p className="mt-0.5 text-sm text-muted">
      {words.common.sentence(says.liftedBy)} {words.common.inside(name)} <Ago at={at} />
      {reason && `: ${reason}`}
    </p>
  );
}

/** Admins, and whoever answers for those that are stopped; the server has the last word. */
const useMayLift = ({ participant, team }: Stop): boolean =>
  useStore(({ me, people, teams }) => {
    if (!me || me.kind !== 'human') return false;
    if (me.role === 'admin') return true;
    if (participant) return people.get(participant)?.sponsor === me.id;
    return team !== null && teams.get(team)?.lead === me.id;
  });
