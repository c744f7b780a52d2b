import type { Event } from 'coact';
import { Link } from '../parts/link.tsx';
import { Ago } from '../parts/time.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { Part } from './part.tsx';

const says = words.authority.refused;
const FEW = 5;

/** What an agent tried and may not: what it was, why, and when. */
export function Refused({ id }: { id: string }) {
  const attempts = useStore((state) => state.attempts);
  const { answer } = useQuery(`${id}.${attempts}`, () =>
    server.event.list({ actor: id, type: 'act.', order: 'newest', limit: FEW }),
  );
  if (!answer || answer.items.length === 0) return null;
  return (
    <Part title={says.title} note={says.note}>
      <ul className="space-y-1">
        {answer.items.map((event) => (
          <li key={event.id} className="flex flex-wrap items-baseline gap-x-2">
            <Attempt event={event} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Attempt({ event: { id, type, data, item, at } }: { event: Event }) {
  const { operation, code, times } = data;
  const said =
    type === 'act.refused_more'
      ? says.more(Number(times))
      : `${words.common.sentence(says.act(String(operation)))}: ${says.codes[String(code)] ?? String(code)}`;
  return (
    <>
      <span className="min-w-0 [overflow-wrap:anywhere]">{said}</span>
      {item && (
        <Link to={{ page: 'items', chosen: item.key }} className="key text-accent underline-offset-2 hover:underline">
          {item.key}
        </Link>
      )}
      <Link to={{ page: 'ledger', chosen: id }} className="text-sm text-muted underline-offset-2 hover:underline">
        <Ago at={at} />
      </Link>
    </>
  );
}
