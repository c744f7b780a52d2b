import type { PolicyRule, PolicySimulation } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { act } from '../state/session.ts';
import { server, type Trouble } from '../state/server.ts';
import { words } from '../words/index.ts';
import { asked, type Place } from './place.ts';
import { refusalOf } from './save-rules.tsx';
import { SimulationResult } from './simulation-result.tsx';

const says = words.authority.simulate;

/** Judges what was decided lately by the draft, before anybody saves it. */
export function Simulate({ place, rules }: { place: Place; rules: readonly PolicyRule[] }) {
  const [days, setDays] = useState('30');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [result, setResult] = useState<PolicySimulation | null>(null);
  const simulate = async () => {
    setBusy(true);
    setTrouble(null);
    const input = { ...asked(place), rules: [...rules], days: Number(days) };
    try {
      setResult(await act(() => server.policy.simulate(input)));
    } catch (error) {
      setTrouble(refusalOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-label={says.title} className="mt-5 rounded-md border border-line bg-paper px-4 py-3">
      <h3 className="font-semibold">{says.title}</h3>
      <p className="text-sm text-muted">{says.note}</p>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <div className="w-44">
          <SelectField label={says.days} value={days} onChoose={setDays} options={says.spans} />
        </div>
        <Button disabled={busy} onClick={() => void simulate()}>
          {busy ? says.busy : says.do}
        </Button>
      </div>
      <TroubleNote trouble={trouble} />
      <div role="status">{result && <SimulationResult result={result} />}</div>
    </section>
  );
}
