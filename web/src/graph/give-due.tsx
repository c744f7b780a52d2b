import type { ItemSummary } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useNow } from '../parts/use-now.ts';
import { CellInput } from '../work/cell-inputs.tsx';
import { endOfDay } from '../work/days.ts';
import { words } from '../words/index.ts';
import { moveDue, useMayDate } from './use-move-due.ts';

/** Gives work that has no date a day on which it is due, without opening it. Nothing for those who may not. */
export function GiveDue({ item }: { item: ItemSummary }) {
  const [is, setIs] = useState<'asking' | 'asking by pointer' | 'left' | null>(null);
  const now = useNow();
  const { giveDue, giveDueTo } = words.timeline;
  if (!useMayDate(item)) return null;
  if (is === null || is === 'left')
    return (
      <Button
        look="quiet"
        autoFocus={is === 'left'}
        aria-label={giveDueTo(item.key)}
        title={giveDueTo(item.key)}
        onClick={({ detail }) => setIs(detail > 0 ? 'asking by pointer' : 'asking')}
        className="relative -mr-3 shrink-0 text-sm"
      >
        {giveDue}
      </Button>
    );
  // Who left by a key goes on from the button; who went elsewhere stays there.
  return (
    <span className="relative w-36 shrink-0">
      <CellInput
        type="date"
        label={giveDueTo(item.key)}
        value=""
        isOpened={is === 'asking by pointer'}
        onKeep={(day) => void moveDue(item, endOfDay(day), now)}
        onClose={() => setIs(document.activeElement instanceof HTMLInputElement ? 'left' : null)}
      />
    </span>
  );
}
