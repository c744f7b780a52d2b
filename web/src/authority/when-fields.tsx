import { SelectField, Field } from '../parts/field.tsx';
import { words } from '../words/index.ts';
import type { Level } from '../words/rule-sentence.ts';
import { actGroups } from './acts.ts';
import { AddOne, AddText, Chips } from './chips.tsx';
import { Fieldset } from './fieldset.tsx';
import type { Writing } from './rule-editor.tsx';
import type { Kind } from './written.ts';

const says = words.authority.editor;
/** The act that rules about kinds of decisions are for. */
const DECIDE = 'request.decide';
const kinds: readonly Kind[] = ['agent', 'human', 'system'];
const levels: readonly Level[] = ['observer', 'recommender', 'approver-gated', 'reporting', 'autonomous'];

/** Who acts, and what they do. */
export function WhenFields({ written, onWrite }: Writing) {
  const { kinds: chosen, autonomy, skill } = written;
  const toggle = (kind: Kind) =>
    onWrite({ kinds: chosen.includes(kind) ? chosen.filter((one) => one !== kind) : [...chosen, kind] });
  return (
    <>
      <Fieldset title={says.who}>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {kinds.map((kind) => (
            <label key={kind} className="flex min-h-8 items-center gap-2 max-md:min-h-10">
              <input
                type="checkbox"
                checked={autonomy === '' ? chosen.includes(kind) : kind === 'agent'}
                disabled={autonomy !== ''}
                onChange={() => toggle(kind)}
                className="size-4 accent-accent"
              />
              {says.kinds[kind]}
            </label>
          ))}
          <span className="self-center text-sm text-muted">{says.kindsNote}</span>
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={says.autonomy}
            value={autonomy}
            onChoose={(value) => onWrite({ autonomy: levels.find((one) => one === value) ?? '' })}
            options={[['', says.anyLevel], ...levels.map((one) => [one, words.authority.levels[one].name] as const)]}
          />
          <Field
            label={says.skill}
            value={skill}
            placeholder={says.anySkill}
            onChange={({ target }) => onWrite({ skill: target.value })}
          />
        </div>
      </Fieldset>
      <Acts written={written} onWrite={onWrite} />
    </>
  );
}

function Acts({ written: { acts, decisions }, onWrite }: Writing) {
  return (
    <Fieldset title={says.acts}>
      <Chips
        label={says.acts}
        all={acts}
        word={(one) => words.common.sentence(words.authority.sentence.act(one))}
        onAll={(all) => onWrite({ acts: all })}
      >
        <AddOne
          label={says.addAct}
          options={[]}
          groups={[
            {
              title: says.whole,
              options: actGroups
                .map(({ area, title }) => [`${area}.*`, title] as const)
                .filter(([act]) => !acts.includes(act)),
            },
            ...actGroups.map(({ title, options }) => ({
              title,
              options: options.filter(([act]) => !acts.includes(act)),
            })),
          ]}
          onAdd={(act) => onWrite({ acts: [...acts, act] })}
        />
      </Chips>
      {acts.some((act) => act === DECIDE || act === 'request.*') && (
        <Chips label={says.decisions} all={decisions} word={(one) => one} onAll={(all) => onWrite({ decisions: all })}>
          <AddText
            label={says.addDecision}
            known={[]}
            onAdd={(one) => onWrite({ decisions: [...decisions.filter((other) => other !== one), one] })}
          />
          <span className="text-sm text-muted">{says.decisionsNote}</span>
        </Chips>
      )}
      {acts.length === 0 && <p className="text-sm text-muted">{says.actsNote}</p>}
    </Fieldset>
  );
}
