import type { Token } from 'coact';
import { SelectField } from '../parts/field.tsx';
import { formText } from '../state/form-text.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';

const says = words.shares.scopes;
const sets = Object.entries(says.sets);

/** What a token shall be kept to: a set of scopes, and a team with those below it. */
export function TokenLimits() {
  const teams = useStore((state) => state.teams);
  const named = [...teams.values()].map(({ id, name }) => [id, name] as const);
  return (
    <>
      <SelectField
        label={says.label}
        note={says.note}
        name="scope"
        options={[['', says.all], ...sets]}
        defaultValue=""
      />
      <SelectField label={says.teams} name="team" options={[['', says.everyTeam], ...named]} defaultValue="" />
    </>
  );
}

/** What the form says of it, as `token.create` takes it. */
export function readLimits(form: FormData): { scopes?: string[]; teams?: string[] } {
  const [scope, team] = [formText(form, 'scope'), formText(form, 'team')];
  return { ...(scope && { scopes: [scope] }), ...(team && { teams: [team] }) };
}

const inWords = (scope: string) => (scope in says.sets ? says.sets[scope as keyof typeof says.sets] : scope);

/** What a token is kept to, in a line; nothing where it is kept to nothing. */
export function TokenReach({ token: { scopes, teams } }: { token: Pick<Token, 'scopes' | 'teams'> }) {
  const known = useStore((state) => state.teams);
  if (!scopes && !teams) return null;
  const places = teams?.map((id) => known.get(id)?.name ?? id).join(', ');
  return (
    <span className="block text-sm text-muted [overflow-wrap:anywhere]">
      {scopes ? `${says.only} ${scopes.map(inWords).join('; ')}` : says.all}
      {places && ` ${says.in} ${places}`}
    </span>
  );
}
