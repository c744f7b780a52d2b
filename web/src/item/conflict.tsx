import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { words } from '../words/index.ts';
import type { Edit } from './use-field.ts';

type Props<Value> = {
  edit: Edit<Value>;
  show: (value: Value) => ReactNode;
  empty: string;
  onSettled?: () => void;
};

/** Two people wrote the same field: both texts beside each other, and the reader says which shall stand. Nothing is lost before. */
export function Conflict<Value>({ edit, show, empty, onSettled = () => {} }: Props<Value>) {
  const { theirs, value, busy, drop, insist } = edit;
  const settle = (isSettled: boolean) => isSettled && onSettled();
  return (
    <div role="alert">
      {theirs && (
        <div className="mt-3 max-w-[44rem] rounded-md border border-warn p-3">
          <p className="font-medium text-warn">{words.item.conflict}</p>
          <div className="mt-2 grid gap-4 @xl:grid-cols-2">
            <Side title={words.item.theirs} shown={show(theirs.value)} empty={empty}>
              <Button
                disabled={busy}
                onClick={() => {
                  drop();
                  onSettled();
                }}
              >
                {words.item.keepTheirs}
              </Button>
            </Side>
            <Side title={words.item.mine} shown={show(value)} empty={empty}>
              <Button disabled={busy} onClick={() => void insist().then(settle)}>
                {words.item.keepMine}
              </Button>
            </Side>
          </div>
        </div>
      )}
    </div>
  );
}

function Side({
  title,
  shown,
  empty,
  children,
}: {
  title: string;
  shown: ReactNode;
  empty: string;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <h4 className="text-sm text-muted">{title}</h4>
      <div className="max-h-60 flex-1 overflow-y-auto">{shown ?? <p className="text-muted">{empty}</p>}</div>
      <p>{children}</p>
    </section>
  );
}
