import type { PolicyRule } from 'coact';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { server } from '../state/server.ts';
import { useQuery } from '../state/use-query.ts';
import { words } from '../words/index.ts';
import { useIsAdmin } from '../people/may.ts';
import { diffRules } from './diff-rules.ts';
import { setDraft, useDraft } from './drafts.ts';
import { asked, goToPlace, placeKey, usePlace } from './place.ts';
import { PlaceChooser } from './place-chooser.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RuleLine } from './rule-line.tsx';
import { type Blamed, RuleRows } from './rule-rows.tsx';
import { SaveRules } from './save-rules.tsx';
import { useRulesChanged } from './use-rules-changed.ts';

const says = words.authority.rules;

/** The rules of one place and the base rules below them, as sentences; admins write a draft of the next version. */
export function RulesSection() {
  const place = usePlace();
  const key = placeKey(place);
  const changed = useRulesChanged();
  const { answer: ruled } = useQuery(`places.${changed}`, () => server.policy.places());
  const { answer, trouble } = useQuery(`${key}.${changed}`, () => server.policy.get(asked(place)));
  return (
    <div className="max-w-[56rem]">
      <p className="text-muted">{says.lead}</p>
      <div className="mt-4">
        <PlaceChooser place={place} ruled={ruled?.items ?? []} onPlace={(one) => goToPlace('rules', one)} />
      </div>
      <TroubleNote trouble={trouble} />
      {answer && answer.scope === place.scope && <Rules key={key} place={key} inForce={answer} />}
    </div>
  );
}

type InForce = Awaited<ReturnType<typeof server.policy.get>>;

function Rules({ place, inForce }: { place: string; inForce: InForce }) {
  const draft = useDraft(place);
  const [editing, setEditing] = useState<PolicyRule | 'new' | null>(null);
  const [saving, setSaving] = useState(false);
  const [blamed, setBlamed] = useState<Blamed>(null);
  const may = useIsAdmin();
  const rules = draft?.rules ?? inForce.rules;
  const changes = diffRules(inForce.rules, rules);
  const change = (next: readonly PolicyRule[]) => {
    setBlamed(null);
    const isSame = diffRules(inForce.rules, next).length === 0;
    setDraft(place, isSame ? null : { version: draft?.version ?? inForce.version, rules: next });
  };
  const keep = (rule: PolicyRule) => {
    const before = editing === 'new' ? null : editing;
    change(before ? rules.map((one) => (one.id === before.id ? rule : one)) : [...rules, rule]);
    setEditing(null);
  };
  return (
    <>
      <p className="mt-2 text-sm text-muted">
        {says.placeNote[inForce.scope]}{' '}
        {inForce.version > 0 && words.common.sentence(`${says.version(inForce.version)}.`)}
      </p>
      {changes.length > 0 && (
        <DraftBar count={changes.length} onReview={() => setSaving(true)} onDiscard={() => change(inForce.rules)} />
      )}
      {rules.length === 0 && changes.length === 0 && <p className="mt-4">{says.none}</p>}
      <RuleRows rules={rules} changes={changes} blamed={blamed} may={may} onEdit={setEditing} onRules={change} />
      {may ? (
        <Button className="mt-3" onClick={() => setEditing('new')}>
          {says.add}
        </Button>
      ) : (
        <p className="mt-3 text-sm text-muted">{says.onlyAdmins}</p>
      )}
      <BaseRules rules={inForce.base} />
      {editing !== null && (
        <RuleEditor
          rule={editing === 'new' ? null : editing}
          taken={rules.filter((one) => one !== editing).map(({ id }) => id)}
          onKeep={keep}
          onClose={() => setEditing(null)}
        />
      )}
      {saving && (
        <SaveRules
          inForce={inForce}
          draft={draft ?? { version: inForce.version, rules }}
          onBlamed={setBlamed}
          onClose={() => setSaving(false)}
          onSaved={() => setDraft(place, null)}
        />
      )}
    </>
  );
}

type BarProps = { count: number; onReview: () => void; onDiscard: () => void };

/** That a draft is not in force yet, and the way to put it there; in sight however long the list is. */
const DraftBar = ({ count, onReview, onDiscard }: BarProps) => (
  <div className="sticky -top-5 z-10 mt-3 flex flex-wrap items-center gap-2 rounded-md border border-warn bg-sheet px-3 py-2 md:-top-6">
    <p className="min-w-0 flex-1 basis-48 font-medium text-warn" role="status">
      {words.common.sentence(says.unsaved(count))}
    </p>
    <Button look="primary" onClick={onReview}>
      {says.review}
    </Button>
    <Button look="quiet" onClick={onDiscard}>
      {says.discard}
    </Button>
  </div>
);

const BaseRules = ({ rules }: { rules: readonly PolicyRule[] }) => (
  <section aria-labelledby="base-rules" className="mt-8 border-t border-line pt-4">
    <h2 id="base-rules" className="font-semibold">
      {says.base} <span className="ml-1 text-sm font-normal text-muted">{says.locked}</span>
    </h2>
    <p className="text-muted">{says.baseNote}</p>
    <ul className="mt-3 divide-y divide-line">
      {rules.map((rule) => (
        <li key={rule.id} className="py-2.5">
          <RuleLine rule={rule} />
        </li>
      ))}
    </ul>
  </section>
);
