import type { Participant, ParticipantResetAccessOutput } from 'coact';
import { useEffect, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { exactly } from '../parts/format.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { CopyText } from './copy-text.tsx';

const says = words.access.reset;

/** Makes the link with which somebody who cannot sign in chooses another password, and shows it once. */
export function ResetLink({ one, onClose }: { one: Participant; onClose: () => void }) {
  const [link, setLink] = useState<ParticipantResetAccessOutput | null>(null);
  const { trouble, run } = useAct();
  useEffect(() => {
    void run(async () => setLink(await server.participant.resetAccess({ id: one.id })));
    // Once for the person whose link this is; `run` is another function at every drawing.
  }, [one.id]);
  return (
    <Dialog open onClose={onClose} title={says.linkTitle(one.name)} note={says.linkNote}>
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
