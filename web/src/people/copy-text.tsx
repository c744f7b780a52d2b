import { useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { words } from '../words/index.ts';

/** Text to take elsewhere: a token, a link, a few lines to paste. Where the browser does not let a page copy, it is marked. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const shown = useRef<HTMLPreElement>(null);
  const [told, setTold] = useState('');
  const mark = () => {
    if (shown.current) getSelection()?.selectAllChildren(shown.current);
    setTold(words.people.copyByHand);
  };
  const copy = () => {
    // Browsers give no clipboard to pages that came over plain HTTP from another machine.
    if (!isSecureContext) return mark();
    navigator.clipboard.writeText(text).then(() => setTold(words.people.copied), mark);
  };
  return (
    <figure className="overflow-hidden rounded-md border border-line">
      <figcaption className="flex items-center gap-3 border-b border-line bg-paper py-1 pr-1 pl-3 text-sm text-muted">
        <span className="min-w-0 flex-1">{label}</span>
        <span role="status">{told}</span>
        <Button className="bg-sheet" onClick={copy}>
          {words.people.copy}
        </Button>
      </figcaption>
      <pre
        ref={shown}
        tabIndex={0}
        aria-label={label}
        className="max-h-80 overflow-auto px-3 py-2 font-mono text-[0.8125rem] -outline-offset-2"
      >
        {text}
      </pre>
    </figure>
  );
}
