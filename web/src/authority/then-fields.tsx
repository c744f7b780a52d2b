import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';
import type { Approver } from '../words/rule-sentence.ts';
import { AddOne, Chips } from './chips.tsx';
import { Fieldset } from './fieldset.tsx';
import { type Writing, Wrong } from './rule-editor.tsx';

const says = words.authority.editor;
const thens = [
  ['approve', says.approve, says.approveNote],
  ['forbid', says.forbid, says.forbidNote],
  ['allow', says.allow, says.allowNote],
] as const;
const roles = Object.keys(says.roles) as (keyof typeof says.roles)[];

/** What follows, and who may approve. */
export function ThenFields({ written, onWrite, trouble }: Writing & { trouble: string | undefined }) {
  return (
    <Fieldset title={says.follows}>
      <div role="radiogroup" aria-label={says.follows} className="space-y-1.5">
        {thens.map(([value, title, note]) => (
          <Choice
            key={value}
            name="then"
            title={title}
            note={note}
            chosen={written.then === value}
            onChoose={() => onWrite({ then: value })}
            first={false}
          />
        ))}
      </div>
      {written.then === 'approve' && <Approvers written={written} onWrite={onWrite} trouble={trouble} />}
    </Fieldset>
  );
}

function Approvers({ written: { by, count }, onWrite, trouble }: Writing & { trouble: string | undefined }) {
  const people = useStore((state) => state.people);
  const humans = [...people.values()].filter(({ kind, status }) => kind === 'human' && status === 'active');
  const word = (one: Approver) =>
    typeof one === 'object' ? (people.get(one.participant)?.name ?? one.participant) : says.roles[one];
  const isBy = (id: string) => by.some((one) => typeof one === 'object' && one.participant === id);
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <div>
        <p className="mb-1 font-medium">{says.by}</p>
        <Chips label={says.by} all={by} word={word} onAll={(all) => onWrite({ by: all })}>
          <AddOne
            label={says.addPerson}
            options={roles.filter((role) => !by.includes(role)).map((role) => [role, says.roles[role]])}
            groups={[
              {
                title: says.kinds.human,
                options: humans.filter(({ id }) => !isBy(id)).map(({ id, name }) => [id, name]),
              },
            ]}
            onAdd={(value) => onWrite({ by: [...by, roles.find((role) => role === value) ?? { participant: value }] })}
          />
        </Chips>
        <Wrong text={trouble} />
      </div>
      <div className="w-44">
        <Field
          label={says.count}
          type="number"
          min={1}
          max={20}
          value={count}
          onChange={({ target }) => onWrite({ count: Math.max(1, Math.min(20, Number(target.value) || 1)) })}
        />
      </div>
    </div>
  );
}
