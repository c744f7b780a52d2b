import type { Provider } from 'coact';
import { Button } from '../parts/button.tsx';
import { Field, SelectField } from '../parts/field.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';

const says = words.settings.signIn;

export type DraftMapping = Provider['mappings'][number];
const roles = ['guest', 'member', 'admin'] as const;

type MappingsProps = { mappings: readonly DraftMapping[]; onChange: (mappings: readonly DraftMapping[]) => void };

/** What each group of the provider gives here: a role, teams, or both. */
export function ProviderMappings({ mappings, onChange }: MappingsProps) {
  const change = (place: number, to: DraftMapping) => onChange(mappings.with(place, to));
  return (
    <fieldset>
      <legend className="font-medium">{says.mappings}</legend>
      <p className="mt-1 text-sm text-muted">{says.mappingsNote}</p>
      <ul className="mt-2 space-y-2">
        {mappings.map((one, place) => (
          // Rows have no name of their own while their group is being typed.
          <li key={place} className="rounded-md border border-line p-3">
            <Row
              mapping={one}
              onChange={(to) => change(place, to)}
              onRemove={() => onChange(mappings.toSpliced(place, 1))}
            />
          </li>
        ))}
      </ul>
      <Button className="mt-2" onClick={() => onChange([...mappings, { group: '', role: null, teams: [] }])}>
        {says.addMapping}
      </Button>
    </fieldset>
  );
}

type RowProps = { mapping: DraftMapping; onChange: (to: DraftMapping) => void; onRemove: () => void };

function Row({ mapping, onChange, onRemove }: RowProps) {
  const { group, role } = mapping;
  return (
    <div className="space-y-3">
      <div className="grid gap-3 md:grid-cols-2">
        <Field
          label={says.group}
          value={group}
          onChange={({ target }) => onChange({ ...mapping, group: target.value })}
          required
          maxLength={300}
        />
        <SelectField
          label={says.role}
          value={role ?? ''}
          onChoose={(value) => onChange({ ...mapping, role: roles.find((one) => one === value) ?? null })}
          options={[['', says.noRole], ...roles.map((one) => [one, says.roles[one]] as const)]}
        />
      </div>
      <Teams mapping={mapping} onChange={onChange} />
      <Button look="quiet" aria-label={says.removeMapping(group)} onClick={onRemove}>
        {words.common.removal.remove}
      </Button>
    </div>
  );
}

function Teams({ mapping, onChange }: Omit<RowProps, 'onRemove'>) {
  const teams = useStore((state) => state.teams);
  const chosen = mapping.teams.map((id) => teams.get(id)?.name ?? id).join(', ');
  const toggle = (id: string, isIn: boolean) =>
    onChange({ ...mapping, teams: isIn ? [...mapping.teams, id] : mapping.teams.filter((one) => one !== id) });
  return (
    <details>
      <summary className="cursor-default leading-8 max-md:leading-10">
        <span className="font-medium">{says.teams}</span>{' '}
        <span className="min-w-0 text-muted [overflow-wrap:anywhere]">{chosen || says.noTeams}</span>
      </summary>
      <div className="mt-1 flex flex-wrap gap-x-4">
        {[...teams.values()].map(({ id, name }) => (
          <label key={id} className="flex min-h-8 items-center gap-2 max-md:min-h-10">
            <input
              type="checkbox"
              checked={mapping.teams.includes(id)}
              onChange={({ target }) => toggle(id, target.checked)}
              className="size-4 shrink-0 accent-accent"
            />
            {name}
          </label>
        ))}
      </div>
    </details>
  );
}
