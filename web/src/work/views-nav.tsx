import { Link } from '../parts/link.tsx';
import { count } from '../parts/format.ts';
import { words } from '../words/index.ts';
import { type KnownView, queryOf } from './look.ts';
import { ViewMenu } from './view-menu.tsx';

type ViewsNavProps = { views: readonly KnownView[]; view: KnownView; counts: ReadonlyMap<string, number> };

/** The ways to look at the work: those that everybody has, mine, and those shared with me. */
export function ViewsNav({ views, view, counts }: ViewsNavProps) {
  return (
    <nav aria-label={words.work.viewList} className="w-44 shrink-0 overflow-y-auto border-r border-line p-2">
      <ul className="space-y-0.5">
        {views.map((one, index) => (
          <li
            key={one.id}
            className={`group flex items-center gap-1 rounded-md ${one.id === view.id ? 'bg-hover font-medium' : 'text-muted hover:bg-hover hover:text-ink'} ${!one.isBuiltIn && views[index - 1]?.isBuiltIn ? 'mt-3' : ''}`}
          >
            <Link
              to={{ page: 'work', chosen: null, query: queryOf(one, one) }}
              aria-current={one.id === view.id ? 'true' : undefined}
              className="flex min-h-8 min-w-0 flex-1 items-center gap-2 px-2"
            >
              <span className="min-w-0 flex-1 truncate">{one.name}</span>
              <span className="text-sm font-normal text-muted tabular-nums">{count(counts.get(one.id) ?? 0)}</span>
            </Link>
            {one.view && <ViewMenu saved={one.view} />}
          </li>
        ))}
      </ul>
    </nav>
  );
}
