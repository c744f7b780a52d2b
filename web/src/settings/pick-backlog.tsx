import { type ReactNode, useRef } from 'react';
import { Button } from '../parts/button.tsx';
import { words } from '../words/index.ts';

const says = words.settings.import;

/** The two kinds of backlog that are understood, each with how it is chosen. */
export function PickBacklog({
  onFile,
  onFolder,
}: {
  onFile: (file: File) => void;
  onFolder: (files: FileList) => void;
}) {
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  return (
    <ul className="divide-y divide-line border-y border-line">
      <Source title={says.beads} note={says.beadsNote}>
        <input
          ref={file}
          type="file"
          accept=".jsonl,.json,application/jsonl"
          aria-label={says.beads}
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => target.files?.[0] && onFile(target.files[0])}
        />
        <Button onClick={() => file.current?.click()}>{says.beadsDo}</Button>
      </Source>
      <Source title={says.backlog} note={says.backlogNote}>
        <input
          ref={(input) => {
            folder.current = input;
            if (input) input.webkitdirectory = true;
          }}
          type="file"
          aria-label={says.backlog}
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => target.files && target.files.length > 0 && onFolder(target.files)}
        />
        <Button onClick={() => folder.current?.click()}>{says.backlogDo}</Button>
      </Source>
    </ul>
  );
}

const Source = ({ title, note, children }: { title: string; note: string; children: ReactNode }) => (
  <li className="relative flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
    <div className="min-w-56 flex-1">
      <p className="font-medium">{title}</p>
      <p className="text-sm text-muted">{note}</p>
    </div>
    {children}
  </li>
);
