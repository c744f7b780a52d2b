import type { Participant } from 'coact';
import { useState } from 'react';
import { Person } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { Chooser } from './chooser.tsx';
import { usePeople } from './options.tsx';

const says = words.decisions.ask;

type Props = {
  label: string;
  ids: readonly string[];
  /** How many at most. */
  most?: number;
  who?: (one: Participant) => boolean;
  onChange: (ids: string[]) => void;
};

/** Some people, chosen one by one and taken out again. */
export function PeopleField({ label, ids, most = 20, who = () => true, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const people = useStore((state) => state.people);
  return (
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <span className="w-28 font-medium">{label}</span>
      {ids.map((id) => (
        <span key={id} className="flex items-center">
          <Person id={id} as={label} />
          <Button
            look="quiet"
            className="px-2"
            aria-label={says.leaveOut(people.get(id)?.name ?? id)}
            onClick={() => onChange(ids.filter((one) => one !== id))}
          >
            <span aria-hidden="true">✕</span>
          </Button>
        </span>
      ))}
      {ids.length < most && (
        <Button aria-label={says.addTo(label)} onClick={() => setOpen(true)}>
          {says.add}
        </Button>
      )}
      <Chooser
        title={label}
        placeholder={words.item.namePlaceholder}
        open={isOpen}
        onClose={() => setOpen(false)}
        useOptions={(text) => usePeople(text, (one) => !ids.includes(one.id) && who(one))}
        onChoose={(id) => {
          if (id) onChange([...ids, id]);
          setOpen(false);
        }}
      />
    </div>
  );
}
