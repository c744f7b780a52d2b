import type { SearchResult } from 'coact';

/** The texts of the search page. */
export const search = {
  title: 'Search',
  label: 'Search everywhere',
  placeholder: 'Words, "a phrase", -without, or a key such as GEN-12',
  hint: 'Items with their contracts, comments, artifacts by name, people and teams.',
  nothing: (text: string) => `Nothing has “${text}”.`,
  nothingNote: 'Fewer words find more; the last word may be unfinished.',
  found: (count: number) => (count === 1 ? '1 result' : `${count} results`),
  all: 'All',
  kinds: {
    item: 'Items',
    comment: 'Comments',
    artifact: 'Artifacts',
    participant: 'People',
    team: 'Teams',
  } satisfies Record<SearchResult['kind'], string>,
  /** Beside one result. */
  one: {
    item: 'Item',
    comment: 'Comment',
    artifact: 'Artifact',
    participant: 'Person or agent',
    team: 'Team',
  } satisfies Record<SearchResult['kind'], string>,
  in: (key: string) => `in ${key}`,
  filterByKind: 'What to look for',
  keys: [
    { keys: '↓ · ↑', text: 'Next, previous result' },
    { keys: '↵', text: 'Open it' },
  ],
};
