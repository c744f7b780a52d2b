import type { Item, Share } from 'coact';
import type { FormEvent } from 'react';
import { Person } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField } from '../parts/field.tsx';
import { toast } from '../parts/toast.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { formText } from '../state/form-text.ts';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';

const says = words.shares;
const mays = Object.entries(says.mays);
type May = Share['may'];

type ShareDialogProps = { item: Item; shares: readonly Share[]; onClose: () => void; onChanged: () => void };

/** Who sees the item beside the members: shares it with a guest, changes how far they may go, or ends it. */
export function ShareDialog({ item, shares, onClose, onChanged }: ShareDialogProps) {
  const { busy, trouble, run } = useAct();
  const people = useStore((state) => state.people);
  const guests = [...people.values()].filter(({ role, status }) => role === 'guest' && status !== 'retired');
  const nameOf = (id: string) => people.get(id)?.name ?? says.guest;
  const share = async (guest: string, may: May) => {
    if (!(await run(() => server.item.share({ id: item.id, with: guest, may })))) return;
    toast({ text: says.shared(nameOf(guest)) });
    onChanged();
  };
  const end = async (guest: string) => {
    if (!(await run(() => server.item.unshare({ id: item.id, participant: guest })))) return;
    toast({ text: says.ended(nameOf(guest)) });
    onChanged();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void share(formText(form, 'guest'), formText(form, 'may') as May);
  };
  return (
    <Dialog open onClose={onClose} title={says.title} note={says.note}>
      <ul className="mb-4 divide-y divide-line">
        {shares.map((one) => (
          <li key={one.with} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            <span className="min-w-0 flex-1">
              <Person id={one.with} as={says.guest} />
              <span className="block text-sm text-muted">{says.mays[one.may]}</span>
            </span>
            <Button disabled={busy} aria-label={says.endOf(nameOf(one.with))} onClick={() => void end(one.with)}>
              {says.end}
            </Button>
          </li>
        ))}
      </ul>
      {guests.length === 0 ? (
        <p className="text-muted">{says.noGuests}</p>
      ) : (
        <form className="space-y-3" onSubmit={submit}>
          <SelectField name="guest" label={says.guest} options={guests.map(({ id, name }) => [id, name] as const)} />
          <SelectField name="may" label={says.may} options={mays} defaultValue="view" />
          <Button type="submit" look="primary" disabled={busy}>
            {says.share}
          </Button>
        </form>
      )}
      <TroubleNote trouble={trouble} />
    </Dialog>
  );
}
