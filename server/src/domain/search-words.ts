/** What somebody types, taken apart for the search. */
export type SearchWords = {
  /** As typed: "quoted" for a phrase, -word to leave out, `or` for either. */
  all: string;
  /** The words before the last one, or all of them where the last is not to be completed. */
  before: string;
  /** The last word in lower case while it may still be being typed; null after a quote, an `or` or a minus. */
  last: string | null;
};

/** A longer "word" is none that somebody is typing, and would be compared with too many stems. */
const LONGEST = 40;

/** Between letters and digits these join words that names are kept without. */
const joints = /(?<=[\p{L}\p{N}])[._/\\:@+-]+(?=[\p{L}\p{N}])/gu;

export function readSearchWords(text: string): SearchWords {
  const all = text.trim();
  const split = all.replaceAll(joints, ' ');
  const last = /(?<![\p{L}\p{N}-])[\p{L}\p{N}]+$/u.exec(split)?.[0] ?? null;
  const before = last === null ? split : split.slice(0, -last.length);
  const inQuotes = before.split('"').length % 2 === 0;
  const closed = last === null || last.length > LONGEST || inQuotes || /(^|\s)or\s*$/i.test(before);
  return closed ? { all, before: split, last: null } : { all, before, last: last.toLowerCase() };
}
