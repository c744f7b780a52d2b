import type { InboxEntry } from 'coact';
import { Person } from '../parts/badge.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { textsIn } from './asks-in.ts';
import { ProposalActs, editsIn } from './proposal-acts.tsx';
import { type Input, ProposalStep } from './proposal-step.tsx';
import type { NameOf } from './tell-value.ts';
import { useDraft } from './use-draft.ts';
import { useNames } from './use-names.ts';

const says = words.proposals;

/** A plan, or an act that waits for approval: what it would do now, which parts of it are accepted, and with which edits. */
export function ProposalForm({ entry }: { entry: InboxEntry }) {
  const [left, setLeft] = useDraft<number[]>(entry.id, 'left', []);
  const [edits, setEdits] = useDraft<Record<number, Input>>(entry.id, 'edits', {});
  const { answer, trouble: unread } = usePreview(entry.id, edits);
  const names = useNames();
  const isHeld = entry.body['held'] === true;
  const steps = answer?.steps ?? [];
  // What an earlier step would make is nowhere else yet.
  const made = new Map(steps.flatMap(({ about }) => (about ? [[about.id, about] as const] : [])));
  const nameOf: NameOf = (id) => {
    const about = made.get(id);
    return about ? [about.key, about.name].filter(Boolean).join(' ') : names(id);
  };
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      {isHeld && <Held entry={entry} />}
      <section aria-label={says.steps} className="max-w-[44rem]">
        <h3 className="mb-2 text-sm text-muted">{says.steps}</h3>
        {!answer && !unread && <p className="text-muted">{says.reading}</p>}
        <TroubleNote trouble={unread} />
        <ol className="space-y-2">
          {steps.map((step) => (
            <ProposalStep
              key={step.step}
              step={step}
              nameOf={nameOf}
              chosen={isHeld ? null : !left.includes(step.step)}
              onChoose={(chosen) => setLeft(chosen ? left.filter((one) => one !== step.step) : [...left, step.step])}
              edited={edits[step.step]}
              onEdit={(input) => setEdits(without(edits, step.step, input))}
            />
          ))}
        </ol>
        {steps.length > 1 && <p className="mt-2 text-sm text-muted">{says.allOrNothing}</p>}
      </section>
      <ProposalActs entry={entry} steps={steps} left={left} edits={edits} />
    </form>
  );
}

/** What the steps would do as they are edited. Edits that cannot be meant leave what was shown before, and say why. */
function usePreview(id: string, edits: Record<number, Input>) {
  const asked = editsIn(edits);
  const plain = useQuery(id, () => server.request.preview({ id }));
  const edited = useQuery(JSON.stringify([id, asked]), async () =>
    asked.length > 0 ? server.request.preview({ id, edits: asked }) : null,
  );
  return { answer: edited.answer ?? plain.answer, trouble: edited.trouble ?? plain.trouble };
}

function without(edits: Record<number, Input>, step: number, input: Input | undefined): Record<number, Input> {
  const others = Object.entries(edits).filter(([key]) => Number(key) !== step);
  return Object.fromEntries(input ? [...others, [step, input]] : others);
}

/** An act that waits: why, by which rules, and who could let it happen. */
function Held({ entry: { body } }: { entry: InboxEntry }) {
  const because = textsIn(body, 'because');
  const rules = textsIn(body, 'rules');
  const approvers = textsIn(body, 'approvers');
  return (
    <div className="mb-5 max-w-[44rem]">
      <h3 className="text-sm text-muted">{says.because}</h3>
      {because.map((one) => (
        <p key={one} className="prose">
          {one}
        </p>
      ))}
      {rules.length > 0 && <p className="mt-1 text-sm text-muted">{says.rules(rules.join(', '))}</p>}
      {approvers.length > 0 && (
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <span className="text-muted">{says.who}</span>
          {approvers.map((id) => (
            <Person key={id} id={id} as={says.who} />
          ))}
        </p>
      )}
    </div>
  );
}
