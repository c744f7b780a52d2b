import type { Price } from 'coact';
import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { money } from '../parts/format.ts';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useMay } from '../people/may.ts';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';

const says = words.budgets.settings;

/** The price table, and a line to add to it or to change it by the model's name. */
export function Prices({ currency }: { currency: string }) {
  const may = useMay('price.set');
  const [changes, setChanges] = useState(0);
  const { answer, trouble } = useQuery(`prices.${currency}.${changes}`, () => server.price.list({}));
  const changed = () => setChanges((number) => number + 1);
  return (
    <>
      <p className="mb-2 text-sm text-muted">{answer?.items.length === 0 ? says.noPrices : says.pricesNote}</p>
      {answer && answer.items.length > 0 && <PriceTable prices={answer.items} onChanged={may ? changed : null} />}
      <TroubleNote trouble={trouble} />
      {may && <NewPrice currency={currency} onSaved={changed} />}
    </>
  );
}

function PriceTable({ prices, onChanged }: { prices: readonly Price[]; onChanged: (() => void) | null }) {
  return (
    <table className="mb-3 w-full">
      <thead>
        <tr className="text-left text-sm text-muted">
          <th className="font-normal">{says.model}</th>
          <th className="text-right font-normal">{says.input}</th>
          <th className="text-right font-normal">{says.output}</th>
          {onChanged && <td />}
        </tr>
      </thead>
      <tbody>
        {prices.map((price) => (
          <PriceRow key={price.model} price={price} onChanged={onChanged} />
        ))}
      </tbody>
    </table>
  );
}

function PriceRow({
  price: { model, input, output, currency },
  onChanged,
}: {
  price: Price;
  onChanged: (() => void) | null;
}) {
  const { busy, run } = useAct();
  const remove = async () => {
    if (!(await run(() => server.price.set({ model, input: null, output: null })))) return;
    toast({ text: says.removed(model) });
    onChanged?.();
  };
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-1 text-left font-medium [overflow-wrap:anywhere]">
        {model}
      </th>
      <td className="text-right tabular-nums">{money(input, currency)}</td>
      <td className="text-right tabular-nums">{money(output, currency)}</td>
      {onChanged && (
        <td className="w-10 text-right">
          <Button look="quiet" disabled={busy} aria-label={says.remove(model)} onClick={() => void remove()}>
            ×
          </Button>
        </td>
      )}
    </tr>
  );
}

function NewPrice({ currency, onSaved }: { currency: string; onSaved: () => void }) {
  const { busy, trouble, run } = useAct();
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const said = new FormData(form);
    const model = textOf(said.get('model'));
    const [input, output] = [numberIn(said.get('input')), numberIn(said.get('output'))];
    if (!(await run(() => server.price.set({ model, input, output })))) return;
    form.reset();
    toast({ text: says.added(model) });
    onSaved();
  };
  return (
    <form className="space-y-3" onSubmit={(event) => void send(event)}>
      <Field label={says.model} name="model" required maxLength={120} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={says.inputLabel(currency)} name="input" required type="number" min={0} step="any" />
        <Field label={says.outputLabel(currency)} name="output" required type="number" min={0} step="any" />
      </div>
      <TroubleNote trouble={trouble} />
      <Button type="submit" disabled={busy}>
        {says.add}
      </Button>
    </form>
  );
}

const textOf = (entry: FormDataEntryValue | null) => (typeof entry === 'string' ? entry.trim() : '');
const numberIn = (entry: FormDataEntryValue | null) => Number(textOf(entry));
