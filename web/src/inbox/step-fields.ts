import { fromLocal, toLocal } from '../item/local-time.ts';

/** The fields of a step as texts that somebody can edit, and back. */

type Criterion = { text: string; check?: string | null };

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const isCriteria = (value: unknown): value is Criterion[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'text' in one);

const urgencies = ['critical', 'high', 'medium', 'low', 'lowest'];

export function writeField(name: string, value: unknown): string {
  if (name === 'priority' && typeof value === 'string') return String(urgencies.indexOf(value));
  if (name === 'due' || name === 'start') return typeof value === 'string' ? toLocal(value) : '';
  if (isTexts(value)) return value.join('\n');
  if (name === 'criteria' && isCriteria(value)) return value.map(({ text }) => text).join('\n');
  if (typeof value === 'object' && value !== null) return JSON.stringify(value, null, 2);
  return value === null || value === undefined ? '' : String(value);
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** What was meant, of the kind that it was before. */
export function readField(name: string, before: unknown, text: string): { value?: unknown; isWrong?: true } {
  if (text === writeField(name, before)) return { value: before };
  if (name === 'priority') return { value: Number(text) };
  if (name === 'due' || name === 'start') return { value: fromLocal(text) };
  if (name === 'criteria' && isCriteria(before)) {
    // A criterion that only stays keeps how it is checked.
    const known = new Map(before.map((one) => [one.text, one]));
    return { value: lines(text).map((one) => known.get(one) ?? { text: one }) };
  }
  if (isTexts(before)) return { value: lines(text) };
  if (typeof before === 'boolean') return { value: text === 'true' };
  if (typeof before === 'number') return text.trim() === '' ? {} : { value: Number(text) };
  if (typeof before === 'string') return { value: text };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { isWrong: true };
  }
}
