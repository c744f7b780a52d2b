import { z } from 'zod';
import { commonWords } from './common-words.ts';

const SHORTEST = 12;
const LONGEST = 200;

/** Whose password it is to be: what everybody knows of them is no secret. */
export type PasswordOwner = { email?: string | null; name?: string | null };

/**
 * Why this may not be somebody's password, or null. Length is what counts, and nobody is made to add a digit; but words that
 * are tried first do not count, however they are put together.
 */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  if (password.length < SHORTEST) return `has ${password.length} characters; use at least ${SHORTEST}`;
  if (password.length > LONGEST) return `has ${password.length} characters; use at most ${LONGEST}`;
  const typed = password.normalize('NFKC').toLowerCase();
  if (owner.email && typed === owner.email.toLowerCase())
    return 'is the e-mail address; choose something that nobody can look up';
  if (isRepeated(typed))
    return 'says the same few characters again and again; choose words that do not belong together';
  return isMadeOf(typed, [...commonWords, ...ownWords(owner)])
    ? 'is made of digits, rows of keys, your name or words that are tried first; add a few that do not belong together'
    : null;
}

/** The parts of somebody's name and address. Shorter ones are in too many words. */
const ownWords = ({ email, name }: PasswordOwner): string[] =>
  `${email ?? ''} ${name ?? ''}`
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(({ length }) => length >= 3);

/** `hahahahahaha`, `ana.ana.ana.`: one unit of at most five characters, over and over. */
const isRepeated = (text: string) => /^(.{1,5}?)\1{2,}.{0,4}$/su.test(text);

/** Whether nothing is left of a text but the given words, letters typed as look-alikes, runs of keys, and what is no letter. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  // reached[i]: the first i characters are explained.
  const reached = new Set([0]);
  for (let at = 0; at < text.length; at += 1) {
    if (!reached.has(at)) continue;
    if (/[^\p{L}]/u.test(text.charAt(at))) reached.add(at + 1);
    for (const end of runEnds(text, at)) reached.add(end);
    for (const word of words) if (standsAt(text, at, word)) reached.add(at + word.length);
  }
  return reached.has(text.length);
}

const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const standsAt = (text: string, at: number, word: string): boolean =>
  at + word.length <= text.length &&
  Array.from(word).every((letter, i) => {
    const typed = text.charAt(at + i);
    return typed === letter || (lookAlikes[typed]?.includes(letter) ?? false);
  });

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
];
const runs = rows.flatMap((row) => [row, Array.from(row).toReversed().join('')]);

/** Where runs of neighbouring keys or letters, or of one letter, may end that begin here: three at least. */
function runEnds(text: string, at: number): number[] {
  const first = text.charAt(at);
  const longest = Math.max(
    ...runs.map((run) => commonLength(text.slice(at), run.slice(Math.max(0, run.indexOf(first))))),
    commonLength(text.slice(at), first.repeat(text.length - at)),
  );
  return Array.from({ length: Math.max(0, longest - 2) }, (_, i) => at + 3 + i);
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) length += 1;
  return length;
}

export const newPassword = z
  .string()
  .min(SHORTEST)
  .max(LONGEST)
  .describe(
    `From ${SHORTEST} to ${LONGEST} characters; not your address or name, and not only words that are tried first.`,
  );
