import type { StepPreview } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { words } from '../words/index.ts';
import { StepDiff, StepInput } from './step-diff.tsx';
import { StepEdit } from './step-edit.tsx';
import type { NameOf } from './tell-value.ts';

const says = words.proposals;

export type Input = Record<string, unknown>;

type Props = {
  step: StepPreview;
  nameOf: NameOf;
  /** Of an act that waits for approval there is nothing to choose. */
  chosen: boolean | null;
  onChoose: (chosen: boolean) => void;
  edited: Input | undefined;
  onEdit: (input: Input | undefined) => void;
};

/** One step: what it would do in a sentence, what would be different, and whether it shall happen. */
export function ProposalStep({ step, nameOf, chosen, onChoose, edited, onEdit }: Props) {
  const [editing, setEditing] = useState(false);
  const isOut = chosen === false;
  // The preview of an edit comes a moment later, or not at all where the edit cannot be meant.
  const isAhead = edited !== undefined && JSON.stringify(edited) !== JSON.stringify(step.input);
  return (
    <li className="rounded-md border border-line p-3">
      <div className="flex items-start gap-2.5">
        {chosen !== null && (
          <input
            type="checkbox"
            className="mt-1 size-4 shrink-0 accent-accent"
            checked={chosen}
            aria-label={says.include(step.step, step.summary)}
            onChange={({ target }) => onChoose(target.checked)}
          />
        )}
        <div className="min-w-0 flex-1">
          <p className={isOut ? 'text-muted line-through' : 'font-medium'}>
            {chosen !== null && <span className="mr-2 text-muted tabular-nums">{step.step}</span>}
            {step.summary}
            {step.makes && (
              <span className="ml-2 rounded border border-line px-1 text-sm text-muted">{says.makes}</span>
            )}
          </p>
          {!isOut && <What step={step} nameOf={nameOf} edited={isAhead ? edited : undefined} />}
          {!isOut && <Warnings step={step} isEdited={edited !== undefined} isAhead={isAhead} />}
        </div>
        {chosen !== null && !isOut && (
          <Button look="quiet" onClick={() => setEditing(true)} aria-label={says.editTitle(step.step)}>
            {says.edit}
          </Button>
        )}
      </div>
      {editing && (
        <StepEdit
          number={step.step}
          input={edited ?? step.input}
          nameOf={nameOf}
          onKeep={(input) => {
            onEdit(input);
            setEditing(false);
          }}
          onUndo={() => {
            onEdit(undefined);
            setEditing(false);
          }}
          onClose={() => setEditing(false)}
        />
      )}
    </li>
  );
}

function What({ step, nameOf, edited }: Pick<Props, 'step' | 'nameOf' | 'edited'>) {
  if (edited) return <StepInput input={edited} nameOf={nameOf} />;
  if (step.changes.length > 0 && !step.operation.startsWith('run.')) return <StepDiff step={step} nameOf={nameOf} />;
  return <StepInput input={step.input} nameOf={nameOf} />;
}

/** The hint names facts of the refusal; here they stand in their place. */
const hintOf = ({ hint, detail }: NonNullable<StepPreview['refusal']>): string =>
  hint.replaceAll(/`(\w+)`/g, (name, fact: string) => {
    const value = [detail[fact]].flat().filter((one) => ['string', 'number'].includes(typeof one));
    return value.length > 0 ? value.join(', ') : name;
  });

type WarningsProps = { step: StepPreview; isEdited: boolean; isAhead: boolean };

/** Why it could not happen now, and what it still needs. */
function Warnings({ step: { refusal, moved, approvals }, isEdited, isAhead }: WarningsProps) {
  const told = [
    isEdited && says.edited,
    ...moved.map(says.moved),
    refusal && !isAhead && `${says.refused(refusal.title)} ${hintOf(refusal)}`,
    ...approvals.map(({ approvers }) => says.alsoNeeds(approvers.join(', '))),
  ].filter((one): one is string => typeof one === 'string');
  if (told.length === 0) return null;
  return (
    <ul className="mt-2 space-y-1 text-sm">
      {told.map((one) => (
        <li key={one} className={one === says.edited ? 'text-muted' : 'text-fail'}>
          {one}
        </li>
      ))}
    </ul>
  );
}
