/** Shorter words say little about what a text is about, in most languages. */
const SHORTEST = 4;
/** As many words as one question takes. */
const MOST = 12;

/** Numbers count however short they are: page 3 is not page 8. */
const wordsOf = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= SHORTEST || /\d/.test(word)),
  );

/** A question for anything that shares a word with a title; empty where the title has none worth asking for. */
export const questionFor = (title: string): string => [...wordsOf(title)].slice(0, MOST).join(' or ');

/** How much two titles say the same: the share of common words among all of theirs, from 0 to 1. */
export function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const all = left.union(right).size;
  return all === 0 ? 0 : left.intersection(right).size / all;
}
