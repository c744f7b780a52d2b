import { type Policy, paged } from 'coact';
import { useState } from 'react';
import { Person } from '../parts/badge.tsx';
import { SelectField } from '../parts/field.tsx';
import { Ago } from '../parts/time.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useIsAdmin } from '../people/may.ts';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { asked, goToPlace, placeKey, usePlace } from './place.ts';
import { PlaceChooser } from './place-chooser.tsx';
import { RestoreVersion } from './restore-version.tsx';
import { RuleDiff } from './rule-diff.tsx';
import { useRulesChanged } from './use-rules-changed.ts';

const says = words.authority.versions;

/** What the rules of a place were, version by version: by whom, when, why, and what each changed. */
export function VersionsSection() {
  const place = usePlace();
  const changed = useRulesChanged();
  const { answer: ruled } = useQuery(`places.${changed}`, () => server.policy.places());
  const { answer, trouble } = useQuery(`${placeKey(place)}.${changed}`, () =>
    Array.fromAsync(paged(server.policy.list, { ...asked(place), limit: 200 })),
  );
  return (
    <div className="max-w-[76rem]">
      <p className="text-muted">{says.lead}</p>
      <div className="mt-4">
        <PlaceChooser place={place} ruled={ruled?.items ?? []} onPlace={(one) => goToPlace('versions', one)} />
      </div>
      <TroubleNote trouble={trouble} />
      {answer?.length === 0 && <p className="mt-4">{says.none}</p>}
      {answer && answer.length > 0 && <Versions key={placeKey(place)} versions={answer} />}
    </div>
  );
}

function Versions({ versions }: { versions: readonly Policy[] }) {
  const newest = versions[0]?.version ?? 0;
  const [chosen, setChosen] = useState(newest);
  const [against, setAgainst] = useState<number | null>(null);
  const may = useIsAdmin();
  const shown = versions.find(({ version }) => version === chosen) ?? versions[0];
  if (!shown) return null;
  const other = against !== null && against !== shown.version ? against : shown.version - 1;
  const before = versions.find(({ version }) => version === other)?.rules ?? [];
  return (
    <div className="mt-4 gap-8 lg:flex">
      <ol className="shrink-0 divide-y divide-line border-y border-line max-lg:max-h-64 max-lg:overflow-y-auto lg:w-80 lg:self-start">
        {versions.map((one) => (
          <li key={one.version}>
            <Version
              one={one}
              newest={newest}
              isChosen={one.version === shown.version}
              onChoose={() => setChosen(one.version)}
            />
          </li>
        ))}
      </ol>
      <section aria-label={says.version(shown.version)} className="min-w-0 flex-1 max-lg:mt-5">
        <header className="mb-4 flex flex-wrap items-end justify-between gap-3">
          <h2 className="font-semibold">
            {other === 0 && shown.version === 1 ? says.first : says.compare(other, shown.version)}
          </h2>
          {may && shown.version !== newest && <RestoreVersion one={shown} newest={newest} />}
        </header>
        {versions.length > 1 && (
          <div className="mb-4 w-48">
            <SelectField
              label={says.with}
              value={String(other)}
              onChoose={(value) => setAgainst(Number(value))}
              options={[
                ...versions
                  .filter(({ version }) => version !== shown.version)
                  .map(({ version }) => [String(version), says.version(version)] as const),
                ['0', says.empty],
              ]}
            />
          </div>
        )}
        <RuleDiff before={before} after={shown.rules} />
      </section>
    </div>
  );
}

type VersionProps = { one: Policy; newest: number; isChosen: boolean; onChoose: () => void };

function Version({ one: { version, by, at, note, rules }, newest, isChosen, onChoose }: VersionProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={`block w-full px-3 py-2.5 text-left -outline-offset-2 ${isChosen ? 'bg-hover' : 'hover:bg-hover'}`}
    >
      <span className="flex items-baseline gap-2">
        <span className="font-medium">{says.version(version)}</span>
        {version === newest && <span className="text-sm text-pass">{says.now}</span>}
        <span className="ml-auto text-sm text-muted">{says.rules(rules.length)}</span>
      </span>
      <span className={`mt-0.5 block [overflow-wrap:anywhere] ${note ? '' : 'text-muted'}`}>{note ?? says.noNote}</span>
      <span className="mt-1 flex items-center gap-2 text-sm text-muted">
        <Person id={by} as={says.by} />
        {at && <Ago at={at} />}
      </span>
    </button>
  );
}
