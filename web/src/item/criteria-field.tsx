import type { Item } from 'coact';
import { words } from '../words/index.ts';
import { CriteriaEditor } from './criteria-editor.tsx';
import { FieldFrame } from './field-frame.tsx';
import { useField } from './use-field.ts';

/** When the work is done: each criterion with how somebody else can tell, and whether it must be met. */
export function CriteriaField({ item, mayEdit }: { item: Item; mayEdit: boolean }) {
  const edit = useField(item, 'criteria');
  const { title, empty } = words.item.criteria;
  return (
    <FieldFrame
      name="criteria"
      title={title}
      edit={edit}
      mayEdit={mayEdit}
      empty={empty}
      show={(criteria) => (criteria.length > 0 ? <CriteriaList criteria={criteria} /> : null)}
    >
      <CriteriaEditor criteria={edit.value} onType={edit.type} />
    </FieldFrame>
  );
}

const CriteriaList = ({ criteria }: { criteria: Item['criteria'] }) => (
  <ol className="list-decimal space-y-2 pl-5 marker:text-muted">
    {criteria.map(({ id, text, check, required }) => (
      <li key={id} className="prose">
        {text}
        <span className="block text-sm text-muted">{words.item.criteria.detail(check, required)}</span>
      </li>
    ))}
  </ol>
);
