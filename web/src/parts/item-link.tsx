import { go, pathOf } from '../state/route.ts';

/** An item's key; it leads to the item. */
export function ItemLink({ itemKey, children }: { itemKey: string; children?: React.ReactNode }) {
  const route = { page: 'items', chosen: itemKey } as const;
  return (
    <a
      href={pathOf(route)}
      className="min-w-0 underline-offset-2 hover:underline"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        go(route);
      }}
    >
      <span className="key text-accent">{itemKey}</span> {children}
    </a>
  );
}
