import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { Link } from '../parts/link.tsx';
import { toast } from '../parts/toast.ts';
import { go, useRoute } from '../state/route.ts';
import { words } from '../words/index.ts';

type Props = { itemKey: string; pane: boolean; children?: ReactNode };

/** The item's key, what may be done, and the way out; it stays in sight. */
export function ItemBar({ itemKey, pane, children }: Props) {
  const { page, query } = useRoute();
  const { tab = '', ...work } = query;
  const close = () => go({ page: pane ? page : 'work', chosen: null, query: work });
  const copy = () => void navigator.clipboard?.writeText(itemKey).then(() => toast({ text: words.item.copied }));
  return (
    <div className="flex min-h-12 shrink-0 items-center gap-1.5 border-b border-line px-4 @2xl:px-8">
      <button
        type="button"
        title={words.item.copyKey}
        aria-label={words.item.copyKeyOf(itemKey)}
        onClick={copy}
        className="key -ml-1.5 min-h-6 rounded px-1.5 hover:bg-hover"
      >
        {itemKey}
      </button>
      <span className="flex-1" />
      {children}
      {pane && (
        <Link
          to={{ page: 'items', chosen: itemKey, query: { tab } }}
          aria-label={words.item.fullPage}
          title={words.item.fullPage}
          className="grid size-8 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink max-lg:hidden"
        >
          <span aria-hidden="true">⤢</span>
        </Link>
      )}
      <Button
        look="quiet"
        className="-mr-2 px-2"
        aria-label={pane ? words.item.closePane : words.item.backToWork}
        onClick={close}
      >
        <span aria-hidden="true">✕</span>
      </Button>
    </div>
  );
}
