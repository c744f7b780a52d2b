import type { Item } from 'coact';
import { useState } from 'react';
import { Markdown } from '../parts/markdown.tsx';
import { words } from '../words/index.ts';
import { FieldFrame } from './field-frame.tsx';
import { useField } from './use-field.ts';

type Props = { item: Item; name: 'outcome' | 'context'; mayEdit: boolean };

/** A longer text in Markdown, with a look at how it will read. */
export function MarkdownField({ item, name, mayEdit }: Props) {
  const edit = useField(item, name);
  const { title, empty, placeholder } = words.item.texts[name];
  return (
    <FieldFrame
      name={name}
      title={title}
      edit={edit}
      mayEdit={mayEdit}
      empty={empty}
      show={(value) => (value.trim() ? <Markdown text={value} /> : null)}
    >
      <Writing label={title} placeholder={placeholder} value={edit.value} onType={edit.type} />
    </FieldFrame>
  );
}

type WritingProps = { label: string; placeholder: string; value: string; onType: (value: string) => void };

function Writing({ label, placeholder, value, onType }: WritingProps) {
  const [isPreview, setPreview] = useState(false);
  const tab = (isIt: boolean) =>
    `min-h-6 rounded px-2 text-sm ${isIt ? 'bg-hover font-medium' : 'text-muted hover:bg-hover hover:text-ink'}`;
  return (
    <div className="max-w-[44rem]">
      <p className="mb-1.5 flex items-center gap-1">
        <button type="button" aria-pressed={!isPreview} className={tab(!isPreview)} onClick={() => setPreview(false)}>
          {words.item.writing}
        </button>
        <button type="button" aria-pressed={isPreview} className={tab(isPreview)} onClick={() => setPreview(true)}>
          {words.item.preview}
        </button>
        <span className="ml-auto text-sm text-muted">{words.item.markdown}</span>
      </p>
      {isPreview ? (
        <div className="min-h-24 rounded-md border border-line px-3 py-2">
          <Markdown text={value} />
        </div>
      ) : (
        <textarea
          autoFocus
          aria-label={label}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onType(event.target.value)}
          className={`${textBox} min-h-24`}
        />
      )}
    </div>
  );
}

/** How every place to write in looks; larger letters on phones, which would zoom otherwise. */
export const textBox =
  'block w-full field-sizing-content rounded-md border border-edge bg-sheet px-2.5 py-1.5 placeholder:text-muted max-md:py-2 max-md:text-[16px]';
