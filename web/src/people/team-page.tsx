import type { Team } from 'coact';
import { useState } from 'react';
import { Person } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Link } from '../parts/link.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { Budgets } from './budgets.tsx';
import { useMayChangeTeam } from './may.ts';
import { Members } from './members.tsx';
import { Part } from './part.tsx';
import { BackToPeople } from './person-page.tsx';
import { StopControl, StoppedBy, useStopsOfTeam } from './stop-control.tsx';
import { TeamForm } from './team-form.tsx';

const says = words.people;

/** A team's page: its lead, its place among the teams, its members and how much it has in work. */
export function TeamPage({ team }: { team: Team }) {
  const [editing, setEditing] = useState(false);
  const may = useMayChangeTeam(team);
  const stops = useStopsOfTeam(team);
  const parent = useStore(({ teams }) => (team.parent ? teams.get(team.parent) : undefined));
  const teams = useStore((state) => state.teams);
  const parts = [...teams.values()].filter((one) => one.parent === team.id);
  return (
    <article className="px-4 py-4 md:px-6 md:py-5">
      <BackToPeople />
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="flex min-w-40 flex-1 items-baseline gap-3">
          <h2 className="min-w-0 text-lg font-semibold">{team.name}</h2>
          <span className="key text-muted">{team.key}</span>
        </span>
        <span className="flex flex-wrap gap-2">
          {may && (
            <Button data-key="e" hint="e" onClick={() => setEditing(true)}>
              {says.team.edit}
            </Button>
          )}
          <StopControl covered={{ covers: 'team', id: team.id, name: team.name }} answers={team.lead} />
        </span>
      </header>
      <StoppedBy stops={stops} />
      <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
        <dt className="text-muted">{says.team.lead}</dt>
        <dd>{team.lead ? <Person id={team.lead} as={says.ledBy} /> : says.team.noLead}</dd>
        {parent && (
          <>
            <dt className="text-muted">{says.team.parent}</dt>
            <dd>
              <TeamLink team={parent} />
            </dd>
          </>
        )}
        <dt className="text-muted">{says.team.work}</dt>
        <dd>
          <Work team={team} />
        </dd>
      </dl>
      {parts.length > 0 && (
        <Part title={says.sections.parts}>
          <ul className="space-y-1">
            {parts.map((one) => (
              <li key={one.id}>
                <TeamLink team={one} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Budgets holder={{ of: 'team', id: team.id, name: team.name }} may={may} live="" />
      <Part title={says.sections.members}>
        <Members team={team} may={may} />
      </Part>
      {editing && <TeamForm team={team} onClose={() => setEditing(false)} />}
    </article>
  );
}

const TeamLink = ({ team: { id, name } }: { team: Team }) => (
  <Link to={{ page: 'people', chosen: id }} className="text-accent underline-offset-2 hover:underline">
    {name}
  </Link>
);

function Work({ team }: { team: Team }) {
  const items = useStore((state) => state.items);
  const people = useStore((state) => state.people);
  const open = [...(items?.values() ?? [])].filter(
    (item) => item.team === team.id && item.state !== 'done' && item.state !== 'cancelled',
  );
  const running = open.filter(({ state }) => state === 'active').length;
  const limits = [...people.values()]
    .filter(({ teams, status }) => status === 'active' && teams.includes(team.id))
    .map(({ wipLimit }) => wipLimit);
  const sum = limits.reduce<number | null>((all, one) => (all === null || one === null ? null : all + one), 0);
  return (
    <>
      <Link
        to={{ page: 'work', chosen: null, query: { filter: `team:${team.key}` } }}
        className="text-accent underline underline-offset-2"
      >
        {says.team.open(open.length)}
      </Link>
      {`, ${says.team.inWork(running)}`}
      {sum !== null && limits.length > 0 && `; ${says.team.limits(sum)}`}
    </>
  );
}
