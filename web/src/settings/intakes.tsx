import type { Intake } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { CopyText } from '../people/copy-text.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { IntakeForm } from './intake-form.tsx';

const says = words.a2a;

/** What each team takes from agents elsewhere, and the address of the card that says so. */
export function Intakes() {
  const [changes, setChanges] = useState(0);
  const [edited, setEdited] = useState<Intake | null>(null);
  const { answer, trouble } = useQuery(`intakes.${changes}`, () => server.intake.list());
  return (
    <section aria-labelledby="a2a-in">
      <h3 id="a2a-in" className="font-semibold">
        {says.in}
      </h3>
      <p className="mb-2 text-muted">{says.inNote}</p>
      <CopyText text={`${location.origin}/.well-known/agent-card.json`} label={says.card} />
      <TroubleNote trouble={trouble} />
      {answer?.items.length === 0 && <p className="mt-2">{says.noTeams}</p>}
      <ul className="mt-2 divide-y divide-line">
        {answer?.items.map((one) => (
          <IntakeRow key={one.team} intake={one} onEdit={() => setEdited(one)} />
        ))}
      </ul>
      {edited && (
        <IntakeForm
          intake={edited}
          onClose={() => setEdited(null)}
          onSaved={() => {
            setEdited(null);
            setChanges((count) => count + 1);
          }}
        />
      )}
    </section>
  );
}

function IntakeRow({ intake, onEdit }: { intake: Intake; onEdit: () => void }) {
  const { team, name, key, description, tags, takes, listed, commits } = intake;
  const mayEdit = useStore(({ me, teams }) => me?.role === 'admin' || (!!me && teams.get(team)?.lead === me.id));
  const terms = [says.takes, listed ? says.listed : says.notListed, commits ? says.committed : says.triaged];
  return (
    <li className="flex gap-3 py-3" aria-label={name}>
      <div className="min-w-0 flex-1">
        <p className="font-medium [overflow-wrap:anywhere]">
          {name} <span className="font-normal text-muted">{key}</span>
        </p>
        {description !== null && <p className="[overflow-wrap:anywhere]">{description}</p>}
        <p className="text-sm text-muted [overflow-wrap:anywhere]">
          {takes ? (description === null ? says.nothingSaid : terms.join(' · ')) : says.takesNot}
          {tags.length > 0 && ` · ${tags.join(', ')}`}
        </p>
      </div>
      {mayEdit && (
        <Button aria-label={says.editOf(name)} onClick={onEdit}>
          {says.edit}
        </Button>
      )}
    </li>
  );
}
