import { Field, SelectField } from '../parts/field.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import { AddOne, AddText, Chips } from './chips.tsx';
import { Fieldset } from './fieldset.tsx';
import type { Writing } from './rule-editor.tsx';
import { useTypes } from './use-types.ts';
import type { Risk } from './written.ts';

const says = words.authority.editor;
const risks: readonly Risk[] = ['low', 'medium', 'high', 'critical'];
const priorities = [0, 1, 2, 3, 4];
const answers = [
  ['', says.either],
  ['yes', says.yes],
  ['no', says.no],
] as const;
const answerOf = (value: string) => (value === 'yes' || value === 'no' ? value : '');

/** Which work the act must be about. */
export function WorkFields({ written, onWrite }: Writing) {
  const { risk, priority, amount, reversible, external } = written;
  return (
    <Fieldset title={says.work}>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label={says.risk}
          value={risk}
          onChoose={(value) => onWrite({ risk: risks.find((one) => one === value) ?? '' })}
          options={[['', says.any], ...risks.map((one) => [one, words.common.risks[one]] as const)]}
        />
        <SelectField
          label={says.reversible}
          value={reversible}
          onChoose={(value) => onWrite({ reversible: answerOf(value) })}
          options={answers}
        />
        <SelectField
          label={says.external}
          value={external}
          onChoose={(value) => onWrite({ external: answerOf(value) })}
          options={answers}
        />
        <SelectField
          label={says.priority}
          value={priority}
          onChoose={(value) => onWrite({ priority: value })}
          options={[['', says.any], ...priorities.map((one) => [String(one), words.common.priorityWord(one)] as const)]}
        />
        <Field
          label={says.amount}
          type="number"
          min={0}
          step="any"
          value={amount}
          placeholder={says.any}
          onChange={({ target }) => onWrite({ amount: target.value })}
        />
      </div>
      <Places written={written} onWrite={onWrite} />
    </Fieldset>
  );
}

function Places({ written: { teams, types }, onWrite }: Writing) {
  const all = useStore((state) => state.teams);
  const known = useTypes();
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-3">
      <Chips
        label={says.teams}
        all={teams}
        word={(one) => all.get(one)?.name ?? one}
        onAll={(next) => onWrite({ teams: next })}
      >
        <AddOne
          label={says.addTeam}
          options={[...all.values()].filter(({ id }) => !teams.includes(id)).map(({ id, name }) => [id, name])}
          onAdd={(id) => onWrite({ teams: [...teams, id] })}
        />
      </Chips>
      <Chips label={says.types} all={types} word={(one) => one} onAll={(next) => onWrite({ types: next })}>
        <AddText
          label={says.addType}
          known={known}
          onAdd={(one) => onWrite({ types: [...types.filter((other) => other !== one), one] })}
        />
      </Chips>
    </div>
  );
}
