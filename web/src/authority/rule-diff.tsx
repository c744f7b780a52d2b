import type { PolicyRule } from 'coact';
import { words } from '../words/index.ts';
import { type RuleChange, diffRules } from './diff-rules.ts';
import { RuleLine } from './rule-line.tsx';

const says = words.authority.versions;

/** What makes one set of rules of another, rule by rule, as sentences. */
export function RuleDiff({ before, after }: { before: readonly PolicyRule[]; after: readonly PolicyRule[] }) {
  const changes = diffRules(before, after);
  const kept = after.length - changes.filter(({ kind }) => kind !== 'removed').length;
  return (
    <>
      {changes.length === 0 && <p className="text-muted">{says.same}</p>}
      <ul className="space-y-3">
        {changes.map((change) => (
          <li key={`${change.kind} ${nameOf(change)}`} className={`border-l-2 pl-3 ${edges[change.kind]}`}>
            <p className="mb-0.5 text-sm font-medium text-muted">{says[change.kind]}</p>
            <Change change={change} />
          </li>
        ))}
      </ul>
      {kept > 0 && changes.length > 0 && <p className="mt-3 text-sm text-muted">{says.kept(kept)}</p>}
    </>
  );
}

const edges = { added: 'border-pass', removed: 'border-fail', changed: 'border-warn' } as const;
const nameOf = (change: RuleChange) => (change.kind === 'removed' ? change.before.id : change.after.id);

function Change({ change }: { change: RuleChange }) {
  if (change.kind === 'added') return <RuleLine rule={change.after} />;
  if (change.kind === 'removed')
    return (
      <del className="block decoration-muted">
        <RuleLine rule={change.before} />
      </del>
    );
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1.5">
      <dt className="text-sm text-muted">{says.before}</dt>
      <dd>
        <RuleLine rule={change.before} />
      </dd>
      <dt className="text-sm text-muted">{says.after}</dt>
      <dd>
        <RuleLine rule={change.after} />
      </dd>
    </dl>
  );
}
