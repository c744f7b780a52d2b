import type { ItemSummary, Participant } from 'coact';

type People = ReadonlyMap<string, Participant>;

/** The searchable text of each row, made once: rows are never changed, another one takes their place. */
const kept = new WeakMap<People, WeakMap<ItemSummary, string>>();

/** Everything of a row that words are looked for in, in small letters. */
export function textOf(item: ItemSummary, people: People): string {
  let texts = kept.get(people);
  if (!texts) kept.set(people, (texts = new WeakMap()));
  let text = texts.get(item);
  if (text === undefined) texts.set(item, (text = write(item, people)));
  return text;
}

function write({ key, title, type, labels, owner, executor, assignee }: ItemSummary, people: People): string {
  const names = [owner, executor, assignee].map((id) => (id ? (people.get(id)?.name ?? '') : ''));
  return [key, title, type, ...labels, ...names].join('\n').toLowerCase();
}
