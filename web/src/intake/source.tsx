import type { ItemSummary } from 'coact';
import { Badge, useName } from '../parts/badge.tsx';
import { When } from '../parts/time.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';

/** Who sent a draft, and when. A draft's sender never changes, so that it is asked for once. */
export function Source({ item }: { item: ItemSummary }) {
  const { answer } = useQuery(item.id, () => senderOf(item.id));
  const name = useName(answer);
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-sm text-muted">
      {answer && <Badge id={answer} as={words.intake.sentBy} />}
      <span className="min-w-0 truncate">
        {answer && `${name} · `}
        <When at={item.createdAt} />
      </span>
    </span>
  );
}

const senders = new Map<string, Promise<string>>();

function senderOf(id: string): Promise<string> {
  const known = senders.get(id);
  if (known) return known;
  const asked = server.item.get({ id }).then(({ createdBy }) => createdBy);
  asked.catch(() => senders.delete(id));
  senders.set(id, asked);
  return asked;
}
