import type { Participant } from 'coact';
import { Field, SelectField } from '../parts/field.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { useIsAdmin } from './may.ts';

const says = words.people.form;
const roles = ['member', 'admin', 'guest'] as const;

/** What is asked about somebody; who answers for whom, and who is an admin, only of admins. */
export function PersonFields({ kind, one }: { kind: Participant['kind']; one?: Participant }) {
  const admin = useIsAdmin();
  return (
    <>
      <Field label={says.name} name="name" defaultValue={one?.name} required maxLength={120} autoFocus />
      {kind === 'human' && !one && <Field label={says.email} note={says.emailNote} name="email" type="email" />}
      {kind === 'human' && admin && (
        <SelectField label={says.role} name="role" defaultValue={one?.role ?? 'member'}>
          {roles.map((role) => (
            <option key={role} value={role}>
              {words.people.roles[role]}
            </option>
          ))}
        </SelectField>
      )}
      {kind !== 'human' && admin && <SponsorField sponsor={one?.sponsor ?? null} />}
      <Field label={says.skills} note={says.skillsNote} name="skills" defaultValue={one?.skills.join(', ')} />
      <Field
        label={says.wipLimit}
        note={says.wipLimitNote}
        name="wipLimit"
        type="number"
        min={1}
        max={10_000}
        defaultValue={one?.wipLimit ?? ''}
      />
      <TeamsField chosen={one?.teams ?? []} />
    </>
  );
}

function SponsorField({ sponsor }: { sponsor: string | null }) {
  const people = useStore((state) => state.people);
  const me = useStore((state) => state.me?.id ?? '');
  const humans = [...people.values()].filter(({ kind, status }) => kind === 'human' && status === 'active');
  return (
    <SelectField label={says.sponsor} note={says.sponsorNote} name="sponsor" defaultValue={sponsor ?? me}>
      {humans.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function TeamsField({ chosen }: { chosen: readonly string[] }) {
  const teams = useStore((state) => state.teams);
  if (teams.size === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{says.teams}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {[...teams.values()].map(({ id, name }) => (
          <label key={id} className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              name="teams"
              value={id}
              defaultChecked={chosen.includes(id)}
              className="accent-accent"
            />
            {name}
          </label>
        ))}
      </div>
      <p className="mt-1 text-sm text-muted">{says.teamsNote}</p>
    </fieldset>
  );
}
