import type { RuledPlace } from 'coact';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useAct } from '../state/use-act.ts';
import { words } from '../words/index.ts';
import { type Place, placeKey } from './place.ts';
import { useTypes } from './use-types.ts';

const says = words.authority.rules;
const ANOTHER = 'another';

type Choosing = { place: Place; ruled: readonly RuledPlace[]; onPlace: (place: Place) => void };

/** Whose rules are shown: those of the workspace, of every place that has some, or of another one that is named. */
export function PlaceChooser({ place, ruled, onPlace }: Choosing) {
  const [other, setOther] = useState(false);
  const label = useLabel(ruled);
  const places: Place[] = [{ scope: 'workspace', target: null }, place, ...ruled];
  const options = [...new Map(places.map((one) => [placeKey(one), one])).values()];
  const choose = (key: string) => {
    const found = options.find((one) => placeKey(one) === key);
    setOther(key === ANOTHER);
    if (found) onPlace(found);
  };
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="min-w-52">
        <SelectField
          label={says.for}
          value={other ? ANOTHER : placeKey(place)}
          onChoose={choose}
          options={[...options.map((one) => [placeKey(one), label(one)] as const), [ANOTHER, says.another]]}
        />
      </div>
      {other && (
        <AnotherPlace
          onPlace={(one) => {
            setOther(false);
            onPlace(one);
          }}
        />
      )}
    </div>
  );
}

/** What a place is called. */
export function useLabel(ruled: readonly RuledPlace[]): (place: Place) => string {
  const teams = useStore((state) => state.teams);
  const items = useStore((state) => state.items);
  return ({ scope, target }) => {
    if (scope === 'workspace' || target === null) return says.places.workspace;
    const known = ruled.find((one) => one.scope === scope && one.target === target)?.label;
    const name = scope === 'team' ? teams.get(target)?.name : scope === 'item' ? items?.get(target)?.key : target;
    return `${says.places[scope]}: ${known ?? name ?? target}`;
  };
}

/** A place that has no rules yet: a team, a type of work, or an item. */
function AnotherPlace({ onPlace }: { onPlace: (place: Place) => void }) {
  const [type, setType] = useState('');
  const [key, setKey] = useState('');
  const { busy, trouble, run } = useAct();
  const teams = useStore((state) => state.teams);
  const types = useTypes();
  const list = useId();
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (type.trim()) return onPlace({ scope: 'type', target: type.trim() });
    void run(async () => onPlace({ scope: 'item', target: (await server.item.get({ id: key.trim() })).id }));
  };
  return (
    <form onSubmit={open} className="flex flex-wrap items-end gap-3">
      <SelectField
        label={says.places.team}
        value=""
        onChoose={(target) => target && onPlace({ scope: 'team', target })}
        options={[['', says.chooseTeam], ...[...teams.values()].map(({ id, name }) => [id, name] as const)]}
      />
      <Field label={says.nameType} list={list} value={type} onChange={({ target }) => setType(target.value)} />
      <datalist id={list}>
        {types.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Field label={says.nameItem} value={key} onChange={({ target }) => setKey(target.value)} />
      <Button type="submit" disabled={busy || (type.trim() === '' && key.trim() === '')}>
        {says.open}
      </Button>
      <TroubleNote trouble={trouble} />
    </form>
  );
}
