import type { ItemSummary } from 'coact';
import { ItemLink } from '../parts/item-link.tsx';
import { Link } from '../parts/link.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { words } from '../words/index.ts';

const SHOWN = 8;

/** The most urgent of somebody's open items, and the way to all of them. */
export function OpenItems({ items, filter }: { items: readonly ItemSummary[]; filter: string }) {
  const urgent = items.toSorted(
    (a, b) => (a.priority ?? 9) - (b.priority ?? 9) || a.createdAt.localeCompare(b.createdAt),
  );
  return (
    <>
      <ul className="space-y-1">
        {urgent.slice(0, SHOWN).map((item) => (
          <li key={item.id} className="flex min-h-6 items-center gap-3">
            <span className="min-w-0 flex-1 truncate leading-6 *:inline-block *:max-w-full *:truncate *:align-bottom">
              <ItemLink itemKey={item.key}>{item.title}</ItemLink>
            </span>
            <span className="shrink-0 text-sm text-muted">
              <StateMark state={item.state} />
            </span>
          </li>
        ))}
      </ul>
      {items.length > SHOWN && (
        <p className="mt-2">
          <Link
            to={{ page: 'work', chosen: null, query: { layout: 'list', filter } }}
            className="text-accent underline-offset-2 hover:underline"
          >
            {words.people.allOwned(items.length)}
          </Link>
        </p>
      )}
    </>
  );
}
