import type { PolicyRule } from 'coact';
import { useState } from 'react';
import { SelectField } from '../parts/field.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useStore } from '../state/store.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { DecisionWord, type Decision } from './decision-mark.tsx';
import { MatrixTable } from './matrix-table.tsx';
import type { Cell, Span } from './matrix-spans.ts';
import { MatrixWhy } from './matrix-why.tsx';
import { useRulesChanged } from './use-rules-changed.ts';
import { useTypes } from './use-types.ts';

const says = words.authority.matrix;
const decisions: readonly Decision[] = ['allow', 'approve', 'forbid'];

/** The decision matrix for agents: by how far one acts alone, what it does, and the risk of the work. */
export function MatrixSection() {
  const [team, setTeam] = useState('');
  const [type, setType] = useState('');
  const [chosen, setChosen] = useState<Span | null>(null);
  const changed = useRulesChanged();
  const teams = useStore((state) => state.teams);
  const types = useTypes();
  const { answer, trouble } = useQuery(`${team}.${type}.${changed}`, () =>
    server.policy.matrix({ ...(team && { team }), ...(type && { type }) }),
  );
  return (
    <div className="max-w-[76rem]">
      <p className="max-w-[44rem] text-muted">{says.lead}</p>
      <div className="mt-4 flex flex-wrap items-end gap-3">
        <SelectField
          label={says.team}
          value={team}
          onChoose={setTeam}
          options={[['', says.anyTeam], ...[...teams.values()].map(({ id, name }) => [id, name] as const)]}
        />
        <SelectField
          label={says.type}
          value={type}
          onChoose={setType}
          options={[
            ['', says.anyType],
            ...types.filter((one) => one !== says.anyType).map((one) => [one, one] as const),
          ]}
        />
        <ul
          aria-label={says.legend}
          className="ml-auto flex flex-wrap gap-x-4 gap-y-1 pb-1.5 text-sm text-muted max-md:ml-0"
        >
          {decisions.map((decision) => (
            <li key={decision}>
              <DecisionWord decision={decision} />
            </li>
          ))}
        </ul>
      </div>
      <TroubleNote trouble={trouble} />
      {answer && (
        <>
          <MatrixTable cells={answer.cells} chosen={chosen} onChoose={setChosen} />
          <NotShown />
          <MatrixWhy cells={answer.cells.filter((one) => chosen?.cells.some((other) => isSameCell(one, other)))} />
        </>
      )}
    </div>
  );
}

/** How many rules ask for more than a cell knows, so that nobody takes the matrix for the whole. */
function NotShown() {
  const changed = useRulesChanged();
  const { answer } = useQuery(`places.${changed}`, () => server.policy.places());
  const hidden = (answer?.items ?? []).flatMap(({ scope, rules }) =>
    rules.filter(({ when }) => scope === 'item' || asksMore(when)),
  );
  return hidden.length === 0 ? null : <p className="mt-2 text-sm text-muted">{says.notShown(hidden.length)}</p>;
}

const asksMore = ({ skill, amount, priority, decisionKind }: PolicyRule['when']) =>
  [skill, amount, priority, decisionKind].some((one) => one !== undefined);

const isSameCell = (a: Cell, b: Cell) => a.level === b.level && a.deed === b.deed && a.risk === b.risk;
