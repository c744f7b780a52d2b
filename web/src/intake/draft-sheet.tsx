import type { ItemSummary } from 'coact';
import { useState } from 'react';
import { Person, useName } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { ItemLink } from '../parts/item-link.tsx';
import { go } from '../state/route.ts';
import { getState } from '../state/store.ts';
import { words } from '../words/index.ts';
import { AcceptFields, type Place } from './accept-fields.tsx';
import { DeclineDialog } from './decline-dialog.tsx';
import { DraftText, Part } from './draft-text.tsx';
import { Duplicates } from './duplicates.tsx';
import { DuplicateChooser, MergeDialog, type Other } from './merge-dialog.tsx';
import { Source } from './source.tsx';
import { type Decision, triage } from './triage.ts';
import { useMayTriage } from './use-may-triage.ts';

type SheetProps = {
  item: ItemSummary;
  /** Called when it is decided, before the server has answered. */ onDecided: () => void;
};

/** One draft: who sent it, what it asks for, what may say the same already, and what becomes of it. */
export function DraftSheet({ item, onDecided }: SheetProps) {
  const intake = words.intake;
  const mayTriage = useMayTriage()(item);
  const [other, setOther] = useState<Other | null>(null);
  const decide = (decision: Decision, said: string) => {
    onDecided();
    void triage(item, decision, said);
  };
  const merge = (reason: string) =>
    other &&
    decide(
      { as: 'duplicate', duplicateOf: other.id, ...(reason && { reason }) },
      intake.merge.done(item.key, other.key),
    );
  return (
    <article aria-label={item.key} className="mx-auto max-w-3xl space-y-6 px-4 py-5 md:px-6">
      <header className="space-y-2">
        <Button look="quiet" className="mb-2 -ml-3 md:hidden" onClick={() => go({ page: 'intake', chosen: null })}>
          {intake.back}
        </Button>
        <Source item={item} />
        <h2 className="prose text-lg font-semibold">{item.title}</h2>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Person id={item.owner} as={intake.owner} />
          <ItemLink itemKey={item.key}>{intake.whole}</ItemLink>
        </p>
      </header>
      {mayTriage ? <Acts item={item} onDecide={decide} onMerge={setOther} /> : <MayNot item={item} />}
      <Part title={intake.duplicates}>
        <Duplicates item={item} mayMerge={mayTriage} onMerge={setOther} />
      </Part>
      <DraftText item={item} />
      {other && <MergeDialog itemKey={item.key} other={other} onClose={() => setOther(null)} onMerge={merge} />}
    </article>
  );
}

function MayNot({ item }: { item: ItemSummary }) {
  const owner = useName(item.owner);
  return <p className="text-muted">{words.intake.mayNot(owner)}</p>;
}

type ActsProps = {
  item: ItemSummary;
  onDecide: (decision: Decision, said: string) => void;
  onMerge: (other: Other) => void;
};

/** The three things that can be done; the keys go to the controls that are marked. */
function Acts({ item, onDecide, onMerge }: ActsProps) {
  const { accept, merge, decline } = words.intake;
  const [place, setPlace] = useState<Place>({ team: item.team, owner: item.owner });
  const [asks, setAsks] = useState<'merge' | 'decline' | null>(null);
  const { team, owner } = place;
  const send = () =>
    onDecide(
      { as: 'accept', ...(team !== item.team && { team }), ...(owner !== item.owner && { owner }) },
      accept.done(item.key),
    );
  const chooseOther = (id: string) => {
    setAsks(null);
    onMerge({ id, key: getState().items?.get(id)?.key ?? '' });
  };
  return (
    <section aria-label={accept.title} className="space-y-3 rounded-lg border border-line p-4">
      <AcceptFields place={place} onChange={setPlace} />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" data-key="a" hint="a" title={accept.note} onClick={send}>
          {accept.send}
        </Button>
        <Button data-key="m" hint="m" onClick={() => setAsks('merge')}>
          {merge.open}
        </Button>
        <Button data-key="d" hint="d" onClick={() => setAsks('decline')}>
          {decline.open}
        </Button>
      </div>
      {asks === 'merge' && <DuplicateChooser item={item.id} onClose={() => setAsks(null)} onChoose={chooseOther} />}
      {asks === 'decline' && (
        <DeclineDialog
          what={item.key}
          onClose={() => setAsks(null)}
          onDecline={(reason) => onDecide({ as: 'decline', reason }, decline.done(item.key))}
        />
      )}
    </section>
  );
}
