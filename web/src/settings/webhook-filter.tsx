import type { Webhook } from 'coact';
import { Field, SelectField } from '../parts/field.tsx';
import { formText } from '../state/form-text.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';

const says = words.webhooks;
const areas = Object.entries(says.areas);
const isArea = (type: string) => type in says.areas;

/** What is sent of all that happens: kinds of events, and what or whom they are about. */
export function WebhookFilter({ webhook }: { webhook?: Webhook }) {
  const teams = useStore((state) => state.teams);
  const people = useStore((state) => state.people);
  const items = useStore((state) => state.items);
  const { types = [], filter } = webhook ?? {};
  const about = filter?.item ?? null;
  const actors = [...people.values()].filter(({ id, status }) => status !== 'retired' || id === filter?.actor);
  const named = (some: Iterable<{ id: string; name: string }>) => [...some].map(({ id, name }) => [id, name] as const);
  return (
    <>
      <fieldset>
        <legend className="mb-1 font-medium">{says.types}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {areas.map(([area, title]) => (
            <label key={area} className="flex min-h-8 items-center gap-2.5 max-md:min-h-10">
              <input
                type="checkbox"
                name="area"
                value={area}
                defaultChecked={types.includes(area)}
                className="size-4 shrink-0 accent-accent"
              />
              {title}
            </label>
          ))}
        </div>
        <p className="mt-1 text-sm text-muted">{says.areasNote}</p>
      </fieldset>
      <Field
        label={says.otherTypes}
        note={says.typesNote}
        name="types"
        defaultValue={types.filter((type) => !isArea(type)).join(' ')}
      />
      <SelectField
        label={says.filterTeam}
        name="team"
        defaultValue={filter?.team ?? ''}
        options={[['', says.anyTeam], ...named(teams.values())]}
      />
      <SelectField
        label={says.filterActor}
        name="actor"
        defaultValue={filter?.actor ?? ''}
        options={[['', says.anybody], ...named(actors)]}
      />
      <Field
        label={says.filterItem}
        note={says.filterItemNote}
        name="item"
        defaultValue={about === null ? '' : (items?.get(about)?.key ?? about)}
        maxLength={100}
      />
    </>
  );
}

/** What was chosen, as the server takes it. */
export function readFilter(form: FormData): Pick<Webhook, 'types'> & { filter: Webhook['filter'] } {
  const said = (name: string) => formText(form, name).trim();
  const typed = said('types')
    .split(/[\s,]+/)
    .filter(Boolean);
  const types = [...new Set([...form.getAll('area').map(String), ...typed])];
  return {
    types,
    filter: { team: said('team') || null, item: said('item') || null, actor: said('actor') || null },
  };
}

/** What a webhook is kept to, in words; null where it is kept to nothing. */
export function useFilterWords({ filter }: Webhook): string | null {
  const team = useStore((state) => (filter.team ? state.teams.get(filter.team)?.name : undefined));
  const actor = useStore((state) => (filter.actor ? state.people.get(filter.actor)?.name : undefined));
  const key = useStore((state) => (filter.item ? state.items?.get(filter.item)?.key : undefined));
  const parts = [
    filter.team && says.inTeam(team ?? filter.team),
    filter.item && says.aboutItem(key ?? filter.item),
    filter.actor && says.byActor(actor ?? filter.actor),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : null;
}
