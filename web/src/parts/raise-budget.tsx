import { useState } from 'react';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { AmountFields } from './amount-fields.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './field.tsx';
import { readAmount } from './read-amount.ts';
import { toast } from './toast.ts';
import { TroubleNote } from './trouble-note.tsx';
import { useCurrency } from './use-currency.ts';

const says = words.budgets;
const measures = ['cost', 'tokens', 'minutes', 'attempts'] as const;
type Raised = (typeof measures)[number];

export type Whose =
  | { item: string }
  | { participant: string; period: 'day' | 'week' | 'month' }
  | { team: string; period: 'day' | 'week' | 'month' };

type Props = {
  whose: Whose;
  name: string;
  limits: { [One in Raised]?: number | undefined };
  onClose: () => void;
  onRaised: () => void;
};

/** Asks by how much and why; of what has no limit nothing is asked. */
export function RaiseBudget({ whose, name, limits, onClose, onRaised }: Props) {
  const currency = useCurrency();
  const { busy, trouble, run } = useAct();
  const [texts, setTexts] = useState<Partial<Record<Raised, string>>>({});
  const [reason, setReason] = useState('');
  const limited = measures.filter((one) => limits[one] !== undefined);
  const more = Object.entries(texts).flatMap(([one, text]) => {
    const amount = readAmount(text);
    return amount === undefined ? [] : [[one, amount] as const];
  });
  const ready = more.length > 0 && reason.trim() !== '';
  const send = async () => {
    if (!ready || busy) return;
    const { period, ...subject } = 'period' in whose ? whose : { ...whose, period: undefined };
    let held = false;
    const call = async () => {
      const answer = await server.budget.increase({
        for: subject,
        ...(period && { period }),
        by: Object.fromEntries(more),
        reason: reason.trim(),
      });
      held = 'held' in answer;
    };
    if (!(await run(call))) return;
    onClose();
    onRaised();
    toast({ text: held ? says.increase.held : says.increase.done(name) });
  };
  const { by } = says.increase;
  return (
    <Dialog open onClose={onClose} title={says.increase.title(name)} note={says.increase.note}>
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <AmountFields
          names={limited}
          labels={{ ...by, cost: by.cost(currency) }}
          values={texts}
          onChange={(one, text) => setTexts({ ...texts, [one]: text })}
        />
        <TextField
          label={says.increase.why}
          value={reason}
          maxLength={10_000}
          onChange={({ target }) => setReason(target.value)}
        />
        <TroubleNote trouble={trouble} />
        <Ends submit={busy ? says.saving : says.increase.submit} ready={ready && !busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}

const Ends = ({ submit, ready, onClose }: { submit: string; ready: boolean; onClose: () => void }) => (
  <p className="mt-4 flex gap-2">
    <Button type="submit" look="primary" disabled={!ready}>
      {submit}
    </Button>
    <Button look="quiet" onClick={onClose}>
      {says.cancel}
    </Button>
  </p>
);
