import { type Comment, type Item, paged } from 'coact';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Badge, useName } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { loadSome } from '../state/load.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { Ago } from '../parts/time.tsx';
import { may } from './may.ts';
import { Section } from './section.tsx';
import { textBox } from './markdown-field.tsx';

/** What was said about the item, oldest first, and a place to say more. `writing` grows when somebody wants to write. */
export function Comments({ item, writing }: { item: Item; writing: number }) {
  const changes = useStore((state) => state.openedChanges);
  const { answer, trouble } = useQuery(`${item.id}.${changes}`, () =>
    Array.fromAsync(paged(server.item.comments, { id: item.id, limit: 200 })),
  );
  return (
    <Section title={words.item.comments}>
      <TroubleNote trouble={trouble} />
      <ol className="space-y-4">
        {answer?.map((comment) => (
          <Said key={comment.id} comment={comment} />
        ))}
      </ol>
      {may(item, 'item.comment') && <Writing item={item} writing={writing} />}
    </Section>
  );
}

function Said({ comment: { author, authorName, text, at } }: { comment: Comment }) {
  const name = useName(author);
  return (
    <li className="flex gap-2.5">
      <Badge id={author} as={words.item.saidBy} />
      <div className="min-w-0 flex-1">
        <p className="text-muted">
          {author ? name : (authorName ?? name)}{' '}
          <span className="text-sm">
            · <Ago at={at} />
          </span>
        </p>
        <Markdown text={text} />
      </div>
    </li>
  );
}

function Writing({ item, writing }: { item: Item; writing: number }) {
  const { busy, trouble, run } = useAct();
  const [text, setText] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (writing > 0) box.current?.focus();
  }, [writing]);
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!text.trim() || busy) return;
    const isSaid = await run(async () => {
      await server.item.comment({ id: item.id, text: text.trim() });
      await loadSome([item.id]);
    });
    if (isSaid) setText('');
  };
  return (
    <form className="mt-4 max-w-[44rem]" onSubmit={(event) => void send(event)}>
      <textarea
        ref={box}
        rows={2}
        aria-label={words.item.writeComment}
        placeholder={words.item.commentPlaceholder(item.run !== null)}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void send();
          if (event.key === 'Escape') box.current?.blur();
        }}
        className={textBox}
      />
      <TroubleNote trouble={trouble} />
      {text.trim() && (
        <Button type="submit" look="primary" hint={words.item.saveKey} disabled={busy} className="mt-2">
          {busy ? words.item.sending : words.item.say}
        </Button>
      )}
    </form>
  );
}
