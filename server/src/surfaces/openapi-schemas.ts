import { z } from 'zod';
import { definitionOf } from './schema-kind.ts';

export type Json = { [key: string]: unknown };

/** Collects the schemas that carry a name (`.meta({ id })`), so that each stands in the document once. */
export function createSchemas() {
  const named = new Map<string, Json>();

  /** A schema as it is sent (`input`) or answered (`output`), its named parts put among the components. */
  function convert(schema: z.ZodType, io: 'input' | 'output'): Json {
    const {
      $schema: _,
      $defs = {},
      ...converted
    } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any', override: tidy(io) }) as Json;
    const parts = Object.entries($defs as Record<string, Json>);
    const renamed = new Map(parts.map(([name, part]) => [name, nameFor(name, withoutId(part), io)]));
    const point = (value: unknown): unknown => repoint(value, renamed);
    for (const [name, part] of parts) named.set(renamed.get(name) ?? name, point(withoutId(part)) as Json);
    return point(withoutId(converted)) as Json;
  }

  /** What is sent may differ from what is answered (a default makes a field optional): then it gets a name of its own. */
  function nameFor(name: string, part: Json, io: 'input' | 'output'): string {
    const known = named.get(name);
    const same = !known || JSON.stringify(shapeOf(known)) === JSON.stringify(shapeOf(part));
    return same || io === 'output' ? name : `${name}Input`;
  }
  return { convert, named: () => Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

export type Schemas = ReturnType<typeof createSchemas>;

const withoutId = (schema: Json): Json => Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'id'));

/** A schema without what tells the directions apart only formally. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? value.replace(/^#\/(\$defs|components\/schemas)\//, '') : value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

function repoint(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((inner) => repoint(inner, renamed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name = key === '$ref' ? /^#\/\$defs\/(.+)$/.exec(String(inner))?.[1] : undefined;
      return name === undefined
        ? [key, repoint(inner, renamed)]
        : [key, `#/components/schemas/${renamed.get(name) ?? name}`];
    }),
  );
}

/**
 * Says what this server does: fields that it does not know are refused on the way in, and more may come on the way out. Drops
 * what only repeats itself: the bounds of every whole number, and patterns that a format already states.
 */
const tidy =
  (io: 'input' | 'output') =>
  ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    const def = definitionOf(zodSchema);
    if (def.type !== 'object' || def.catchall) return;
    if (io === 'input') jsonSchema.additionalProperties = false;
    else delete jsonSchema.additionalProperties;
  };
