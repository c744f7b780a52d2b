import type { PolicyRule } from 'coact';
import { Button } from '../parts/button.tsx';
import { words } from '../words/index.ts';
import type { RuleChange } from './diff-rules.ts';
import { RuleLine } from './rule-line.tsx';

const says = words.authority.rules;

/** Which rules the server refused, and what is wrong with them. */
export type Blamed = { rules: readonly string[]; problem: string } | null;

type Rows = {
  rules: readonly PolicyRule[];
  changes: readonly RuleChange[];
  blamed: Blamed;
  may: boolean;
  onEdit: (rule: PolicyRule) => void;
  onRules: (rules: readonly PolicyRule[]) => void;
};

/** The rules of a place with what the draft makes of them; what goes stays to be seen until it is saved. */
export function RuleRows({ rules, changes, blamed, may, onEdit, onRules }: Rows) {
  const going = changes.flatMap((change) => (change.kind === 'removed' ? [change.before] : []));
  const kindOf = (id: string) => changes.find((one) => one.kind !== 'removed' && one.after.id === id)?.kind;
  return (
    <ul className="mt-3 divide-y divide-line border-y border-line empty:hidden">
      {rules.map((rule) => {
        const kind = kindOf(rule.id);
        return (
          <li key={rule.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2.5">
            <div className="min-w-0 flex-1 basis-72">
              <RuleLine rule={rule}>
                {blamed?.rules.includes(rule.id) && (
                  <p className="mt-1 border-l-2 border-fail pl-2 text-fail">{words.common.sentence(blamed.problem)}.</p>
                )}
              </RuleLine>
            </div>
            <span className="ml-auto flex items-center gap-1">
              {kind && <Drafted kind={kind} />}
              {may && (
                <>
                  <Button look="quiet" aria-label={`${says.edit}: ${rule.id}`} onClick={() => onEdit(rule)}>
                    {says.edit}
                  </Button>
                  <Button
                    look="quiet"
                    aria-label={`${says.remove}: ${rule.id}`}
                    onClick={() => onRules(rules.filter((one) => one !== rule))}
                  >
                    {says.remove}
                  </Button>
                </>
              )}
            </span>
          </li>
        );
      })}
      {going.map((rule) => (
        <li key={`going ${rule.id}`} className="flex flex-wrap items-start gap-x-3 py-2.5">
          <del className="min-w-0 flex-1 basis-72 decoration-muted">
            <RuleLine rule={rule} />
          </del>
          <span className="ml-auto flex items-center gap-1">
            <Drafted kind="removed" />
            <Button look="quiet" aria-label={`${says.undo}: ${rule.id}`} onClick={() => onRules([...rules, rule])}>
              {says.undo}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}

const Drafted = ({ kind }: { kind: RuleChange['kind'] }) => (
  <span className="rounded border border-warn px-1.5 text-sm text-warn">{says.drafted[kind]}</span>
);
