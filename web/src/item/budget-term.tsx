import type { Item } from 'coact';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Burn } from '../parts/burn.tsx';
import { Button } from '../parts/button.tsx';
import { amount as money, number } from '../parts/format.ts';
import { RaiseBudget } from '../parts/raise-budget.tsx';
import { readAmount } from '../parts/read-amount.ts';
import { loadSome } from '../state/load.ts';
import { words } from '../words/index.ts';
import { Change } from './change.tsx';
import { EditState } from './edit-state.tsx';
import { may } from './may.ts';
import { quietControl, Term } from './term.tsx';
import { keys } from './text-term.tsx';
import { useField } from './use-field.ts';

type Budget = NonNullable<Item['budget']>;
const measures = ['cost', 'tokens', 'minutes', 'attempts'] as const;

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
        <Amounts budget={value} onSave={(budget) => void save(budget)} onClose={() => setOpen(false)} />
      ) : (
        <span className="flex flex-wrap items-baseline gap-x-2 py-1">
          {isUsed(item) && value ? null : (shown(value) ?? <span className="text-muted">{words.item.noBudget}</span>)}
          {mayEdit && <Change label={words.item.changeField(words.item.terms.budget)} onOpen={() => setOpen(true)} />}
          {value && <Standing item={item} budget={value} />}
        </span>
      )}
    </Term>
  );
}

const measuredByRuns = ['cost', 'tokens', 'minutes'] as const;

/** How far the budget is used up, and the way to more of it. */
function Standing({ item, budget }: { item: Item; budget: Budget }) {
  const [raising, setRaising] = useState(false);
  const share = Math.max(...measuredByRuns.map((one) => item.used[one] / (budget[one] ?? Infinity)));
  const isSpent = share >= 1 || item.fence >= (budget.attempts ?? Infinity);
  return (
    <span className="block w-full space-y-1.5">
      {isSpent && !item.run ? (
        <span className="block text-sm text-fail">{words.budgets.spent}</span>
      ) : (
        share >= LOW && <span className="block text-sm text-warn">{words.budgets.low}</span>
      )}
      {isUsed(item) && <Burn used={item.used} limits={budget} />}
      {isUsed(item) && budget.attempts !== undefined && (
        <span className="block text-sm text-muted">{words.budgets.runs(item.fence, budget.attempts)}</span>
      )}
      {mayRaise(item) && <Button onClick={() => setRaising(true)}>{words.budgets.raiseItem}</Button>}
      {raising && (
        <RaiseBudget
          whose={{ item: item.id }}
          name={item.key}
          limits={budget}
          onClose={() => setRaising(false)}
          onRaised={() => void loadSome([item.id])}
        />
      )}
    </span>
  );
}

/** Those who may say who does the work, owner, lead and admins, may say what it may cost. */
const mayRaise = (item: Item) => may(item, 'item.assign');

const isUsed = (item: Item) => item.fence > 0 && measuredByRuns.some((one) => item.used[one] > 0);

/** From this share on the server, too, says that it runs low. */
const LOW = 0.8;

type AmountsProps = { budget: Item['budget']; onSave: (budget: Item['budget']) => void; onClose: () => void };

function Amounts({ budget, onSave, onClose }: AmountsProps) {
  const place = useRef<HTMLSpanElement>(null);
  // Once: an amount that was saved is drawn anew, and must not call the reader back from the next one.
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  return (
    <span ref={place} className="flex w-fit flex-col gap-1 py-1">
      {measures.map((measure) => (
        <Amount
          key={measure}
          measure={measure}
          amount={budget?.[measure]}
          onSave={(amount) => onSave(withAmount(budget, measure, amount))}
        />
      ))}
      <Change label={words.item.close} text={words.item.close} onOpen={onClose} />
    </span>
  );
}

type AmountProps = {
  measure: keyof Budget;
  amount: number | undefined;
  onSave: (amount: number | undefined) => void;
};

function Amount({ measure, amount, onSave }: AmountProps) {
  const text = amount === undefined ? '' : String(amount);
  const word = words.budgets.measures[measure];
  return (
    <label className="flex items-center justify-between gap-3 text-muted">
      {word}
      <input
        key={text}
        inputMode="decimal"
        aria-label={words.item.budgetOf(word)}
        defaultValue={text}
        placeholder="–"
        onBlur={({ target }) => target.value !== text && onSave(readAmount(target.value))}
        onKeyDown={(event) => keys(event, text)}
        className={`${quietControl} ml-0 w-24 border-edge text-right text-ink tabular-nums placeholder:text-muted`}
      />
    </label>
  );
}

function withAmount(budget: Item['budget'], measure: keyof Budget, amount: number | undefined): Item['budget'] {
  const { [measure]: _, ...rest } = budget ?? {};
  const next = amount === undefined ? rest : { ...rest, [measure]: amount };
  return Object.keys(next).length > 0 ? next : null;
}

/** The words at one edge, the numbers below each other. */
function shown(budget: Item['budget']): ReactNode {
  const limits = measures.flatMap((measure) => {
    const limit = budget?.[measure];
    return limit === undefined ? [] : [{ measure, text: (measure === 'cost' ? money : number)(limit) }];
  });
  if (limits.length === 0) return null;
  return (
    <span className="inline-grid grid-cols-[auto_auto] gap-x-3">
      {limits.map(({ measure, text }) => (
        <span key={measure} className="contents">
          <span className="text-muted">{words.budgets.measures[measure]}</span>
          <span className="text-right tabular-nums">{text}</span>
        </span>
      ))}
    </span>
  );
}
