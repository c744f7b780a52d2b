import type { ItemSummary } from 'coact';
import type { ReactNode } from 'react';
import { Markdown } from '../parts/markdown.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';

/** What was sent: the outcome that is wanted, how one would know, and what was said around it. */
export function DraftText({ item }: { item: ItemSummary }) {
  const intake = words.intake;
  const { answer, trouble } = useQuery(`${item.id}.${item.version}`, () => server.item.get({ id: item.id }));
  if (trouble) return <TroubleNote trouble={trouble} />;
  if (answer?.id !== item.id) return <p className="h-6" aria-busy="true" />;
  const { outcome, context, criteria } = answer;
  if (!outcome && !context && criteria.length === 0) return <p className="text-muted">{intake.nothingSaid}</p>;
  return (
    <div className="space-y-5">
      {outcome && (
        <Part title={intake.outcome}>
          <Markdown text={outcome} />
        </Part>
      )}
      {criteria.length > 0 && (
        <Part title={intake.criteria}>
          <ol className="list-decimal space-y-1 pl-5 marker:text-muted">
            {criteria.map(({ id, text }) => (
              <li key={id} className="prose">
                {text}
              </li>
            ))}
          </ol>
        </Part>
      )}
      {context && (
        <Part title={intake.context}>
          <Markdown text={context} />
        </Part>
      )}
    </div>
  );
}

export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3 className="mb-1 text-sm font-medium text-muted">{title}</h3>
    {children}
  </section>
);
