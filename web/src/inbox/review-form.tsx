import type { InboxEntry } from 'coact';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { words } from '../words/index.ts';
import { textIn } from './asks-in.ts';
import { CriterionVerdict, type Verdict } from './criterion-verdict.tsx';
import { readReview } from './read-review.ts';
import { useAnswer } from './use-answer.ts';
import { useDraft } from './use-draft.ts';

const says = words.inbox.review;

/** A delivery, criterion by criterion: the evidence first, the judgement beside it, and what the agent says of itself last. */
export function ReviewForm({ entry }: { entry: InboxEntry }) {
  const { busy, trouble, send, complain } = useAnswer(entry);
  const [verdicts, setVerdicts] = useDraft<Record<string, Verdict>>(entry.id, 'verdicts', {});
  const { criteria, evidence } = readReview(entry.body);
  const next = criteria.find(({ id, required }) => required && !verdicts[id]);
  const isReturned = criteria.some(({ id, required }) => required && verdicts[id]?.verdict === 'fail');
  const submit = () => {
    if (next)
      return complain({
        message: says.noVerdict(next.text),
        hint: says.noVerdictNote,
      });
    return void send({
      verdicts: Object.entries(verdicts).map(([criterion, { verdict, reason }]) => ({
        criterion,
        verdict,
        reason: reason.trim() || null,
      })),
    });
  };
  return (
    <form
      className="max-w-[44rem]"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ol className="space-y-6">
        {criteria.map((criterion) => (
          <CriterionVerdict
            key={criterion.id}
            criterion={criterion}
            evidence={evidence.filter((piece) => piece.criterion === criterion.id)}
            verdict={verdicts[criterion.id]}
            onJudge={(verdict) => setVerdicts({ ...verdicts, [criterion.id]: verdict })}
            isNext={criterion.id === next?.id}
          />
        ))}
      </ol>
      <Summary text={textIn(entry.body, 'summary')} />
      <TroubleNote trouble={trouble} />
      <Button
        type="submit"
        look={next ? 'plain' : 'primary'}
        disabled={busy}
        className="mt-5"
        data-key={next ? undefined : 'a'}
      >
        {busy ? words.inbox.sending : isReturned ? says.return : says.accept}
      </Button>
    </form>
  );
}

const Summary = ({ text }: { text: string | null }) =>
  text && (
    <div className="mt-6 border-t border-line pt-4">
      <p className="text-sm text-muted">{says.says}</p>
      <p className="prose">{text}</p>
    </div>
  );
