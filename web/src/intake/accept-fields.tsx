import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { SelectField } from '../parts/field.tsx';

export type Place = { team: string; owner: string };

type FieldsProps = {
  place: Place;
  onChange: (place: Place) => void;
  /** Offers to leave both as they are. */ mayLeave?: boolean;
};

/** Whose work it becomes, and who answers for it. */
export function AcceptFields({ place, onChange, mayLeave = false }: FieldsProps) {
  const { accept } = words.intake;
  const teams = useStore((state) => state.teams);
  const people = useStore((state) => state.people);
  const leave = mayLeave ? [['', accept.leave] as const] : [];
  const humans = [...people.values()].filter(({ kind, status }) => kind === 'human' && status === 'active');
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <SelectField
        label={accept.team}
        value={place.team}
        onChoose={(team) => onChange({ ...place, team })}
        options={[...leave, ...[...teams.values()].map(({ id, name }) => [id, name] as const)]}
      />
      <SelectField
        label={accept.owner}
        value={place.owner}
        onChoose={(owner) => onChange({ ...place, owner })}
        options={[...leave, ...humans.map(({ id, name }) => [id, name] as const)]}
      />
    </div>
  );
}
