import type { Request } from 'coact';
import { ItemLink } from '../parts/item-link.tsx';
import { Age } from '../parts/time.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';

/** What waits for somebody, the longest waiting first. */
export function WaitsFor({ requests }: { requests: readonly Request[] }) {
  const oldestFirst = requests.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
  return (
    <ul className="space-y-1.5">
      {oldestFirst.map((request) => (
        <Waiting key={request.id} request={request} />
      ))}
    </ul>
  );
}

function Waiting({ request: { kind, item, body, createdAt } }: { request: Request }) {
  const about = useStore(({ items }) => (item ? items?.get(item) : undefined));
  const text = typeof body['text'] === 'string' ? body['text'] : about?.title;
  return (
    <li className="flex items-baseline gap-3">
      <span className="shrink-0 text-sm text-muted">{words.common.kinds[kind]}</span>
      <span className="min-w-0 flex-1 truncate leading-6 *:inline-block *:max-w-full *:truncate *:align-bottom">
        {about ? <ItemLink itemKey={about.key}>{text}</ItemLink> : text}
      </span>
      <span className="text-sm text-muted">
        <Age at={createdAt} />
      </span>
    </li>
  );
}
