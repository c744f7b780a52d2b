import { Empty } from '../parts/empty.tsx';
import { words } from '../words/index.ts';
import type { TeamGroup } from './group-by-team.ts';
import type { Load } from './load-of.ts';
import { PersonRow } from './person-row.tsx';
import { TeamHeading } from './team-heading.tsx';

/** Everybody, by team; teams stand below the team that they are a part of. */
export function Directory({
  groups,
  loadOf,
  chosen,
}: {
  groups: readonly TeamGroup[];
  loadOf: (id: string) => Load;
  chosen: string | null;
}) {
  if (groups.length === 0) return <Empty title={words.people.nothingFound}>{words.people.nothingFoundNote}</Empty>;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {groups.map((group) => (
        <section key={group.team?.id ?? ''}>
          <TeamHeading group={group} loadOf={loadOf} chosen={group.team !== null && group.team.id === chosen} />
          {group.members.length === 0 && (
            <p className="border-b border-line px-4 py-1.5 text-sm text-muted">{words.people.nobodyIn}</p>
          )}
          <ul>
            {group.members.map((one) => (
              <PersonRow key={one.id} one={one} load={loadOf(one.id)} depth={group.depth} chosen={one.id === chosen} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
