const items = (count: number): string => `${count.toLocaleString()} ${count === 1 ? 'item' : 'items'}`;
const list = new Intl.ListFormat(undefined, { type: 'conjunction' });
/** The first few by name, the rest counted. */
const some = (keys: readonly string[]): string =>
  list.format(keys.length > 3 ? [...keys.slice(0, 2), `${keys.length - 2} others`] : keys);

/** The texts of the graph: what waits for what. */
export const graph = {
  title: 'What waits for what',
  picture: 'As a picture',
  table: 'As a table',
  help: 'Arrows walk: left to what comes first, right to what waits. Enter opens.',
  longest: (count: number) => `Longest chain of open work: ${items(count)}`,
  longestNote: 'The whole takes at least as long as this chain; it is drawn with thick lines.',
  inChain: (place: number, of: number) => `${place} of ${of} in the longest chain`,
  alone: (count: number) =>
    `${items(count)} ${count === 1 ? 'waits' : 'wait'} for nothing and ${count === 1 ? 'holds' : 'hold'} nothing up`,
  folded: (count: number) => (count === 1 ? '+ 1 part' : `+ ${count} parts`),
  collapsed: (drawn: number, all: number) =>
    `${items(drawn)} of ${all.toLocaleString()} are drawn: parts are folded into their parent, and what holds up the most comes first. Filter to see the rest; the table has all.`,
  outside: 'not in this view',
  after: (keys: readonly string[]) => `After ${some(keys)}`,
  waitsForWhom: (name: string, to: string) => `Waits for ${name} to ${to}`,
  owner: 'Owner',
  executor: 'Doing it',
  atWork: (name: string) => `With ${name}`,
  atWorkSoFar: (name: string, share: string) => `With ${name}, ${share} done`,
  toVerify: 'Waits to be verified',
  free: 'Waits for nothing',
  ended: 'Finished',
  holdsUp: (count: number) => (count > 0 ? `holds up ${count.toLocaleString()}` : ''),
  waitsFor: (item: string, first: string) => `${item} waits for ${first}`,
  partOf: (part: string, parent: string) => `${part} is a part of ${parent}`,
  edge: { blocks: 'first', part: 'part of' },
  columns: { item: 'Item', waits: 'Waits for', holds: 'Holds up' },
  zoom: { in: 'Closer', out: 'Farther', fit: 'All of it' },
  empty: 'Nothing here waits for anything.',
  emptyNote:
    'Say on an item what has to come first, or make it a part of another one: then this picture shows what holds up what.',
  keys: [
    { keys: '← →', text: 'To what comes first, to what waits' },
    { keys: '↑ ↓', text: 'To the nearest above or below' },
    { keys: '↵', text: 'Open the item' },
  ],
};
