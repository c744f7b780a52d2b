import { InvalidArgumentError } from 'commander';
import { isRecord } from '../is-record.ts';
import type { Field } from './field.ts';

/** Reads what was written for an option. Throws commander's InvalidArgumentError, which names the option. */
export function parseValue(field: Field, text: string): unknown {
  if (field.nullable && text === 'null') return null;
  return readers[field.type](field, text);
}

const readers: Record<Field['type'], (field: Field, text: string) => unknown> = {
  string: oneOf,
  integer: parseNumber,
  number: parseNumber,
  boolean: (_, text) => parseBoolean(text),
  scalar: (field, text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : oneOf(field, text)),
  json: parseJson,
};

function oneOf({ enum: choices }: Field, text: string): string {
  if (choices && !choices.includes(text)) throw new InvalidArgumentError(`Allowed: ${choices.join(', ')}.`);
  return text;
}

function parseNumber({ type }: Field, text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(value) && (type === 'number' || Number.isSafeInteger(value))) return value;
  throw new InvalidArgumentError(`It is no ${type === 'number' ? 'number' : 'whole number'}.`);
}

function parseBoolean(text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new InvalidArgumentError('Allowed: true, false.');
}

function parseJson({ shorthand, parts }: Field, text: string): unknown {
  const looksLikeJson = /^\s*[[{]/.test(text);
  if (parts && parts.some((part) => text.startsWith(`${part}=`))) return parseParts(parts, text);
  if (!looksLikeJson && shorthand) return { [shorthand]: text };
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    // Some fields take a name or an object: a word is then a name, and the server judges it.
    if (!looksLikeJson) return text;
    throw new InvalidArgumentError(`It is no valid JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
}

/** `criterion=c1,verdict=fail,reason=The link, too, is dead`: a comma separates only where the name of a part follows. */
function parseParts(parts: readonly string[], text: string): Record<string, unknown> {
  const pairs = text.split(new RegExp(`,\\s*(?=(?:${parts.join('|')})=)`)).map((pair) => {
    const at = pair.indexOf('=');
    const value = pair.slice(at + 1);
    return [pair.slice(0, at), value === 'true' || value === 'false' ? value === 'true' : value];
  });
  return Object.fromEntries(pairs);
}

/** Puts a value where a dotted name says: `scope.included`. */
export function place(body: Record<string, unknown>, name: string, value: unknown): void {
  const [first = '', ...rest] = name.split('.');
  if (rest.length === 0) {
    body[first] = value;
    return;
  }
  const inner = body[first];
  const object = isRecord(inner) ? { ...inner } : {};
  body[first] = object;
  place(object, rest.join('.'), value);
}
