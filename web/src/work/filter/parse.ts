import { type Compare, compares, everything, type Filter, isKey, type Key, keys, type Term } from './filter.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { FilterTrouble } from './trouble.ts';
import { hasOrder, isValue } from './values.ts';

type Reader = { tokens: readonly Token[]; at: number; end: number };
type Read = Filter | FilterTrouble;
export const isTrouble = (read: Read): read is FilterTrouble => 'why' in read;

/** Reads a filter, or says what is wrong with it and where. Side by side means both; `or` binds weaker. */
export function parseFilter(source: string): Filter | FilterTrouble {
  const tokens = tokensOf(source);
  if ('why' in tokens) return tokens;
  if (tokens.length === 0) return everything;
  const reader: Reader = { tokens, at: 0, end: source.length };
  const filter = readOr(reader);
  const left = tokens[reader.at];
  if (isTrouble(filter) || !left) return filter;
  return { at: left.at, end: left.end, why: { is: 'stray parenthesis' } };
}

function readOr(reader: Reader): Read {
  const parts: Filter[] = [];
  for (;;) {
    const part = readAnd(reader, parts.length > 0);
    if (isTrouble(part)) return part;
    parts.push(part);
    if (reader.tokens[reader.at]?.is !== 'or') return together('or', parts);
    reader.at += 1;
  }
}

function readAnd(reader: Reader, afterOr: boolean): Read {
  const parts: Filter[] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    if (!token || token.is === 'or' || token.is === 'close') break;
    const part = readOne(reader, token);
    if (isTrouble(part)) return part;
    parts.push(part);
  }
  return parts.length > 0 ? together('and', parts) : nothing(reader, afterOr);
}

/** Where something was expected and the filter ended, or said `or` or `)`. */
function nothing({ tokens, at, end }: Reader, afterOr: boolean): FilterTrouble {
  const here = tokens[at];
  const before = tokens[at - 1];
  if (here?.is === 'or') return { at: here.at, end: here.end, why: { is: 'dangling or' } };
  if (afterOr && before) return { at: before.at, end: before.end, why: { is: 'dangling or' } };
  if (here && !before) return { at: here.at, end: here.end, why: { is: 'stray parenthesis' } };
  return { at: before?.at ?? 0, end: here?.end ?? end, why: { is: here ? 'nothing inside' : 'open parenthesis' } };
}

function readOne(reader: Reader, token: Token): Read {
  reader.at += 1;
  if (token.is === 'word') return { is: 'text', text: token.text };
  if (token.is === 'term') return readTerm(token);
  if (token.is === 'minus') return readNot(reader, token);
  const inside = readOr(reader);
  if (isTrouble(inside)) return inside;
  const close = reader.tokens[reader.at];
  if (close?.is !== 'close') return { at: token.at, end: token.end, why: { is: 'open parenthesis' } };
  reader.at += 1;
  return inside;
}

function readNot(reader: Reader, minus: Token): Read {
  const next = reader.tokens[reader.at];
  const isPart = next && next.is !== 'or' && next.is !== 'close';
  if (!isPart || next.at !== minus.end) return { at: minus.at, end: minus.end, why: { is: 'dangling minus' } };
  const part = readOne(reader, next);
  return isTrouble(part) ? part : { is: 'not', part };
}

function readTerm({ at, end, key, value: said, quoted }: Extract<Token, { is: 'term' }>): Read {
  if (!isKey(key)) return { at, end, why: { is: 'unknown key', key, near: nearest(key) } };
  const compare = quoted ? '=' : (compares.find((one) => said.startsWith(one)) ?? '=');
  const value = compare === '=' && !said.startsWith('=') ? said : quoted ? said : said.slice(compare.length);
  if (value.trim() === '') return { at, end, why: { is: 'no value', key } };
  if (compare !== '=' && !hasOrder(key)) return { at, end, why: { is: 'no order', key } };
  if (!isValue(key, value)) return { at, end, why: { is: 'unknown value', key, value } };
  return term(key, compare, value);
}

const term = (key: Key, compare: Compare, value: string): Term => ({ is: 'term', key, compare, value });

function together(is: 'and' | 'or', parts: readonly Filter[]): Filter {
  const flat = parts.flatMap((part) => (part.is === is ? part.parts : [part]));
  const [only] = flat;
  return only && flat.length === 1 ? only : { is, parts: flat };
}

/** A key that begins like what was typed. */
const nearest = (typed: string): Key | null =>
  keys.find((key) => key.startsWith(typed.slice(0, 3)) || typed.startsWith(key)) ?? null;
