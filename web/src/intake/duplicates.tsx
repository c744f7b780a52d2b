import type { ItemSummary } from 'coact';
import { Button } from '../parts/button.tsx';
import { percent } from '../parts/format.ts';
import { ItemLink } from '../parts/item-link.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { likeness, questionFor } from './likeness.ts';
import type { Other } from './merge-dialog.tsx';

/** Below, two titles share a word by chance. */
const ALIKE = 0.25;
const MOST = 5;

type DuplicatesProps = { item: ItemSummary; mayMerge: boolean; onMerge: (other: Other) => void };

/** Work that may say the same already, the most alike first. */
export function Duplicates({ item, mayMerge, onMerge }: DuplicatesProps) {
  const { noDuplicates, alike, mergeInto } = words.intake;
  const q = questionFor(item.title);
  const { answer } = useQuery(`alike.${item.id}.${q}`, async () => ({
    to: item.id,
    items: q ? await foundFor(q) : [],
  }));
  if (answer?.to !== item.id) return <p className="h-6" aria-busy="true" />;
  const found = mostAlike(item, answer.items);
  if (found.length === 0) return <p className="text-muted">{noDuplicates}</p>;
  return (
    <ul>
      {found.map(({ other, share }) => (
        <li key={other.id} className="flex flex-wrap items-center gap-x-3 border-b border-line py-1.5 last:border-0">
          <span className="w-24 shrink-0">
            <StateMark state={other.state} />
          </span>
          <span className="min-w-40 flex-1">
            <ItemLink itemKey={other.key}>{other.title}</ItemLink>
            <span className="block text-sm text-muted">{alike(percent(share))}</span>
          </span>
          {mayMerge && (
            <Button look="quiet" className="text-sm" onClick={() => onMerge(other)}>
              {mergeInto(other.key)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

async function foundFor(q: string): Promise<ItemSummary[]> {
  const { items } = await server.search.query({ q, limit: 30 });
  return items.flatMap(({ kind, item }) => (kind === 'item' && item ? [item] : []));
}

const mostAlike = (item: ItemSummary, found: readonly ItemSummary[]) =>
  found
    .filter(({ id, state }) => id !== item.id && state !== 'cancelled')
    .map((other) => ({ other, share: likeness(item.title, other.title) }))
    .filter(({ share }) => share >= ALIKE)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST);
