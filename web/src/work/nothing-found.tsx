import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Link } from '../parts/link.tsx';
import { words } from '../words/index.ts';
import type { Looking } from './use-look.ts';

/** Why there is nothing, and what to do about it. */
export function NothingFound({
  looking: { view, isChanged, look, type },
  onNew,
}: {
  looking: Looking;
  onNew: () => void;
}) {
  const { nothing, create } = words.work;
  const isView = view.isBuiltIn && (!isChanged || look.filter === view.filter);
  if (!isView)
    return (
      <Empty title={nothing.found}>
        <p>{nothing.foundNote}</p>
        {look.filter !== '' && (
          <Button className="mt-3" onClick={() => type('')}>
            {nothing.clear}
          </Button>
        )}
      </Empty>
    );
  const id = view.id as 'mine' | 'ready' | 'waiting' | 'overdue' | 'all';
  return (
    <Empty title={nothing[id]}>
      <p>{nothing[`${id}Note`]}</p>
      {(id === 'all' || id === 'mine') && (
        <p className="mt-3 flex justify-center gap-2">
          <Button look="primary" onClick={onNew}>
            {create.button}
          </Button>
          {id === 'all' && (
            <Link
              to={{ page: 'start', chosen: null }}
              className="self-center text-accent underline-offset-2 hover:underline"
            >
              {nothing.firstSteps}
            </Link>
          )}
        </p>
      )}
    </Empty>
  );
}
