import type { Team } from 'coact';
import { useState } from 'react';
import { Person } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Link } from '../parts/link.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { loadPeople } from '../state/load.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { SelectField } from '../parts/field.tsx';

const says = words.people.team;

/** Who is in a team; its lead and admins take in and take out. */
export function Members({ team, may }: { team: Team; may: boolean }) {
  const people = useStore((state) => state.people);
  const { busy, trouble, run } = useAct();
  const everybody = [...people.values()].filter(({ status }) => status !== 'retired');
  const members = everybody.filter(({ teams }) => teams.includes(team.id));
  const others = everybody.filter(
    ({ teams, kind, role }) => !teams.includes(team.id) && !(kind === 'system' && role === 'admin'),
  );
  const change = (call: () => Promise<unknown>) => void run(() => call().then(loadPeople));
  return (
    <>
      {members.length === 0 && <p className="text-muted">{says.noMembers}</p>}
      <ul className="space-y-1">
        {members.map((one) => (
          <li key={one.id} className="flex min-h-8 items-center gap-3">
            <Link to={{ page: 'people', chosen: one.id }} className="min-w-0 flex-1 underline-offset-2 hover:underline">
              <Person id={one.id} as={words.people.kinds[one.kind]} />
            </Link>
            {may && (
              <Button
                look="quiet"
                disabled={busy}
                aria-label={says.removeMember(one.name)}
                onClick={() => change(() => server.team.removeMember({ id: team.id, participant: one.id }))}
              >
                {says.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may && others.length > 0 && (
        <AddMember
          key={members.length}
          others={others}
          busy={busy}
          onAdd={(participant) => change(() => server.team.addMember({ id: team.id, participant }))}
        />
      )}
      <TroubleNote trouble={trouble} />
    </>
  );
}

type Offered = { others: readonly { id: string; name: string }[]; busy: boolean; onAdd: (id: string) => void };

function AddMember({ others, busy, onAdd }: Offered) {
  const [chosen, setChosen] = useState('');
  return (
    <form
      className="mt-3 flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(chosen);
      }}
    >
      <div className="min-w-0 flex-1">
        <SelectField label={says.addMember} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{says.choose}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <Button type="submit" disabled={busy || chosen === ''}>
        {says.addMemberDo}
      </Button>
    </form>
  );
}
