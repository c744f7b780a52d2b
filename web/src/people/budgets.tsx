import type { Budget } from 'coact';
import { useState } from 'react';
import { Burn } from '../parts/burn.tsx';
import { Button } from '../parts/button.tsx';
import { RaiseBudget } from '../parts/raise-budget.tsx';
import { When } from '../parts/time.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { BudgetDetails } from './budget-details.tsx';
import { Part } from './part.tsx';
import { SetBudget } from './set-budget.tsx';

const says = words.budgets;
export type Holder = { of: 'participant' | 'team'; id: string; name: string };

/** What an agent or a team may use in each period, and how it stands; those who answer for it set and raise it. */
export function Budgets({ holder, may, live }: { holder: Holder; may: boolean; live: string }) {
  const [changes, setChanges] = useState(0);
  const [setting, setSetting] = useState<Budget | 'new' | null>(null);
  const changed = () => setChanges((number) => number + 1);
  const { answer, trouble } = useQuery(`${holder.id}.${changes}.${live}`, () =>
    server.budget.list({ [holder.of]: holder.id }),
  );
  return (
    <Part title={says.title}>
      {answer?.items.length === 0 && (
        <p className="text-muted">{holder.of === 'team' ? says.noneForTeam : says.none}</p>
      )}
      <ul className="space-y-4">
        {answer?.items.map((budget) => (
          <BudgetRow
            key={budget.id}
            holder={holder}
            budget={budget}
            may={may}
            onSet={() => setSetting(budget)}
            onChanged={changed}
          />
        ))}
      </ul>
      <TroubleNote trouble={trouble} />
      {may && (answer?.items.length ?? 0) < 3 && (
        <Button className="mt-3" onClick={() => setSetting('new')}>
          {says.add}
        </Button>
      )}
      {setting && (
        <SetBudget
          holder={holder}
          budget={setting === 'new' ? null : setting}
          taken={answer?.items.map(({ period }) => period) ?? []}
          onClose={() => setSetting(null)}
          onSaved={changed}
        />
      )}
    </Part>
  );
}

type RowProps = { holder: Holder; budget: Budget; may: boolean; onSet: () => void; onChanged: () => void };

function BudgetRow({ holder, budget, may, onSet, onChanged }: RowProps) {
  const [raising, setRaising] = useState(false);
  const whose =
    holder.of === 'team'
      ? { team: holder.id, period: budget.period }
      : { participant: holder.id, period: budget.period };
  return (
    <li>
      <p className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{says.periods[budget.period]}</span>
        <span className="flex-1 text-sm text-muted" title={says.midnight}>
          {says.anew} <When at={budget.ends} />
        </span>
        {may && (
          <>
            <Button onClick={() => setRaising(true)}>{says.raise}</Button>
            <Button onClick={onSet}>{says.change}</Button>
          </>
        )}
      </p>
      <Burn used={budget.used} reserved={budget.reserved} limits={budget.limits} />
      <BudgetDetails budget={budget} />
      {raising && (
        <RaiseBudget
          whose={whose}
          name={holder.name}
          limits={budget.limits}
          onClose={() => setRaising(false)}
          onRaised={onChanged}
        />
      )}
    </li>
  );
}
