import type { FilterTrouble } from './trouble.ts';

/** A piece of what was typed; `at` and `end` say where. A word keeps whether any of it stood in quotes. */
export type Token =
  | { is: 'open' | 'close' | 'minus' | 'or'; at: number; end: number }
  | { is: 'word'; at: number; end: number; text: string; quoted: boolean }
  | { is: 'term'; at: number; end: number; key: string; value: string; quoted: boolean };

type Read = { text: string; quoted: boolean; end: number; closed: boolean };

/** Cuts what was typed into pieces; stops at a quote that is never closed. */
export function tokensOf(source: string): Token[] | FilterTrouble {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const sign = signAt(source, at);
    if (sign === 'space') at += 1;
    else if (sign) tokens.push({ is: sign, at, end: (at += 1) });
    else {
      const token = wordAt(source, at);
      if ('why' in token) return token;
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

function signAt(source: string, at: number): 'space' | 'open' | 'close' | 'minus' | null {
  const letter = source.charAt(at);
  if (/\s/.test(letter)) return 'space';
  if (letter === '(') return 'open';
  if (letter === ')') return 'close';
  return letter === '-' ? 'minus' : null;
}

function wordAt(source: string, at: number): Token | FilterTrouble {
  const key = /^[a-z]+:/i.exec(source.slice(at))?.[0];
  const read = readText(source, at + (key?.length ?? 0));
  if (!read.closed) return { at, end: source.length, why: { is: 'open quote' } };
  const { text, quoted, end } = read;
  // An address such as https://… is text that happens to have a colon.
  if (key && (quoted || !text.startsWith('//')))
    return { is: 'term', at, end, key: key.slice(0, -1).toLowerCase(), value: text, quoted };
  const word = `${key ?? ''}${text}`;
  return !quoted && word.toLowerCase() === 'or' ? { is: 'or', at, end } : { is: 'word', at, end, text: word, quoted };
}

/** Reads until a space or parenthesis outside of quotes; within them a backslash takes the next letter as it is. */
function readText(source: string, from: number): Read {
  let [text, quoted, inside, at] = ['', false, false, from];
  for (; at < source.length; at += 1) {
    const letter = source.charAt(at);
    if (letter === '"') [inside, quoted] = [!inside, true];
    else if (inside && letter === '\\' && at + 1 < source.length) text += source.charAt((at += 1));
    else if (!inside && /[\s()]/.test(letter)) break;
    else text += letter;
  }
  return { text, quoted, end: at, closed: !inside };
}
