import type { ItemSummary } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { FormButtons } from '../parts/form-buttons.tsx';
import { words } from '../words/index.ts';
import { AcceptFields, type Place } from './accept-fields.tsx';
import { DeclineDialog } from './decline-dialog.tsx';
import { type Decision, triageMany } from './triage.ts';

type BatchProps = { items: readonly ItemSummary[]; onClear: () => void };

/** What can be done with several drafts at once. */
export function BatchBar({ items, onClear }: BatchProps) {
  const intake = words.intake;
  const [asks, setAsks] = useState<'accept' | 'decline' | null>(null);
  const decide = (decision: Decision) => {
    setAsks(null);
    onClear();
    void triageMany(items, decision);
  };
  return (
    <div
      role="group"
      aria-label={intake.chosen(items.length)}
      className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line px-4 py-2"
    >
      <p className="w-full text-sm text-muted" role="status">
        {intake.chosen(items.length)}
      </p>
      <Button look="primary" data-batch="a" onClick={() => setAsks('accept')}>
        {intake.accept.many(items.length)}
      </Button>
      <Button data-batch="d" onClick={() => setAsks('decline')}>
        {intake.decline.many(items.length)}
      </Button>
      <Button look="quiet" onClick={onClear}>
        {intake.clear}
      </Button>
      {asks === 'accept' && <AcceptDialog count={items.length} onClose={() => setAsks(null)} onAccept={decide} />}
      {asks === 'decline' && (
        <DeclineDialog
          what={intake.drafts(items.length)}
          onClose={() => setAsks(null)}
          onDecline={(reason) => decide({ as: 'decline', reason })}
        />
      )}
    </div>
  );
}

type AcceptProps = { count: number; onClose: () => void; onAccept: (decision: Decision) => void };

function AcceptDialog({ count, onClose, onAccept }: AcceptProps) {
  const { accept, cancel } = words.intake;
  const [{ team, owner }, setPlace] = useState<Place>({ team: '', owner: '' });
  return (
    <Dialog open onClose={onClose} title={accept.many(count)} note={accept.note}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          onAccept({ as: 'accept', ...(team && { team }), ...(owner && { owner }) });
        }}
      >
        <AcceptFields place={{ team, owner }} onChange={setPlace} mayLeave />
        <FormButtons send={accept.send} cancel={cancel} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
