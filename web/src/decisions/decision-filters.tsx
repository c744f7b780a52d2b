import { Button } from '../parts/button.tsx';
import { go } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';

const says = words.decisions;
const box = 'min-h-8 w-full rounded-md border border-line bg-sheet px-2 max-md:min-h-10';

/** What the decisions are narrowed to; it stands in the address, so that it can be shared. */
export function DecisionFilters({ query }: { query: Readonly<Record<string, string>> }) {
  const set = (name: string, value: string) =>
    go({ page: 'decisions', chosen: null, query: { ...query, [name]: value } }, { replace: true });
  const of = (name: string) => ({
    key: `${name} ${query[name] ?? ''}`,
    text: query[name] ?? '',
    onSay: (text: string) => set(name, text),
  });
  const { key: textKey, ...text } = of('text');
  const { key: itemKey, ...item } = of('item');
  const { key: kindKey, ...kind } = of('kind');
  return (
    <form
      aria-label={says.filters}
      onSubmit={(event) => event.preventDefault()}
      className="mt-3 grid max-w-[64rem] grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] items-end gap-2 text-sm"
    >
      <Said key={textKey} name={says.text} {...text} />
      <Said key={itemKey} name={says.item} {...item} />
      <Said key={kindKey} name={says.kind} {...kind} />
      <DeciderFilter decider={query['decider'] ?? ''} onChoose={(id) => set('decider', id)} />
      <label>
        {says.state}
        <select className={box} value={query['state'] ?? ''} onChange={({ target }) => set('state', target.value)}>
          <option value="">{says.states.any}</option>
          <option value="open">{says.states.open}</option>
          <option value="decided">{says.states.decided}</option>
        </select>
      </label>
      {(['from', 'until'] as const).map((name) => (
        <label key={name}>
          {says[name]}
          <input
            type="date"
            className={box}
            value={query[name] ?? ''}
            onChange={({ target }) => set(name, target.value)}
          />
        </label>
      ))}
      {Object.values(query).some(Boolean) && (
        <Button look="quiet" onClick={() => go({ page: 'decisions', chosen: null }, { replace: true })}>
          {says.clear}
        </Button>
      )}
    </form>
  );
}

/** Asked for when it is whole: each letter would be another question. */
const Said = ({ name, text, onSay }: { name: string; text: string; onSay: (text: string) => void }) => (
  <label>
    {name}
    <input
      className={box}
      defaultValue={text}
      onBlur={({ target }) => target.value.trim() !== text && onSay(target.value.trim())}
      onKeyDown={(event) => event.key === 'Enter' && onSay(event.currentTarget.value.trim())}
    />
  </label>
);

function DeciderFilter({ decider, onChoose }: { decider: string; onChoose: (id: string) => void }) {
  const people = useStore((state) => state.people);
  return (
    <label>
      {says.decider}
      <select className={box} value={decider} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{says.anybody}</option>
        {[...people.values()]
          .filter((one) => one.kind === 'human')
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </label>
  );
}
