import type { Participant } from 'coact';
import type { ReactNode } from 'react';
import { Person } from '../parts/badge.tsx';
import { exactly } from '../parts/format.ts';
import { Link } from '../parts/link.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';

const says = words.people;
/** Of those whom somebody answers for; the directory has all. */
const SHOWN = 12;

/** What is known of somebody. What is not said is left out, except where its absence means something. */
export function PersonFacts({ one }: { one: Participant }) {
  const { facts } = says;
  return (
    <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
      {one.sponsor && (
        <Fact title={says.sponsoredBy}>
          <Link to={{ page: 'people', chosen: one.sponsor }} className="underline-offset-2 hover:underline">
            <Person id={one.sponsor} as={says.sponsoredBy} />
          </Link>
        </Fact>
      )}
      {one.email && <Fact title={facts.email}>{one.email}</Fact>}
      {one.skills.length > 0 ? (
        <Fact title={facts.skills}>{one.skills.join(', ')}</Fact>
      ) : (
        one.kind === 'agent' && <Fact title={facts.skills}>{facts.noSkills}</Fact>
      )}
      <Fact title={facts.teams}>
        <Teams ids={one.teams} />
      </Fact>
      {(one.kind === 'agent' || one.wipLimit !== null) && (
        <Fact title={facts.wipLimit}>{one.wipLimit === null ? facts.noWipLimit : facts.wipLimitOf(one.wipLimit)}</Fact>
      )}
      {one.kind === 'human' && <AnswersFor id={one.id} />}
      {one.origin && <Fact title={facts.origin}>{one.origin}</Fact>}
      <Fact title={facts.since}>
        <time dateTime={one.createdAt}>{exactly(one.createdAt)}</time>
      </Fact>
    </dl>
  );
}

function Teams({ ids }: { ids: readonly string[] }) {
  const teams = useStore((state) => state.teams);
  if (ids.length === 0) return <>{says.facts.noTeams}</>;
  return (
    <ul className="flex flex-wrap gap-x-3">
      {ids.map((id) => (
        <li key={id}>
          <Link to={{ page: 'people', chosen: id }} className="text-accent underline-offset-2 hover:underline">
            {teams.get(id)?.name ?? id}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The agents and systems that a person is the sponsor of. */
function AnswersFor({ id }: { id: string }) {
  const people = useStore((state) => state.people);
  const all = [...people.values()].filter((one) => one.sponsor === id && one.status !== 'retired');
  if (all.length === 0) return null;
  const active = all.filter(({ status }) => status === 'active');
  const shown = active.slice(0, SHOWN);
  return (
    <Fact title={says.facts.answersFor}>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {shown.map((one) => (
          <li key={one.id} className="min-w-0">
            <Link to={{ page: 'people', chosen: one.id }} className="underline-offset-2 hover:underline">
              <Person id={one.id} as={says.kinds[one.kind]} />
            </Link>
          </li>
        ))}
      </ul>
      {all.length > shown.length && (
        <p className="text-muted">
          {says.facts.moreSponsored(active.length - shown.length, all.length - active.length)}
        </p>
      )}
    </Fact>
  );
}

const Fact = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <dt className="text-muted">{title}</dt>
    <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
  </>
);
