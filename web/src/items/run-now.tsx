import type { Item } from 'coact';
import { Evidence } from '../parts/evidence.tsx';
import { Person } from '../parts/badge.tsx';
import { When } from '../parts/time.tsx';
import { Section } from './section.tsx';

const of = (limit: number | null | undefined) => (limit ? ` of ${limit.toLocaleString()}` : '');

/** Who is at it, how far, and until when it is theirs; or what was delivered. */
export function RunNow({ item: { run, delivery, criteria, budget } }: { item: Item }) {
  if (run) {
    const { executor, progress, leaseExpiresAt, startedAt, usage } = run;
    const spent = [
      usage.tokens > 0 && `${usage.tokens.toLocaleString()}${of(budget?.tokens)} tokens`,
      usage.cost > 0 && `cost ${usage.cost.toFixed(2)}${of(budget?.cost)}`,
      usage.minutes > 0 && `${usage.minutes}${of(budget?.minutes)} min`,
    ].filter(Boolean);
    return (
      <Section title="In work">
        <p className="flex items-center gap-2">
          <Person id={executor} as="Doing it" />
          <span className="text-muted">
            started <When at={startedAt} />
          </span>
        </p>
        {progress !== null && (
          <p className="mt-2 flex items-center gap-3">
            <progress className="meter w-40" value={progress} max={1} aria-label="Progress" />{' '}
            {Math.round(progress * 100)} %
          </p>
        )}
        <p className="mt-1.5 text-sm text-muted">
          {leaseExpiresAt ? (
            <>
              The lease ends <When at={leaseExpiresAt} /> unless it is renewed.
            </>
          ) : (
            'People keep what they took until they give it back.'
          )}
          {spent.length > 0 && ` Used so far: ${spent.join(', ')}.`}
        </p>
      </Section>
    );
  }
  if (!delivery) return null;
  const textOf = (id: string) => criteria.find((one) => one.id === id)?.text ?? id;
  return (
    <Section title="Delivered">
      <p className="mb-2">
        <Person id={delivery.executor} as="Did it" />
      </p>
      <p className="prose">{delivery.summary}</p>
      <ul className="mt-3 space-y-3">
        {delivery.evidence.map(({ criterion, artifact, name }) => (
          <li key={criterion + artifact}>
            <p className="mb-1">{textOf(criterion)}</p>
            <Evidence sha256={artifact} name={name} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
