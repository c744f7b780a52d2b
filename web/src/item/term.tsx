import type { ReactNode } from 'react';
import { TroubleNote } from '../parts/trouble-note.tsx';
import type { Trouble } from '../state/server.ts';

type Props = {
  name: string;
  title: string;
  children: ReactNode;
  trouble?: Trouble | null;
  /** What stands under it, such as two texts in conflict. */
  under?: ReactNode;
};

/** One line of the terms: what it is, and its value or control. */
export function Term({ name, title, children, trouble = null, under }: Props) {
  return (
    <div
      data-field={name}
      className="grid scroll-mt-16 grid-cols-[7rem_minmax(0,1fr)] content-center items-baseline gap-x-2 max-md:py-0.5 min-h-[max(var(--row),32px)]"
    >
      <dt className="text-muted">{title}</dt>
      <dd className="min-w-0">{children}</dd>
      <dd className="col-span-2 empty:hidden">
        {under}
        {trouble && <TroubleNote trouble={trouble} />}
      </dd>
    </div>
  );
}

/** A control that reads like text until somebody comes near; its words begin where plain ones do. */
export const quietControl =
  'max-w-full min-h-7 rounded-md border border-transparent bg-transparent px-1.5 -ml-[calc(0.375rem+1px)] text-left hover:border-edge hover:bg-sheet focus-visible:border-edge disabled:opacity-60 max-md:min-h-10 max-md:border-edge max-md:text-[16px]';
