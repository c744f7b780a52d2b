import { useEffect, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { exactly } from '../parts/format.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useAct } from '../state/use-act.ts';
import { CopyText } from './copy-text.tsx';

type OnceLink = { url: string; expiresAt: string };
type Props = {
  title: string;
  says: { note: string; label: string; until: string; done: string };
  make: () => Promise<OnceLink>;
  onClose: () => void;
};

/** Makes a link by which somebody comes in, and shows it once. */
export function LinkDialog({ title, says, make, onClose }: Props) {
  const [link, setLink] = useState<OnceLink | null>(null);
  const { trouble, run } = useAct();
  useEffect(() => {
    void run(async () => setLink(await make()));
    // Once for as long as it is open; `run` and `make` are other functions at every drawing.
  }, []);
  return (
    <Dialog open onClose={onClose} title={title} note={says.note}>
      {link && (
        <>
          <CopyText text={link.url} label={says.label} />
          <p className="mt-2 text-sm text-muted">
            {says.until} {exactly(link.expiresAt)}
          </p>
        </>
      )}
      <TroubleNote trouble={trouble} />
      <Button className="mt-4" onClick={onClose}>
        {says.done}
      </Button>
    </Dialog>
  );
}
