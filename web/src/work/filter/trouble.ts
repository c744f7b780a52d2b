import type { Key } from './filter.ts';

/** What can be wrong with quotes, parentheses, `or` and minus. */
type Sign =
  | 'open quote'
  | 'open parenthesis'
  | 'stray parenthesis'
  | 'nothing inside'
  | 'dangling or'
  | 'dangling minus';

/** What is wrong with a filter, and where; the words for it are the page's. */
export type FilterTrouble = {
  at: number;
  end: number;
  why:
    | { is: Sign }
    | { is: 'unknown key'; key: string; near: Key | null }
    | { is: 'no value'; key: Key }
    | { is: 'no order'; key: Key }
    | { is: 'unknown value'; key: Key; value: string };
};
