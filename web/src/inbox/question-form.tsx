import type { InboxEntry } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { textIn, textsIn } from './asks-in.ts';
import { useAnswer } from './use-answer.ts';

/** A question: one press on an offered answer, or an answer in one's own words. */
export function QuestionForm({ entry }: { entry: InboxEntry }) {
  const { busy, trouble, send } = useAnswer(entry);
  const [text, setText] = useState('');
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
        <div role="group" aria-label="Answers to choose from" className="mb-5 flex max-w-[44rem] flex-wrap gap-2">
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
        label={options.length > 0 ? 'Or in your own words' : 'Your answer'}
        data-key={options.length > 0 ? 'r' : 'a'}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) =>
          (event.metaKey || event.ctrlKey) && event.key === 'Enter' && event.currentTarget.form?.requestSubmit()
        }
        note={`It becomes part of the contract, so that nobody has to ask again.${silence ? ` If nobody answers: ${silence}.` : ''}`}
      />
      <TroubleNote trouble={trouble} />
      <Button type="submit" look={text.trim() ? 'primary' : 'plain'} disabled={busy || !text.trim()} className="mt-4">
        {busy ? 'Sending …' : 'Answer'}
      </Button>
    </form>
  );
}
