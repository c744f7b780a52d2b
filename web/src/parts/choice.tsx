/** One of several, with a word on what it means. `first` is where the key `a` goes. */
export function Choice({
  name,
  title,
  note,
  chosen,
  onChoose,
  first,
}: {
  name: string;
  title: string;
  note?: string;
  chosen: boolean;
  onChoose: () => void;
  first: boolean;
}) {
  return (
    <label
      className={`flex items-baseline gap-2.5 rounded-md border px-3 py-1.5 max-md:py-2.5 ${chosen ? 'border-accent bg-accent-soft' : 'border-line hover:bg-hover'}`}
    >
      <input
        type="radio"
        name={name}
        checked={chosen}
        onChange={onChoose}
        data-key={first ? 'a' : undefined}
        className="translate-y-0.5 accent-accent"
      />
      <span className="min-w-0">
        <span className="font-medium">{title}</span> {note && <span className="text-muted">{note}</span>}
      </span>
    </label>
  );
}
