import type { ReactNode } from 'react';
import type { Paged } from '../state/use-paged.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { TroubleNote } from './trouble-note.tsx';

type Props<Row> = {
  paged: Paged<Row>;
  label: string;
  says: { nothing: string; nothingNote: string; more: string };
  children: (row: Row) => ReactNode;
};

/** A list that is read page by page, with what to say when nothing is in it. */
export function PagedList<Row>({ paged: { rows, trouble, more }, label, says, children }: Props<Row>) {
  return (
    <>
      <TroubleNote trouble={trouble} />
      {rows?.length === 0 && <Empty title={says.nothing}>{says.nothingNote}</Empty>}
      <ol aria-label={label} className="min-h-0 flex-1 overflow-y-auto">
        {rows?.map(children)}
        {more && (
          <li className="p-3 md:px-6">
            <Button onClick={more}>{says.more}</Button>
          </li>
        )}
      </ol>
    </>
  );
}
