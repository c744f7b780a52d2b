import type { Item } from 'coact';
import { useState } from 'react';
import { number } from '../parts/format.ts';
import { words } from '../words/index.ts';
import { Change } from './change.tsx';
import { EditState } from './edit-state.tsx';
import { quietControl, Term } from './term.tsx';
import { keys } from './text-term.tsx';
import { useField } from './use-field.ts';

type Budget = NonNullable<Item['budget']>;
const measures = ['tokens', 'cost', 'minutes'] as const;

/** What the work may use up; an executor that has used it is stopped. */
export function BudgetTerm({ item, mayEdit }: { item: Item; mayEdit: boolean }) {
  const edit = useField(item, 'budget');
  const { value, save } = edit;
  const [isOpen, setOpen] = useState(false);
  return (
    <Term
      name="budget"
      title={words.item.terms.budget}
      under={<EditState edit={edit} show={shown} empty={words.item.noBudget} />}
    >
      {isOpen ? (
        <span className="flex flex-col items-start gap-1 py-1">
          {measures.map((measure, index) => (
            <Amount
              key={measure}
              measure={measure}
              amount={value?.[measure]}
              autoFocus={index === 0}
              onSave={(amount) => void save(withAmount(value, measure, amount))}
            />
          ))}
          <Change label={words.item.close} text={words.item.close} onOpen={() => setOpen(false)} />
        </span>
      ) : (
        <span className="flex flex-wrap items-center gap-x-2">
          {shown(value) ?? <span className="text-muted">{words.item.noBudget}</span>}
          {mayEdit && <Change label={words.item.changeField(words.item.terms.budget)} onOpen={() => setOpen(true)} />}
        </span>
      )}
    </Term>
  );
}

type AmountProps = {
  measure: keyof Budget;
  amount: number | undefined;
  autoFocus: boolean;
  onSave: (amount: number | undefined) => void;
};

function Amount({ measure, amount, autoFocus, onSave }: AmountProps) {
  const text = amount === undefined ? '' : String(amount);
  const word = words.item.usage[measure];
  return (
    <label className="inline-flex items-center gap-1 text-muted">
      <input
        key={text}
        autoFocus={autoFocus}
        inputMode="decimal"
        aria-label={words.item.budgetOf(word)}
        defaultValue={text}
        placeholder="–"
        onBlur={({ target }) => target.value !== text && onSave(amountIn(target.value))}
        onKeyDown={(event) => keys(event, text)}
        className={`${quietControl} ml-0 w-24 border-edge text-right text-ink tabular-nums placeholder:text-muted`}
      />
      {word}
    </label>
  );
}

/** Nothing, or a number that is no amount, is no limit. */
function amountIn(text: string): number | undefined {
  const amount = Number(text.replace(/[\s_]/g, '').replace(',', '.'));
  return text.trim() !== '' && amount > 0 ? amount : undefined;
}

function withAmount(budget: Item['budget'], measure: keyof Budget, amount: number | undefined): Item['budget'] {
  const { [measure]: _, ...rest } = budget ?? {};
  const next = amount === undefined ? rest : { ...rest, [measure]: amount };
  return Object.keys(next).length > 0 ? next : null;
}

function shown(budget: Item['budget']): string | null {
  const parts = measures.flatMap((measure) => {
    const amount = budget?.[measure];
    return amount === undefined ? [] : [`${number(amount)} ${words.item.usage[measure]}`];
  });
  return parts.join(', ') || null;
}
