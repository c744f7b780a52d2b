import type { InboxEntry } from 'coact';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { TextField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { loadInbox } from '../state/load.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { AgreeForm, InputForm } from './decision-part.tsx';
import { DecisionSaid, DecisionTerms } from './decision-said.tsx';
import { looked } from './dwell.ts';
import { type Decision, optionText, readDecision } from './read-decision.ts';
import { useAnswer } from './use-answer.ts';
import { useDraft } from './use-draft.ts';
import { useNames } from './use-names.ts';

const says = words.decisions;

/** A decision among options, for whoever decides, must agree or gives input. */
export function DecisionForm({ entry }: { entry: InboxEntry }) {
  const me = useStore((state) => state.me?.id ?? '');
  const decision = readDecision(entry.body, entry.response);
  const nameOf = useNames();
  const isAgreeing = decision.agree.includes(me);
  const isAdvising = decision.input.includes(me);
  return (
    <div className="space-y-5">
      <DecisionTerms decision={decision} hasDue={entry.due !== null} />
      {isAgreeing || isAdvising ? (
        <>
          <Options decision={decision} />
          <Recommended decision={decision} />
          {decision.decide && <p className="text-muted">{says.form.decides(nameOf(decision.decide) ?? '…')}</p>}
          <DecisionSaid decision={decision} />
          {isAgreeing ? <AgreeForm entry={entry} /> : <InputForm entry={entry} />}
        </>
      ) : (
        <Decide entry={entry} decision={decision} />
      )}
    </div>
  );
}

/** What there is to choose from, for those who do not choose. */
const Options = ({ decision: { options } }: { decision: Decision }) => (
  <ul className="max-w-[44rem] space-y-1.5">
    {options.map(({ id, text, consequences }) => (
      <li key={id} className="rounded-md border border-line px-3 py-1.5">
        <span className="font-medium">{text}</span> {consequences && <span className="text-muted">{consequences}</span>}
      </li>
    ))}
  </ul>
);

function Recommended({ decision }: { decision: Decision }) {
  const nameOf = useNames();
  const { recommendation } = decision;
  if (!recommendation) return null;
  const by = recommendation.by && nameOf(recommendation.by);
  return (
    <p className="prose text-muted">
      {by ? says.recommendedBy(by) : says.recommended}: <strong>{optionText(decision, recommendation.option)}</strong>
      {recommendation.reason && `. ${recommendation.reason}`}
    </p>
  );
}

/** The choice. Where a recommendation is kept back, the first one is a judgement, and the second one counts. */
function Decide({ entry, decision }: { entry: InboxEntry; decision: Decision }) {
  const { busy, trouble, send } = useAnswer(entry);
  const judging = useAct();
  const [choice, setChoice] = useDraft<string | null>(entry.id, 'choice', null);
  const [reason, setReason] = useDraft(entry.id, 'reason', '');
  const nameOf = useNames();
  const isSeveral = decision.wanted.length > 0;
  const isFirst = decision.keptBack && !isSeveral;
  const submits = isFirst ? 'sendJudgement' : isSeveral ? 'sendChoice' : 'send';
  const waiting = decision.agree.filter((id) => !decision.agreements.some(({ by }) => by === id));
  const submit = () => {
    if (!choice) return;
    const answer = { choice, ...(reason.trim() && { reason }) };
    if (!isFirst) return void send(answer, { mayComeBack: isSeveral });
    void judging.run(async () => {
      await server.request.respond({ id: entry.id, ...answer, dwell: looked(entry.id) });
      await loadInbox();
    });
  };
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset className="max-w-[44rem] space-y-1">
        <legend className="mb-2 font-medium">{says.form.choice}</legend>
        {decision.options.map(({ id, text, consequences }, index) => (
          <Choice
            key={id}
            name={entry.id}
            title={text}
            {...(consequences && { note: consequences })}
            chosen={choice === id}
            onChoose={() => setChoice(id)}
            first={index === 0}
          />
        ))}
      </fieldset>
      <DecisionSaid decision={decision} />
      {isFirst && <p className="max-w-[44rem] text-muted">{says.form.judgeNote}</p>}
      {decision.judgement && <p>{says.form.judged(optionText(decision, decision.judgement.choice))}</p>}
      {(choice || decision.judgement) && <Recommended decision={decision} />}
      {waiting.length > 0 && (
        <p className="text-muted">{says.form.waitingFor(waiting.map((id) => nameOf(id) ?? '…').join(', '))}</p>
      )}
      <TextField label={says.form.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
      <TroubleNote trouble={trouble ?? judging.trouble} />
      <Button type="submit" look="primary" disabled={busy || judging.busy || !choice}>
        {busy || judging.busy ? words.inbox.sending : says.form[submits]}
      </Button>
    </form>
  );
}
