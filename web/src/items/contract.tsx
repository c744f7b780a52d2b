import type { Item } from 'coact';
import type { ReactNode } from 'react';
import { useName } from '../parts/badge.tsx';
import { When } from '../parts/time.tsx';
import { Section } from './section.tsx';

/** What was agreed: outcome, scope, criteria, limits, and what was asked and answered. Parts that are not said are not shown. */
export function Contract({ item }: { item: Item }) {
  const { outcome, scope, criteria, context, links, skills, budget, answers, revision, labels } = item;
  const limits =
    budget &&
    Object.entries(budget)
      .map(([what, amount]) => (what === 'cost' ? `cost ${amount}` : `${amount?.toLocaleString()} ${what}`))
      .join(', ');
  return (
    <Section title="Contract">
      <div className="space-y-4">
        <Part title="Outcome">
          {outcome ? (
            <p className="prose">{outcome}</p>
          ) : (
            <p className="text-muted">Nobody has said yet what shall be true when this is done.</p>
          )}
        </Part>
        {criteria.length > 0 && (
          <Part title="Done means">
            <ol className="list-decimal space-y-2 pl-5 marker:text-muted">
              {criteria.map(({ id, text, check, required }) => (
                <li key={id} className="prose">
                  {text}
                  {(check || !required) && (
                    <span className="block text-sm text-muted">
                      {[check && `Check: ${check}`, !required && 'not required'].filter(Boolean).join(' · ')}
                    </span>
                  )}
                </li>
              ))}
            </ol>
          </Part>
        )}
        <Lines title="Included" lines={scope.included} />
        <Lines title="Not included" lines={scope.excluded} />
        {skills.length > 0 && <Part title="Needs the skills">{skills.join(', ')}</Part>}
        {limits && <Part title="Budget">{limits}</Part>}
        {labels.length > 0 && <Part title="Labels">{labels.join(', ')}</Part>}
        {answers.length > 0 && (
          <Part title="Asked and answered">
            <ul className="space-y-2">
              {answers.map((answer) => (
                <Answered key={answer.request} answer={answer} />
              ))}
            </ul>
          </Part>
        )}
        {context && (
          <Part title="Background">
            <p className="prose">{context}</p>
          </Part>
        )}
        <Lines title="Links" lines={links} />
        <p className="text-sm text-muted">Revision {revision}</p>
      </div>
    </Section>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <h4 className="mb-0.5 text-sm text-muted">{title}</h4>
    {children}
  </div>
);

const Lines = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length > 0 && (
    <Part title={title}>
      <ul className="list-disc pl-5 marker:text-muted">
        {lines.map((line) => (
          <li key={line} className="prose">
            {line}
          </li>
        ))}
      </ul>
    </Part>
  );

function Answered({ answer: { question, answer, by, at } }: { answer: Item['answers'][number] }) {
  const name = useName(by);
  return (
    <li>
      <p className="prose text-muted">{question}</p>
      <p className="prose">
        {answer}{' '}
        <span className="text-sm text-muted">
          {name}, <When at={at} />
        </span>
      </p>
    </li>
  );
}
