import type { Participant } from 'coact';
import { server } from '../state/server.ts';
import { words } from '../words/index.ts';
import { LinkDialog } from './link-dialog.tsx';

const { reset } = words.access;
const says = { ...reset, note: reset.linkNote };

/** The link with which somebody who cannot sign in chooses another password. */
export const ResetLink = ({ one: { id, name }, onClose }: { one: Participant; onClose: () => void }) => (
  <LinkDialog
    key={id}
    title={reset.linkTitle(name)}
    says={says}
    make={() => server.participant.resetAccess({ id })}
    onClose={onClose}
  />
);
