import { useMemo, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Menu } from '../parts/menu.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { type Adding, AddDialogs } from './add-dialogs.tsx';
import { Directory } from './directory.tsx';
import { findPeople } from './find-people.ts';
import { groupByTeam } from './group-by-team.ts';
import { useIsAdmin, useMay } from './may.ts';
import { BackToPeople, PersonPage } from './person-page.tsx';
import { StopControl } from './stop-control.tsx';
import { TeamPage } from './team-page.tsx';
import { useLoads } from './use-loads.ts';
import { usePeopleKeys } from './use-people-keys.ts';

const says = words.people;

/** The directory of people, agents, systems and teams, and beside it the page of the chosen one. */
export function People({ chosen }: { chosen: string | null }) {
  const [text, setText] = useState('');
  const [retired, setRetired] = useState(false);
  const [adding, setAdding] = useState<Adding | null>(null);
  const loadOf = useLoads();
  const groups = useGroups(text, retired);
  const search = useRef<HTMLInputElement>(null);
  const detail = useRef<HTMLElement>(null);
  const offers = useOffers(setAdding);
  const ids = groups.flatMap(({ team, members }) => [...(team ? [team.id] : []), ...members.map(({ id }) => id)]);
  const acts = Object.fromEntries(offers.map(({ hint, onChoose }) => [hint, onChoose]));
  usePeopleKeys({ ids, chosen, search, detail, acts });
  return (
    <main className="flex min-h-0 min-w-0 flex-1">
      <section
        aria-labelledby="people"
        className={`@container flex min-h-0 min-w-0 flex-1 flex-col ${chosen ? 'max-lg:hidden' : ''}`}
      >
        <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2">
          <h1 id="people" className="font-semibold">
            {says.title}
          </h1>
          <input
            ref={search}
            type="search"
            value={text}
            aria-label={says.filter}
            placeholder={says.filter}
            onChange={(event) => setText(event.target.value)}
            className="min-h-8 w-44 min-w-0 rounded-md @3xl:w-72 border border-edge bg-sheet px-2.5 placeholder:text-muted max-md:min-h-10 max-md:w-full max-md:text-[16px]"
          />
          <label className="flex min-h-6 items-center gap-2 text-sm text-muted">
            <input type="checkbox" checked={retired} onChange={() => setRetired(!retired)} className="accent-accent" />
            {says.showRetired}
          </label>
          <span className="ml-auto">
            <StopControl covered={{ covers: 'workspace' }} answers={null} />
          </span>
          {offers.length > 0 && (
            <span>
              <Menu label={says.add} trigger={<Button look="primary">{says.add}</Button>} items={offers} />
            </span>
          )}
        </header>
        <Directory groups={groups} loadOf={loadOf} chosen={chosen} />
      </section>
      <section
        ref={detail}
        aria-label={says.chosen}
        className={`min-w-0 overflow-y-auto border-line bg-sheet max-lg:flex-1 lg:w-[27rem] lg:border-l 2xl:w-[34rem] ${chosen ? '' : 'hidden'}`}
      >
        {chosen && <Chosen key={chosen} id={chosen} />}
      </section>
      <AddDialogs adding={adding} onClose={() => setAdding(null)} />
    </main>
  );
}

function Chosen({ id }: { id: string }) {
  const one = useStore(({ people }) => people.get(id));
  const team = useStore(({ teams }) => teams.get(id));
  const isRead = useStore(({ people }) => people.size > 0);
  if (one) return <PersonPage one={one} />;
  if (team) return <TeamPage team={team} />;
  if (!isRead) return null;
  return (
    <>
      <BackToPeople />
      <Empty title={says.unknown}>{says.unknownNote}</Empty>
    </>
  );
}

function useGroups(text: string, retired: boolean) {
  const people = useStore((state) => state.people);
  const teams = useStore((state) => state.teams);
  return useMemo(() => {
    const found = findPeople(people.values(), { text, retired, teams });
    const groups = groupByTeam(found, teams);
    // While something is looked for, a team without anybody found would only stand in the way.
    return text.trim() ? groups.filter(({ members }) => members.length > 0) : groups;
  }, [people, teams, text, retired]);
}

/** What the reader may add, each with its key. */
function useOffers(add: (adding: Adding) => void) {
  const admin = useIsAdmin();
  const member = useMay('participant.create');
  return [
    ...(member ? [{ text: says.addAgent, hint: 'a', onChoose: () => add('agent') }] : []),
    ...(admin ? [{ text: says.addPerson, hint: 'p', onChoose: () => add('human') }] : []),
    ...(member ? [{ text: says.addSystem, hint: '', onChoose: () => add('system') }] : []),
    ...(admin ? [{ text: says.addTeam, hint: 't', onChoose: () => add('team') }] : []),
  ];
}
