import { words } from '../words/index.ts';
import { DecisionWord } from './decision-mark.tsx';
import type { Cell } from './matrix-spans.ts';
import { useNames } from './use-names.ts';

const { matrix: says, levels, risks, sentence } = words.authority;

/** Why the chosen cell says what it says: the rules that decide, and who approves. Heard as the focus moves. */
export function MatrixWhy({ cells }: { cells: readonly Cell[] }) {
  const [cell] = cells;
  return (
    <aside
      aria-label={says.why}
      aria-live="polite"
      className="sticky -bottom-5 mt-4 min-h-16 border-t border-line bg-sheet py-3 md:-bottom-6"
    >
      {cell ? <Why cell={cell} cells={cells} /> : <p className="text-muted">{says.choose}</p>}
    </aside>
  );
}

function Why({ cell, cells }: { cell: Cell; cells: readonly Cell[] }) {
  const names = useNames();
  const rules = new Map(cells.flatMap((one) => one.rules).map((rule) => [rule.id, rule]));
  const needs = new Map(cells.flatMap((one) => one.needs).map((need) => [need.rule, need]));
  return (
    <div className="max-w-[52rem]">
      <p className="flex flex-wrap items-center gap-x-3">
        <DecisionWord decision={cell.decision} />
        <span className="text-muted">
          {levels[cell.level].name} · {says.deeds[cell.deed]}
        </span>
      </p>
      {rules.size === 0 && <p className="mt-1">{says.noRule}</p>}
      <ul className="mt-1 space-y-1">
        {[...rules.values()].map(({ id, because }) => {
          const need = needs.get(id);
          const at = cells.filter((one) => one.rules.some((rule) => rule.id === id)).map(({ risk }) => risks[risk]);
          return (
            <li key={id} className="flex flex-wrap gap-x-2">
              <span>{because}</span>
              {need && <span className="text-muted">{words.common.sentence(sentence.approval(need, names))}.</span>}
              {at.length < cells.length && <span className="text-muted">({says.only(at.join(says.or))})</span>}
              <span className="key self-center text-muted">{id}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
