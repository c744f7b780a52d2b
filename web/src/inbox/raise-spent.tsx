import type { InboxEntry } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { RaiseBudget, type Whose } from '../parts/raise-budget.tsx';
import { words } from '../words/index.ts';

type Spent = {
  of: 'item' | 'participant' | 'team';
  subject: string;
  name: string;
  period: 'day' | 'week' | 'month' | null;
  limits: { cost?: number; tokens?: number; minutes?: number; attempts?: number };
};

/** Where a budget was spent: the way to raise it, which mends what went wrong. */
export function RaiseSpent({ entry, onRaised }: { entry: InboxEntry; onRaised: () => void }) {
  const [raising, setRaising] = useState(false);
  const spent = entry.body['class'] === 'overrun' ? (entry.body['budget'] as Spent | undefined) : undefined;
  if (!spent) return null;
  return (
    <>
      <Button onClick={() => setRaising(true)}>{words.budgets.raiseItem}</Button>
      {raising && (
        <RaiseBudget
          whose={whoseOf(spent)}
          name={spent.name}
          limits={spent.limits}
          onClose={() => setRaising(false)}
          onRaised={onRaised}
        />
      )}
    </>
  );
}

function whoseOf({ of, subject, period }: Spent): Whose {
  if (of === 'item' || period === null) return { item: subject };
  return of === 'team' ? { team: subject, period } : { participant: subject, period };
}
