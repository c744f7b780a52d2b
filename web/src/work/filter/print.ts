import type { Filter, Term } from './filter.ts';

/** Writes a filter as somebody would type it; reading it again gives the same filter. */
export function printFilter(filter: Filter): string {
  if (filter.is === 'and') return filter.parts.map(printPart).join(' ');
  if (filter.is === 'or') return filter.parts.map((part) => printFilter(part)).join(' or ');
  return printPart(filter);
}

function printPart(filter: Filter): string {
  if (filter.is === 'not') return `-${printPart(filter.part)}`;
  if (filter.is === 'text') return printText(filter.text);
  return filter.is === 'term' ? printTerm(filter) : `(${printFilter(filter)})`;
}

const printText = (text: string) => (/[\s()":\\]|^-|^$/.test(text) || text.toLowerCase() === 'or' ? quote(text) : text);

const printTerm = ({ key, compare, value }: Term) => `${key}:${compare === '=' ? '' : compare}${printValue(value)}`;

/** A value as it stands after its key: in quotes where it would be read as something else. */
export const printValue = (value: string): string => (/[\s()"\\]|^[<>=]|^\/\//.test(value) ? quote(value) : value);

const quote = (text: string) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
