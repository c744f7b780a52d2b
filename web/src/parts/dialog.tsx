import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What the act leads to, under the title. */
  note?: string;
  children: ReactNode;
  wide?: boolean;
};

/** A sheet above the page that asks for something; escape and a click beside it close it, the focus goes back to where it was. */
export function Dialog({ open, onClose, title, note, children, wide = false }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(isOpen) => isOpen || onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.1_0.01_265/0.45)]" />
        <Base.Popup
          className={`fixed top-[8vh] left-1/2 z-40 max-h-[84vh] w-[min(calc(100vw-2rem),var(--w))] -translate-x-1/2 overflow-y-auto rounded-lg border border-line bg-sheet p-5 text-ink outline-none ${wide ? '[--w:44rem]' : '[--w:30rem]'}`}
        >
          <Base.Title className="text-lg font-semibold">{title}</Base.Title>
          {note && <Base.Description className="mt-1 text-muted">{note}</Base.Description>}
          <div className="mt-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
