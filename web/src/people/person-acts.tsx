import type { Participant } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Menu } from '../parts/menu.tsx';
import { words } from '../words/index.ts';
import { InviteLink } from './invite-link.tsx';
import { useIsAdmin, useMayChange } from './may.ts';
import { PersonForm } from './person-form.tsx';
import { StatusDialog, type StatusChange } from './status-dialog.tsx';

const says = words.people;

/** What may be done with somebody by those who answer for them. */
export function PersonActs({ one }: { one: Participant }) {
  const [asking, setAsking] = useState<'edit' | 'invite' | StatusChange | null>(null);
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
      ? [{ text: says.invite, onChoose: () => setAsking('invite') }]
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
      {(asking === 'active' || asking === 'paused' || asking === 'retired') && (
        <StatusDialog one={one} to={asking} onClose={close} />
      )}
    </div>
  );
}
