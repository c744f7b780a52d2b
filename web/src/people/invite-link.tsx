import type { Participant, ParticipantInviteOutput } from 'coact';
import { useEffect, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { exactly } from '../parts/format.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { CopyText } from './copy-text.tsx';

const says = words.people.link;

/** Makes the link with which a person signs in for the first time, and shows it once. */
export function InviteLink({ one, onClose }: { one: Participant; onClose: () => void }) {
  const [link, setLink] = useState<ParticipantInviteOutput | null>(null);
  const { trouble, run } = useAct();
  useEffect(() => {
    void run(async () => setLink(await server.participant.invite({ id: one.id })));
    // Once for the person whose link this is; `run` is another function at every drawing.
  }, [one.id]);
  return (
    <Dialog open onClose={onClose} title={says.title(one.name)} note={says.note}>
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
