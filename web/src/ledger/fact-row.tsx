import type { FeedEntry } from 'coact';
import { isKind } from '../item/kinds-in.ts';
import { Badge, useName } from '../parts/badge.tsx';
import { count } from '../parts/format.ts';
import { Link } from '../parts/link.tsx';
import { When } from '../parts/time.tsx';
import { words } from '../words/index.ts';

const { authorityWord, eventWord } = words.common;

type FactProps = { fact: FeedEntry; chosen: boolean; query: Readonly<Record<string, string>> };

/** One fact in words: who did what, to what, on whose behalf and by what right. */
export function FactRow({ fact, chosen, query }: FactProps) {
  const { id, position, actor, at } = fact;
  return (
    <li className="border-b border-line">
      <Link
        to={{ page: 'ledger', chosen: id, query }}
        aria-current={chosen || undefined}
        className={`flex min-h-(--row) items-center gap-2.5 border-l-2 px-3 py-1 -outline-offset-2 md:px-6 ${chosen ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-hover'}`}
      >
        <Badge id={actor.kind === 'system' ? null : actor.id} as={words.ledger.who} />
        <span className="min-w-0 flex-1">
          <FactWords fact={fact} /> <FactRight fact={fact} />
        </span>
        <span className="shrink-0 text-right text-sm text-muted">
          <When at={at} />
        </span>
        <span
          className="key w-14 shrink-0 text-right text-muted max-md:hidden"
          title={words.ledger.place(count(position))}
        >
          {position}
        </span>
      </Link>
    </li>
  );
}

/** "Ana said it is ready OPS-12". */
export function FactWords({ fact: { actor, type, item, data } }: { fact: FeedEntry }) {
  const { kind } = data;
  const name = useName(actor.kind === 'system' ? null : actor.id);
  return (
    <>
      {name} {eventWord(type, isKind(kind) ? kind : undefined)} {item && <span className="key">{item.key}</span>}
    </>
  );
}

/** "as executor, on behalf of you": beside the fact where there is room, else on a line below. */
function FactRight({ fact: { authority, onBehalfOf } }: { fact: FeedEntry }) {
  const sponsor = useName(onBehalfOf[0] ?? null);
  const right = authorityWord(authority);
  const said = [right, onBehalfOf.length > 0 && words.ledger.onBehalf(words.common.inside(sponsor))].filter(Boolean);
  if (said.length === 0) return null;
  return <span className="text-sm text-muted @max-3xl:block">{said.join(', ')}</span>;
}
