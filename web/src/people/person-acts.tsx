import type { Participant } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Menu } from '../parts/menu.tsx';
import { words } from '../words/index.ts';
import { InviteLink } from './invite-link.tsx';
import { useIsAdmin, useMayChange } from './may.ts';
import { ResetLink } from './reset-link.tsx';
import { PersonForm } from './person-form.tsx';
import { RetireDialog } from './retire-dialog.tsx';
import { StatusDialog, type StatusChange } from './status-dialog.tsx';

const says = words.people;

/** What may be done with somebody by those who answer for them. */
export function PersonActs({ one }: { one: Participant }) {
  const [asking, setAsking] = useState<'edit' | 'invite' | 'reset' | StatusChange | null>(null);
  const may = useMayChange(one);
  const admin = useIsAdmin();
  if (!may) return null;
  const close = () => setAsking(null);
  const { status, kind } = one;
  const items = [
    ...(status === 'active' ? [{ text: says.pause, onChoose: () => setAsking('paused') }] : []),
    ...(status === 'retired' ? [] : [{ text: says.retire, onChoose: () => setAsking('retired') }]),
    ...(status === 'retired' ? [{ text: says.takeBack, onChoose: () => setAsking('active') }] : []),
    ...(admin && kind === 'human' && status === 'active'
      ? [
          { text: says.invite, onChoose: () => setAsking('invite') },
          { text: words.access.reset.menu, onChoose: () => setAsking('reset') },
        ]
      : []),
  ];
  return (
    <div className="flex gap-2">
      {status === 'paused' && (
        <Button look="primary" onClick={() => setAsking('active')}>
          {says.resume}
        </Button>
      )}
      <Button data-key="e" hint="e" onClick={() => setAsking('edit')}>
        {says.edit}
      </Button>
      <Menu label={says.more} trigger={<Button aria-label={says.more}>…</Button>} items={items} />
      {asking === 'edit' && <PersonForm kind={kind} one={one} onClose={close} />}
      {asking === 'invite' && <InviteLink one={one} onClose={close} />}
      {asking === 'reset' && <ResetLink one={one} onClose={close} />}
      {asking === 'retired' && <RetireDialog one={one} onClose={close} />}
      {(asking === 'active' || asking === 'paused') && <StatusDialog one={one} to={asking} onClose={close} />}
    </div>
  );
}
