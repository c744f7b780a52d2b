import type { z } from 'zod';
import { kindOf } from './schema-kind.ts';

/** A field that has no place where it stands, and those that have one. */
type Unknown = { field: string; known: string[] };

/**
 * Names the fields that a schema does not know, at any depth, as in `scope.exclude`. A misspelt field that is dropped in
 * silence would look like success.
 */
export function unknownFields(schema: z.core.$ZodType, value: unknown, path = ''): Unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const def = kindOf(schema);
  const at = (name: string | number) => (path ? `${path}.${name}` : String(name));
  switch (def.type) {
    case 'object':
      return Object.entries(value).flatMap(([name, inner]) => {
        const known = Object.hasOwn(def.shape, name) ? def.shape[name] : undefined;
        return known
          ? unknownFields(known, inner, at(name))
          : isOpen(def)
            ? []
            : [{ field: at(name), known: Object.keys(def.shape) }];
      });
    case 'array':
      return Array.isArray(value) ? value.flatMap((inner, i) => unknownFields(def.element, inner, at(i))) : [];
    case 'record':
      return Object.entries(value).flatMap(([name, inner]) => unknownFields(def.valueType, inner, at(name)));
    case 'union':
      return fewest(def.options.map((option) => (fits(option, value) ? unknownFields(option, value, path) : null)));
    default:
      return [];
  }
}

const isOpen = ({ catchall }: { catchall?: z.core.$ZodType | undefined }) =>
  catchall !== undefined && kindOf(catchall).type !== 'never';

const plain = new Set([
  'string',
  'number',
  'boolean',
  'enum',
  'literal',
  'null',
  'undefined',
  'bigint',
  'date',
  'never',
]);

/** Whether an alternative is of the value's kind at all: a text knows no fields, and so none that is strange. */
function fits(option: z.core.$ZodType, value: object): boolean {
  const { type } = kindOf(option);
  const isList = type === 'array' || type === 'tuple';
  return !plain.has(type) && isList === Array.isArray(value);
}

const fewest = (lists: readonly (Unknown[] | null)[]): Unknown[] =>
  lists.filter((list) => list !== null).sort((a, b) => a.length - b.length)[0] ?? [];
