import type { Item } from 'coact';
import { words } from '../words/index.ts';
import { FieldFrame } from './field-frame.tsx';
import { textBox } from './markdown-field.tsx';
import { SafeLink } from './safe-link.tsx';
import { useField } from './use-field.ts';

type Props = { item: Item; mayEdit: boolean };

/** Pages and files that help, one a line. */
export function LinksField({ item, mayEdit }: Props) {
  const edit = useField(item, 'links');
  const { title, empty, placeholder } = words.item.links;
  return (
    <FieldFrame
      name="links"
      title={title}
      edit={edit}
      mayEdit={mayEdit}
      empty={empty}
      show={(links) => (links.length > 0 ? <LineList lines={links} asLinks /> : null)}
    >
      <LinesBox label={title} placeholder={placeholder} lines={edit.value} onType={edit.type} autoFocus />
    </FieldFrame>
  );
}

/** What belongs to the work, and what does not: both are one part of the contract. */
export function ScopeField({ item, mayEdit }: Props) {
  const edit = useField(item, 'scope');
  const { title, empty, included, excluded, placeholder } = words.item.scope;
  const { value, type } = edit;
  return (
    <FieldFrame
      name="scope"
      title={title}
      edit={edit}
      mayEdit={mayEdit}
      empty={empty}
      show={(scope) => (scope.included.length + scope.excluded.length > 0 ? <Scope scope={scope} /> : null)}
    >
      <div className="grid gap-3 @xl:grid-cols-2">
        <LinesBox
          label={included}
          placeholder={placeholder.included}
          lines={value.included}
          onType={(lines) => type({ ...value, included: lines })}
          autoFocus
        />
        <LinesBox
          label={excluded}
          placeholder={placeholder.excluded}
          lines={value.excluded}
          onType={(lines) => type({ ...value, excluded: lines })}
        />
      </div>
    </FieldFrame>
  );
}

const Scope = ({ scope: { included, excluded } }: { scope: Item['scope'] }) => (
  <div className="grid gap-x-6 gap-y-2 @xl:grid-cols-2">
    {[[words.item.scope.included, included] as const, [words.item.scope.excluded, excluded] as const].map(
      ([title, lines]) =>
        lines.length > 0 && (
          <div key={title} className="min-w-0">
            <h4 className="text-sm font-medium">{title}</h4>
            <LineList lines={lines} />
          </div>
        ),
    )}
  </div>
);

const LineList = ({ lines, asLinks = false }: { lines: readonly string[]; asLinks?: boolean }) => (
  <ul className="list-disc pl-5 marker:text-muted">
    {lines.map((line, index) => (
      <li key={`${index}${line}`} className="prose">
        {asLinks ? <SafeLink to={line} /> : line}
      </li>
    ))}
  </ul>
);

type BoxProps = {
  label: string;
  placeholder: string;
  lines: readonly string[];
  onType: (lines: string[]) => void;
  autoFocus?: boolean;
};

/** A list as text, one entry a line. Blank lines stay while somebody types and are left out of what is kept. */
export function LinesBox({ label, placeholder, lines, onType, autoFocus = false }: BoxProps) {
  return (
    <label className="block max-w-[44rem] min-w-0">
      <span className="mb-1 block font-medium">{label}</span>
      <textarea
        autoFocus={autoFocus}
        placeholder={placeholder}
        defaultValue={lines.join('\n')}
        onChange={({ target }) => onType(linesIn(target.value))}
        className={`${textBox} min-h-16`}
      />
      <span className="mt-1 block text-sm text-muted">{words.item.oneALine}</span>
    </label>
  );
}

export const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
