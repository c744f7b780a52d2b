import type { Budget } from 'coact';
import { useState } from 'react';
import { AmountFields } from '../parts/amount-fields.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField } from '../parts/field.tsx';
import { readAmount } from '../parts/read-amount.ts';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useCurrency } from '../parts/use-currency.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import type { Holder } from './budgets.tsx';

const says = words.budgets;
const measures = ['cost', 'tokens', 'minutes'] as const;
type Texts = Partial<Record<(typeof measures)[number], string>>;
const periods = ['day', 'week', 'month'] as const;
type Period = (typeof periods)[number];

type Props = {
  holder: Holder;
  budget: Budget | null;
  /** The periods for which there is a budget already. */
  taken: readonly Period[];
  onClose: () => void;
  onSaved: () => void;
};

/** Sets a budget for a period, changes it, or takes it away. */
export function SetBudget({ holder, budget, taken, onClose, onSaved }: Props) {
  const currency = useCurrency();
  const { busy, trouble, run } = useAct();
  const free = periods.filter((one) => !taken.includes(one));
  const [period, setPeriod] = useState<Period>(budget?.period ?? free[0] ?? 'month');
  const [texts, setTexts] = useState<Texts>(() => textsOf(budget));
  const limits = Object.fromEntries(measures.map((one) => [one, readAmount(texts[one] ?? '')] as const));
  const isWrong = measures.some((one) => (texts[one] ?? '').trim() !== '' && limits[one] === undefined);
  const isEmpty = measures.every((one) => limits[one] === undefined);
  const save = async (wanted: object) => {
    const call = () => server.budget.set({ for: { [holder.of]: holder.id }, period, limits: wanted });
    if (!(await run(call))) return;
    onClose();
    onSaved();
    toast({ text: says.set.saved(holder.name) });
  };
  return (
    <Dialog open onClose={onClose} title={says.set.title(holder.name)} note={says.set.note}>
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWrong && !isEmpty) void save(limits);
        }}
      >
        {!budget && (
          <SelectField
            label={says.set.period}
            note={says.midnight}
            value={period}
            options={free.map((one) => [one, says.periods[one]] as const)}
            onChoose={(one) => setPeriod(one as Period)}
          />
        )}
        <AmountFields
          names={measures}
          labels={{ ...says.set.limit, cost: says.set.limit.cost(currency) }}
          values={texts}
          note={says.set.empty}
          onChange={(one, text) => setTexts({ ...texts, [one]: text })}
        />
        {isWrong && <p className="text-sm text-fail">{says.notANumber}</p>}
        <TroubleNote trouble={trouble} />
        <p className="mt-4 flex flex-wrap gap-2">
          <Button type="submit" look="primary" disabled={busy || isWrong || isEmpty}>
            {busy ? says.saving : says.set.submit}
          </Button>
          {budget && (
            <Button disabled={busy} onClick={() => void save({})}>
              {says.set.takeAway}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {says.cancel}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

const textsOf = (budget: Budget | null): Texts =>
  Object.fromEntries(
    measures.flatMap((one) => (budget?.limits[one] === undefined ? [] : [[one, String(budget.limits[one])] as const])),
  );
