import { CoactError } from 'coact';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Link } from '../parts/link.tsx';
import { type Trouble, troubleOf } from '../state/server.ts';
import { words } from '../words/index.ts';

/** Why an item can't be shown. */
export type Why = 'unknown' | 'hidden' | 'gone' | Trouble;

/** There is no such item, or not for this reader; else what went wrong on the way. */
export function whyOf(error: unknown): Why {
  if (!(error instanceof CoactError)) return troubleOf(error);
  if (error.status === 404) return 'unknown';
  return error.status === 403 ? 'hidden' : troubleOf(error);
}

type Props = { itemKey: string; why: Why; onRetry: () => void };

/** The item cannot be shown: says why, and where to go instead. */
export function NoItem({ itemKey, why, onRetry }: Props) {
  const { message, hint } = said(itemKey, why);
  const link = 'text-accent underline underline-offset-2';
  return (
    <Empty title={message}>
      <p>{hint}</p>
      <p className="mt-4 flex flex-wrap items-center justify-center gap-x-4 gap-y-2">
        {typeof why !== 'string' && <Button onClick={onRetry}>{words.item.tryAgain}</Button>}
        {why === 'unknown' && (
          <Link to={{ page: 'search', chosen: null, query: { q: itemKey } }} className={link}>
            {words.item.searchFor(itemKey)}
          </Link>
        )}
        {why === 'gone' && (
          <Link to={{ page: 'ledger', chosen: null }} className={link}>
            {words.item.toLedger}
          </Link>
        )}
        <Link to={{ page: 'work', chosen: null }} className={link}>
          {words.item.toWork}
        </Link>
      </p>
    </Empty>
  );
}

function said(key: string, why: Why): Trouble {
  const { unknown, unknownNote, hidden, hiddenNote, gone, goneNote } = words.item;
  if (why === 'unknown') return { message: unknown(key), hint: unknownNote };
  if (why === 'hidden') return { message: hidden(key), hint: hiddenNote };
  return why === 'gone' ? { message: gone(key), hint: goneNote } : why;
}
