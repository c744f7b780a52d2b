import { Key } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { words } from '../words/index.ts';
import { keySheets } from './key-sheets.ts';

/** Every key that does something, by where it does it. */
export default function Help({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title={words.frame.help.title} note={words.frame.help.note} wide>
      {/* Reached by Tab, so that the arrow keys scroll what does not fit. */}
      <div tabIndex={0} className="gap-8 outline-offset-4 sm:columns-2">
        {keySheets.map(({ title, keys }) => (
          <section key={title} className="mb-5 break-inside-avoid">
            <h3 className="mb-1.5 font-semibold">{title}</h3>
            <dl className="space-y-1">
              {keys.map(({ keys: combination, text }) => (
                <div key={text} className="flex items-baseline justify-between gap-4">
                  <dt>{text}</dt>
                  <dd className="shrink-0 text-muted">
                    <span className="sr-only">{combination}</span>
                    <Key onPhone>{combination}</Key>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
