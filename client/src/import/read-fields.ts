import type { Report } from './import-error.ts';
import { parseDate } from './parse-date.ts';

/** A record as it was parsed, by the source's own field names. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads fields of a known type. What is absent, null or blank is undefined; what has another type is reported. */
export type FieldReader = {
  text(name: string): string | undefined;
  texts(name: string): string[];
  /** ISO 8601 with offset. */
  date(name: string): string | undefined;
};

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function readFields(fields: Fields, report: Report): FieldReader {
  const text = (name: string) => {
    const value = fields[name] ?? undefined;
    if (value === undefined || typeof value === 'string') return value?.trim() ? value : undefined;
    report(`\`${name}\` must be text, not ${describe(value)}: correct it or leave it out.`);
    return undefined;
  };
  return {
    text,
    texts(name) {
      const value = fields[name] ?? [];
      if (Array.isArray(value) && value.every((entry) => typeof entry === 'string'))
        return value.filter((entry) => entry.trim() !== '');
      report(`\`${name}\` must be a list of texts, not ${describe(value)}: correct it or leave it out.`);
      return [];
    },
    date: (name) => readDate(name, text(name), report),
  };
}

export function readDate(name: string, text: string | undefined, report: Report): string | undefined {
  if (text === undefined) return undefined;
  const date = parseDate(text);
  if (date === undefined) report(`\`${name}\` is no date: ${describe(text)}. Write it like 2026-07-13T16:06:00Z.`);
  return date;
}

/** A value as a message shows it: JSON, cut short. */
export function describe(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}
