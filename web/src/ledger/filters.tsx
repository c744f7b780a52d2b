import { Button } from '../parts/button.tsx';
import { go } from '../state/route.ts';
import { useStore } from '../state/store.ts';
import { words } from '../words/index.ts';

const says = words.ledger;
const box = 'min-h-8 w-full rounded-md border border-line bg-sheet px-2 max-md:min-h-10';

/** What the facts are narrowed to; it stands in the address, so that a question to the ledger can be shared. */
export function Filters({ query }: { query: Readonly<Record<string, string>> }) {
  const people = useStore((state) => state.people);
  const set = (name: string, value: string) =>
    go({ page: 'ledger', chosen: null, query: { ...query, [name]: value } }, { replace: true });
  const isFiltered = Object.values(query).some(Boolean);
  return (
    <form
      aria-label={says.filters}
      onSubmit={(event) => event.preventDefault()}
      className="mt-3 grid max-w-[64rem] grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] items-end gap-2 text-sm"
    >
      <label>
        {says.type}
        <select className={box} value={query['type'] ?? ''} onChange={({ target }) => set('type', target.value)}>
          <option value="">{says.anything}</option>
          {Object.entries(says.areas).map(([area, name]) => (
            <option key={area} value={area}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {says.actor}
        <select className={box} value={query['actor'] ?? ''} onChange={({ target }) => set('actor', target.value)}>
          <option value="">{says.anybody}</option>
          {[...people.values()].map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <ItemFilter key={query['item'] ?? ''} item={query['item'] ?? ''} onChange={(item) => set('item', item)} />
      <DayFilter name={says.from} day={query['from'] ?? ''} onChange={(day) => set('from', day)} />
      <DayFilter name={says.until} day={query['until'] ?? ''} onChange={(day) => set('until', day)} />
      {isFiltered && (
        <Button look="quiet" onClick={() => go({ page: 'ledger', chosen: null }, { replace: true })}>
          {says.clear}
        </Button>
      )}
    </form>
  );
}

/** Asked for when it is whole: each letter of a key would be another question. */
const ItemFilter = ({ item, onChange }: { item: string; onChange: (item: string) => void }) => (
  <label>
    {says.item}
    <input
      className={`key ${box}`}
      defaultValue={item}
      onBlur={({ target }) => onChange(target.value.trim())}
      onKeyDown={(event) => event.key === 'Enter' && onChange(event.currentTarget.value.trim())}
    />
  </label>
);

type DayFilterProps = { name: string; day: string; onChange: (day: string) => void };
const DayFilter = ({ name, day, onChange }: DayFilterProps) => (
  <label>
    {name}
    <input type="date" className={box} value={day} onChange={({ target }) => onChange(target.value)} />
  </label>
);
