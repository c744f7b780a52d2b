import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useCurrency } from '../parts/use-currency.ts';
import { useMay } from '../people/may.ts';
import { Part } from '../people/part.tsx';
import { loadMe } from '../state/load.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { Prices } from './prices.tsx';

const says = words.budgets.settings;

/** In which currency everything is counted, and what models cost. */
export function Money() {
  const currency = useCurrency();
  const may = useMay('workspace.update');
  return (
    <>
      <Part title={says.money}>
        {may ? <Currency key={currency} currency={currency} /> : <p>{says.countsIn(currency)}</p>}
        <h4 className="mt-4 mb-1 font-medium">{says.prices}</h4>
        <Prices currency={currency} />
      </Part>
    </>
  );
}

function Currency({ currency }: { currency: string }) {
  const { busy, trouble, run } = useAct();
  const [wanted, setWanted] = useState(currency);
  const code = wanted.trim().toUpperCase();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run(() => server.workspace.update({ currency: code })))) return;
    await loadMe();
    toast({ text: says.saved(code) });
  };
  return (
    <form className="flex items-start gap-2" onSubmit={(event) => void save(event)}>
      <div className="min-w-0 flex-1">
        <Field
          label={says.currency}
          note={says.currencyNote}
          required
          maxLength={3}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        <TroubleNote trouble={trouble} />
      </div>
      {code !== currency && (
        <Button type="submit" disabled={busy} className="mt-[1.6rem]">
          {says.save}
        </Button>
      )}
    </form>
  );
}
