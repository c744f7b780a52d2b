import type { InboxEntry, RequestPreviewOutput } from 'coact';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { words } from '../words/index.ts';
import type { Input } from './proposal-step.tsx';
import { stepsIn } from './tell-value.ts';
import { useAnswer } from './use-answer.ts';
import { useDraft } from './use-draft.ts';

const says = words.proposals;
const handoff = words.inbox.handoff;

type ActsProps = {
  entry: InboxEntry;
  steps: RequestPreviewOutput['steps'];
  left: readonly number[];
  edits: Record<number, Input>;
};

/** Accepting what is chosen, or declining with a reason. */
export function ProposalActs({ entry, steps, left, edits }: ActsProps) {
  const { busy, trouble, send, complain } = useAnswer(entry);
  const [reason, setReason] = useDraft<string | null>(entry.id, 'reason', null);
  const chosen = steps.filter(({ step }) => !left.includes(step));
  const accept = () => {
    const lost = lostBy(chosen, { left, edits });
    return lost ? complain({ message: lost, hint: '' }) : void send(acceptance(chosen, { left, edits }));
  };
  const decline = () =>
    reason?.trim()
      ? void send({ accept: false, reason })
      : complain({ message: handoff.sayWhy, hint: handoff.sayWhyNote });
  return (
    <>
      {reason !== null && (
        <div className="mt-4">
          <TextField
            label={handoff.whyNot}
            value={reason}
            autoFocus
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      )}
      <TroubleNote trouble={trouble} />
      <div className="mt-4 flex flex-wrap gap-2">
        {reason === null ? (
          <>
            <Button look="primary" data-key="a" hint="a" disabled={busy || chosen.length === 0} onClick={accept}>
              {busy
                ? words.inbox.sending
                : chosen.length === steps.length
                  ? says.acceptAll
                  : says.acceptSome(chosen.length, steps.length)}
            </Button>
            <Button data-key="r" data-press="" hint="r" disabled={busy} onClick={() => setReason('')}>
              {handoff.declining}
            </Button>
          </>
        ) : (
          <>
            <Button look="primary" disabled={busy} onClick={decline}>
              {handoff.decline}
            </Button>
            <Button look="quiet" onClick={() => setReason(null)}>
              {words.inbox.backToForm}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

type Chosen = { left: readonly number[]; edits: Record<number, Input> };

/** The first step whose result would be missing, in words, or null. */
function lostBy(chosen: ActsProps['steps'], { left, edits }: Chosen): string | null {
  for (const { step, input } of chosen) {
    const needed = stepsIn(edits[step] ?? input).filter((one) => left.includes(one));
    if (needed.length > 0) return says.needsStep(step, needed.join(', '));
  }
  return null;
}

/** The edits as the server takes them. */
export const editsIn = (edits: Record<number, Input>) =>
  Object.entries(edits).map(([step, input]) => ({ step: Number(step), input }));

function acceptance(chosen: ActsProps['steps'], { left, edits }: Chosen) {
  const said = editsIn(edits).filter(({ step }) => !left.includes(step));
  return {
    accept: true,
    ...(left.length > 0 && { steps: chosen.map(({ step }) => step) }),
    ...(said.length > 0 && { edits: said }),
  };
}
