import type { Item } from 'coact';
import { useName } from '../parts/badge.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { words } from '../words/index.ts';
import { Ago } from '../parts/time.tsx';
import { CriteriaField } from './criteria-field.tsx';
import { Dependencies } from './dependencies.tsx';
import { LinksField, ScopeField } from './lines-field.tsx';
import { MarkdownField } from './markdown-field.tsx';
import { may } from './may.ts';
import { Section } from './section.tsx';
import { Terms } from './terms.tsx';

/** What was agreed, each part editable in its place; the terms stand beside it where there is room. */
export function ContractTab({ item }: { item: Item }) {
  const mayEdit = may(item, 'item.update');
  return (
    <div className="grid gap-x-10 gap-y-7 @4xl:grid-cols-[minmax(0,1fr)_21rem]">
      <div className="min-w-0 space-y-6">
        <MarkdownField item={item} name="outcome" mayEdit={mayEdit} />
        <CriteriaField item={item} mayEdit={mayEdit} />
        <ScopeField item={item} mayEdit={mayEdit} />
        <Answers answers={item.answers} />
        <MarkdownField item={item} name="context" mayEdit={mayEdit} />
        <LinksField item={item} mayEdit={mayEdit} />
      </div>
      <div className="min-w-0 space-y-7">
        <Section title={words.item.termsTitle}>
          <Terms item={item} />
        </Section>
        <Dependencies item={item} />
        <p className="text-sm text-muted">{words.item.revision(item.revision)}</p>
      </div>
    </div>
  );
}

/** What was asked and answered, so that nobody asks again. */
function Answers({ answers }: { answers: Item['answers'] }) {
  if (answers.length === 0) return null;
  return (
    <section aria-label={words.item.answers}>
      <h3 className="mb-0.5 text-sm text-muted">{words.item.answers}</h3>
      <ul className="space-y-2">
        {answers.map((answer) => (
          <Answered key={answer.request} answer={answer} />
        ))}
      </ul>
    </section>
  );
}

function Answered({ answer: { question, answer, by, at } }: { answer: Item['answers'][number] }) {
  const name = useName(by);
  return (
    <li>
      <p className="prose text-muted">{question}</p>
      <Markdown text={answer} />
      <p className="text-sm text-muted">
        {name}, <Ago at={at} />
      </p>
    </li>
  );
}
