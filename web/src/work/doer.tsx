import { Badge } from '../parts/badge.tsx';
import { words } from '../words/index.ts';

/** Who does it now; or with an arrow before, who is asked to. */
export function Doer({ executor, assignee }: { executor: string | null; assignee: string | null }) {
  const { card } = words.work;
  if (executor) return <Badge id={executor} as={card.executor} />;
  if (!assignee) return null;
  return (
    <span className="flex items-center gap-0.5 text-muted">
      <span aria-hidden="true">→</span>
      <Badge id={assignee} as={card.assignee} />
    </span>
  );
}
