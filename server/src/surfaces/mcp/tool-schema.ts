import { z } from 'zod';
import type { Json } from '../openapi-schemas.ts';

/** What a caller needs to know to write an input; the bounds are checked, and told, when it is sent. */
const dropped = new Set([
  '$schema',
  'id',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'pattern',
  'format',
  'additionalProperties',
  'propertyNames',
]);
/** Below this depth the names speak for themselves. */
const DESCRIBED = 1;

/**
 * The schema of a tool's input in few tokens: it describes rather than checks, as every bound is checked by the operation. Where
 * only some `fields` are shown, the others are taken all the same.
 */
export function inputSchema(schema: z.ZodObject, fields?: readonly string[]): Json & { type: 'object' } {
  const shown = fields
    ? schema.pick(
        Object.fromEntries(fields.map((name) => [name, true])) as Record<string, true> & Record<number, never>,
      )
    : schema;
  const { $defs = {}, ...full } = z.toJSONSchema(shown, { io: 'input', unrepresentable: 'any' }) as Json;
  const compacted = compact(full, { depth: 0, named: $defs as Json, short: fields !== undefined }) as Json;
  return { type: 'object', ...compacted, ...(!fields && { additionalProperties: false }) };
}

/** `short`: where a text does, the objects that say the same are not shown. */
type Place = { depth: number; named: Json; short: boolean };

function compact(value: unknown, place: Place): unknown {
  if (Array.isArray(value)) return value.map((one) => compact(one, place));
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value) {
    const { $ref, ...said } = value;
    return compact({ ...(place.named[String($ref).replace('#/$defs/', '')] as Json), ...said }, place);
  }
  if ('anyOf' in value && Array.isArray(value.anyOf)) return compactUnion({ ...value, anyOf: value.anyOf }, place);
  const kept = Object.entries(value).filter(
    ([name]) => !dropped.has(name) && !(name === 'description' && place.depth > DESCRIBED),
  );
  return Object.fromEntries(
    kept.map(([name, inner]) => [
      name,
      name === 'properties'
        ? compactEach(inner as Json, place)
        : compact(inner, name === 'items' ? deeper(place) : place),
    ]),
  );
}

/** `null` beside one other kind is said in its `type`; in short not at all, since what is left out means the same there. */
function compactUnion({ anyOf, ...rest }: Json & { anyOf: unknown[] }, place: Place): unknown {
  const parts = anyOf.map((one) => compact(one, place) as Json);
  const text = place.short && parts.find(({ type, enum: values }) => type === 'string' && !values);
  const [one, ...others] = text ? [text] : parts.filter(({ type }) => type !== 'null');
  const said = compact(rest, place) as Json;
  if (others.length > 0 || typeof one?.['type'] !== 'string') return { ...said, anyOf: parts };
  const isNullable = !place.short && parts.some(({ type }) => type === 'null');
  return { ...one, ...said, type: isNullable ? [one['type'], 'null'] : one['type'] };
}

const deeper = (place: Place): Place => ({ ...place, depth: place.depth + 1 });

const compactEach = (properties: Json, place: Place): Json =>
  Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, compact(inner, deeper(place))]));

/**
 * The outline of an answer: its first `most` fields and their kinds. Nothing is required, since an act may be held for approval or
 * find nothing to do.
 */
export function outputSchema(schema: z.ZodType, most: number): Json & { type: 'object' } {
  const { $defs, ...full } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Json;
  const named = ($defs ?? {}) as Record<string, Json>;
  const { properties = {} } = resolve(full, named) as { properties?: Record<string, Json> };
  const kinds = Object.entries(properties)
    .slice(0, most)
    .map(([name, one]): [string, Json] => {
      return [name, kindOf(resolve(one, named), named)];
    });
  return { type: 'object', ...(kinds.length > 0 && { properties: Object.fromEntries(kinds) }) };
}

/** One kind, or one that may be missing: both as single types, which every client can read. */
function kindOf({ type, anyOf }: Json, named: Record<string, Json>): Json {
  if (typeof type === 'string') return { type };
  const types = Array.isArray(anyOf) ? anyOf.map((one: Json) => resolve(one, named)['type']) : [];
  const isSimple = types.length === 2 && types.every((one) => typeof one === 'string');
  return isSimple ? { anyOf: types.map((one) => ({ type: one })) } : {};
}

const resolve = (schema: Json, named: Record<string, Json>): Json =>
  typeof schema['$ref'] === 'string' ? (named[schema['$ref'].replace('#/$defs/', '')] ?? {}) : schema;
