import { Badge } from '../parts/badge.tsx';
import { Link } from '../parts/link.tsx';
import { words } from '../words/index.ts';
import type { TeamGroup } from './group-by-team.ts';
import type { Load } from './load-of.ts';

const says = words.people;
const indents = ['pl-4', 'pl-8', 'pl-12', 'pl-16'] as const;

/** The head of a team in the directory; it leads to the team's page. */
export function TeamHeading({
  group: { team, depth, members },
  loadOf,
  chosen,
}: {
  group: TeamGroup;
  loadOf: (id: string) => Load;
  chosen: boolean;
}) {
  const running = members.reduce((sum, { id }) => sum + loadOf(id).running.length, 0);
  return (
    <h2
      className={`relative flex min-h-(--row) items-center gap-2 border-b border-l-2 border-b-line pt-2 pr-4 pb-1 ${indents[Math.min(depth, 3)]} ${chosen ? 'border-l-accent bg-accent-soft' : 'border-l-transparent'}`}
    >
      {team ? (
        <>
          <Link
            to={{ page: 'people', chosen: team.id }}
            aria-current={chosen || undefined}
            className="min-w-0 truncate font-semibold underline-offset-2 after:absolute after:inset-0 hover:underline"
          >
            {team.name}
          </Link>
          <span className="key text-muted">{team.key}</span>
          {team.lead && <Badge id={team.lead} as={says.ledBy} />}
        </>
      ) : (
        <span className="min-w-0 font-semibold">{says.everyTeam}</span>
      )}
      <span className="ml-auto shrink-0 text-sm text-muted tabular-nums">
        {says.teamCount(members.length, running)}
      </span>
    </h2>
  );
}
