import type { InboxEntry } from 'coact';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { words } from '../words/index.ts';
import { textIn, textsIn } from './asks-in.ts';
import { useAnswer } from './use-answer.ts';
import { useDraft } from './use-draft.ts';

const says = words.inbox.question;

/** A question: one press on an offered answer, or an answer in one's own words. */
export function QuestionForm({ entry }: { entry: InboxEntry }) {
  const { busy, trouble, send } = useAnswer(entry);
  const [text, setText] = useDraft(entry.id, 'text', '');
  const options = textsIn(entry.body, 'options');
  const silence = textIn(entry.body, 'default');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void send({ answer: text });
      }}
    >
      {options.length > 0 && (
        <div role="group" aria-label={says.choices} className="mb-5 flex max-w-[44rem] flex-wrap gap-2">
          {options.map((option, index) => (
            <Button
              key={option}
              {...(index === 0 && { 'data-key': 'a', hint: 'a' })}
              disabled={busy}
              onClick={() => void send({ answer: option })}
            >
              {option}
            </Button>
          ))}
        </div>
      )}
      <TextField
        label={options.length > 0 ? says.ownInstead : says.own}
        data-key={options.length > 0 ? 'r' : 'a'}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) =>
          (event.metaKey || event.ctrlKey) && event.key === 'Enter' && event.currentTarget.form?.requestSubmit()
        }
        note={[says.note, silence && says.silence(silence)].filter(Boolean).join(' ')}
      />
      <TroubleNote trouble={trouble} />
      <Button type="submit" look={text.trim() ? 'primary' : 'plain'} disabled={busy || !text.trim()} className="mt-4">
        {busy ? words.inbox.sending : says.send}
      </Button>
    </form>
  );
}
