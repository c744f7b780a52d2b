import type { Budget } from 'coact';
import { useState } from 'react';
import { type Measure, writers } from '../parts/burn.tsx';
import { ItemLink } from '../parts/item-link.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useCurrency } from '../parts/use-currency.ts';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';

const says = words.budgets;
const measures = ['cost', 'tokens', 'minutes'] as const;

/** On what a budget went, and what was used in the periods before; read when somebody opens it. */
export function BudgetDetails({ budget }: { budget: Budget }) {
  const [opened, setOpened] = useState(false);
  return (
    <details className="mt-1.5 text-sm" onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary className="w-fit cursor-pointer text-muted">{`${says.byItem} · ${says.byPeriod}`}</summary>
      {opened && <Tables budget={budget} />}
    </details>
  );
}

function Tables({ budget }: { budget: Budget }) {
  const { answer, trouble } = useQuery(`${budget.id}.${JSON.stringify(budget.used)}`, () =>
    server.budget.get({ id: budget.id }),
  );
  const shown = measures.filter((one) => budget.limits[one] !== undefined || budget.used[one] > 0);
  if (!answer) return <TroubleNote trouble={trouble} />;
  return (
    <div className="mt-2 max-w-md space-y-3">
      {answer.byItem.length > 0 && (
        <Table
          caption={says.byItem}
          first={says.item}
          measures={shown}
          rows={answer.byItem.map(({ item, key, used }) => ({ id: item, head: <ItemLink itemKey={key} />, used }))}
        />
      )}
      <Table
        caption={says.byPeriod}
        first={says.began}
        measures={shown}
        rows={answer.byPeriod.map(({ date, used }) => ({ id: date, head: date, used }))}
      />
    </div>
  );
}

type Row = { id: string; head: React.ReactNode; used: Record<Measure, number> };

function Table({
  caption,
  first,
  measures: shown,
  rows,
}: {
  caption: string;
  first: string;
  measures: readonly Measure[];
  rows: readonly Row[];
}) {
  const write = writers(useCurrency());
  return (
    <table className="w-full">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="text-left text-muted">
          <th className="font-normal">{first}</th>
          {shown.map((one) => (
            <th key={one} className="text-right font-normal">
              {says.measures[one]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, head, used }) => (
          <tr key={id}>
            <th scope="row" className="py-0.5 text-left font-normal tabular-nums">
              {head}
            </th>
            {shown.map((one) => (
              <td key={one} className="text-right tabular-nums">
                {write[one](used[one])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
