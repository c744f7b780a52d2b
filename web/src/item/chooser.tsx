import { Command } from 'cmdk';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import type { Trouble } from '../state/server.ts';
import { words } from '../words/index.ts';
import { textBox } from './markdown-field.tsx';

export type Option = { id: string; shown: ReactNode };

type Props = {
  title: string;
  placeholder: string;
  open: boolean;
  onClose: () => void;
  /** Gives what fits the typed text, the best first. A component's hook: it is called at every drawing. */
  useOptions: (text: string) => readonly Option[];
  /** Chooses nobody or nothing; not offered unless stated. */
  none?: string | undefined;
  trouble?: Trouble | null;
  onChoose: (id: string | null) => void;
};

/** Chooses one of many by typing a part of its name: arrows and enter, or the mouse. */
export function Chooser({ title, open, onClose, ...rest }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <Choices title={title} {...rest} />
    </Dialog>
  );
}

function Choices({ title, placeholder, useOptions, none, trouble = null, onChoose }: Omit<Props, 'open' | 'onClose'>) {
  const [text, setText] = useState('');
  const options = useOptions(text);
  return (
    <Command shouldFilter={false} label={title} loop>
      <Command.Input autoFocus value={text} onValueChange={setText} placeholder={placeholder} className={textBox} />
      <TroubleNote trouble={trouble} />
      <Command.List label={title} className="mt-2 max-h-72 overflow-y-auto">
        <Command.Empty className="px-2.5 py-2 text-muted">{words.item.nothingFits}</Command.Empty>
        {none && text === '' && (
          <Command.Item value="none" onSelect={() => onChoose(null)} className={row}>
            {none}
          </Command.Item>
        )}
        {options.map(({ id, shown }) => (
          <Command.Item key={id} value={id} onSelect={() => onChoose(id)} className={row}>
            {shown}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

const row =
  'flex min-h-8 cursor-default items-center gap-2 rounded-r-md border-l-2 border-transparent px-2.5 py-1 data-[selected=true]:border-accent data-[selected=true]:bg-accent-soft max-md:min-h-10';
