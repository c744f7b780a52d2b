import type { Participant } from 'coact';
import { server } from '../state/server.ts';
import { words } from '../words/index.ts';
import { LinkDialog } from './link-dialog.tsx';

const says = words.people.link;

/** The link with which a person signs in for the first time. */
export const InviteLink = ({ one: { id, name }, onClose }: { one: Participant; onClose: () => void }) => (
  <LinkDialog
    key={id}
    title={says.title(name)}
    says={says}
    make={() => server.participant.invite({ id })}
    onClose={onClose}
  />
);
