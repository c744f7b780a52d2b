import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { percent } from '../parts/format.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { Ago } from '../parts/time.tsx';

const PAGE = 20;
const MOST = 200;

/** What the executor of a run said they do, the newest first. */
export function Activities({ run }: { run: string }) {
  const [limit, setLimit] = useState(PAGE);
  const changes = useStore((state) => state.openedChanges);
  const { answer, trouble } = useQuery(`${run}.${limit}.${changes}`, () => server.run.activities({ id: run, limit }));
  if (!answer) return <TroubleNote trouble={trouble} />;
  if (answer.items.length === 0) return <p className="text-muted">{words.item.noActivity}</p>;
  return (
    <>
      <ol className="space-y-1.5">
        {answer.items.map(({ at, activity, progress }) => (
          <li key={at + activity} className="grid grid-cols-[5.5rem_minmax(0,1fr)_3rem] gap-x-2">
            <span className="text-sm text-muted">
              <Ago at={at} />
            </span>
            <span className="prose">{activity}</span>
            <span className="text-right text-sm text-muted tabular-nums">{progress !== null && percent(progress)}</span>
          </li>
        ))}
      </ol>
      {answer.next && limit < MOST && (
        <Button look="quiet" className="mt-1 -ml-3" onClick={() => setLimit(MOST)}>
          {words.item.earlier}
        </Button>
      )}
    </>
  );
}
