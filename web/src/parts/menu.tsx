import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import { Key } from './button.tsx';

export type MenuItem = {
  text: string;
  /** Why it can't be chosen, or what follows from it. */
  note?: string;
  /** The key that does the same. */
  hint?: string;
  disabled?: boolean;
  onChoose: () => void;
};

/** Acts behind a control. `trigger` is the control itself; `label` says to those who hear the page what the menu is about. */
export function Menu({ trigger, label, items }: { trigger: ReactElement; label: string; items: readonly MenuItem[] }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="end" className="z-50">
          <Base.Popup
            aria-label={label}
            className="max-h-[60vh] min-w-48 overflow-y-auto rounded-lg border border-line bg-sheet p-1 text-ink shadow-lg outline-none"
          >
            {items.map((item) => (
              <Entry key={item.text} item={item} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Entry({ item: { text, note, hint, disabled = false, onChoose } }: { item: MenuItem }) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onChoose}
      className="flex min-h-8 cursor-default items-center gap-3 rounded-md px-2.5 py-1 -outline-offset-2 data-disabled:text-muted data-highlighted:bg-hover max-md:min-h-10"
    >
      <span className="min-w-0 flex-1">
        {text}
        {note && <span className="block max-w-64 text-sm text-muted">{note}</span>}
      </span>
      {hint && <Key>{hint}</Key>}
    </Base.Item>
  );
}
