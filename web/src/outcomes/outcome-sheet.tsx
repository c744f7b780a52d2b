import { type ReactNode, useState } from 'react';
import { Person } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Link } from '../parts/link.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { go } from '../state/route.ts';
import { words } from '../words/index.ts';
import { EndDialog } from './end-dialog.tsx';
import { Measures } from './measures.tsx';
import { OutcomeDialog } from './outcome-form.tsx';
import type { OutcomeNode } from './outcome-tree.ts';
import { Serving } from './serving.tsx';
import { useMayChange } from './use-may-change.ts';
import { VerifiedBar } from './verified-bar.tsx';

/** The whole of one outcome: who answers for it, how far it is, what was verified, and what serves it. */
export function OutcomeSheet({ node }: { node: OutcomeNode }) {
  const { outcome, below, done, all } = node;
  const mayChange = useMayChange(outcome);
  const outcomes = words.outcomes;
  return (
    <article aria-label={outcome.title} className="mx-auto max-w-3xl space-y-7 px-4 py-5 md:px-6">
      <header>
        <Button look="quiet" className="mb-2 -ml-3 md:hidden" onClick={() => go({ page: 'outcomes', chosen: null })}>
          {outcomes.back}
        </Button>
        <h2 className="prose text-lg font-semibold">{outcome.title}</h2>
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
          <Person id={outcome.owner} as={outcomes.owner} />
          <span className="text-muted">{outcomes.states[outcome.state]}</span>
        </p>
        {mayChange && <Acts node={node} />}
      </header>
      {outcome.description && <Markdown text={outcome.description} />}
      <Part title={outcomes.measures}>
        <Measures outcome={outcome} mayChange={mayChange} />
      </Part>
      <Part title={outcomes.progress}>
        <VerifiedBar done={done} all={all} />
      </Part>
      {below.length > 0 && (
        <Part title={outcomes.below}>
          <ul>
            {below.map((one) => (
              <li
                key={one.outcome.id}
                className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-1.5 last:border-0"
              >
                <Link to={{ page: 'outcomes', chosen: one.outcome.id }} className="text-accent hover:underline">
                  {one.outcome.title}
                </Link>
                <VerifiedBar done={one.done} all={one.all} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={outcomes.serving}>
        <Serving key={outcome.id} outcome={outcome} />
      </Part>
    </article>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3 className="mb-2 text-sm font-medium text-muted">{title}</h3>
    {children}
  </section>
);

function Acts({ node: { outcome } }: { node: OutcomeNode }) {
  const [asks, setAsks] = useState<'edit' | 'add' | 'end' | null>(null);
  const { edit, addBelow, end } = words.outcomes;
  const close = () => setAsks(null);
  const saved = (id: string) => {
    close();
    go({ page: 'outcomes', chosen: id });
  };
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <Button onClick={() => setAsks('edit')}>{edit}</Button>
      <Button onClick={() => setAsks('add')}>{addBelow}</Button>
      <Button look="quiet" onClick={() => setAsks('end')}>
        {end}
      </Button>
      {asks === 'edit' && <OutcomeDialog outcome={outcome} parent={null} onClose={close} onSaved={saved} />}
      {asks === 'add' && <OutcomeDialog outcome={null} parent={outcome.id} onClose={close} onSaved={saved} />}
      {asks === 'end' && <EndDialog outcome={outcome} onClose={close} />}
    </div>
  );
}
