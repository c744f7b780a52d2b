import type { Field } from '../client/src/cli/field.ts';
import { nameOf, type Schema } from './print-type.ts';

type Definitions = Record<string, Schema>;

/**
 * What the command line asks for: each property of an operation's input as one option, and the properties of an object
 * inside it as dotted ones (`scope.included`), one level deep. Whatever is deeper is given as JSON.
 */
export const listFields = (schema: Schema, definitions: Definitions): Field[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const own = toField(name, property, { definitions, required: schema.required?.includes(name) ?? false });
    return own.type === 'string' ? [own] : [own].concat(dottedFields(name, property, definitions));
  });

function dottedFields(name: string, property: Schema, definitions: Definitions): Field[] {
  const inside = objectsIn(property, definitions).flatMap((object) => Object.entries(object.properties ?? {}));
  return withoutDoubles(inside.map(([part, one]) => toField(`${name}.${part}`, one, { definitions, required: false })));
}

type Place = { definitions: Definitions; required: boolean };

function toField(name: string, schema: Schema, { definitions, required }: Place): Field {
  const all = variantsOf(schema, definitions);
  const [first] = all;
  // One of a kind or a list of them is given as a list.
  const list =
    all.every((variant) => ['array', 'null', 'string'].includes(typeOf(variant))) &&
    all.find(({ type }) => type === 'array');
  const description = schema.description ?? first?.description;
  const fallback = schema.default;
  return {
    name,
    ...(list ? listOf(list, definitions) : single(all)),
    ...(required && { required }),
    ...(all.some(({ type }) => type === 'null') && { nullable: true }),
    ...(description && { description }),
    ...(isTold(fallback) && { default: fallback }),
  };
}

/** A default that is worth a word in the help. */
const isTold = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function listOf(
  { items = {} }: Schema,
  definitions: Definitions,
): Pick<Field, 'type' | 'enum' | 'array' | 'shorthand' | 'parts'> {
  const variants = variantsOf(items, definitions);
  const [only] = variants;
  const parts = variants.length === 1 && only?.properties ? Object.keys(only.properties) : undefined;
  const shorthand = parts && only ? soleText(only) : undefined;
  return { ...single(variants), array: true, ...(shorthand && { shorthand }), ...(parts && { parts }) };
}

/** The one property that an object needs, when it is a text: then the text alone stands for the object. */
function soleText({ properties = {}, required = [] }: Schema): string | undefined {
  const [name, ...others] = required;
  return name !== undefined && others.length === 0 && properties[name]?.type === 'string' ? name : undefined;
}

function single(variants: readonly Schema[]): Pick<Field, 'type' | 'enum'> {
  const types = new Set(variants.map(typeOf).filter((type) => type !== 'null'));
  const words = variants.flatMap((variant) => variant.enum ?? (variant.const === undefined ? [] : [variant.const]));
  const choices = words.filter((word) => typeof word === 'string');
  // A text among the variants takes any word; then the choices are not all there is.
  const closed = variants.every(
    (variant) => typeOf(variant) !== 'string' || variant.enum || variant.const !== undefined,
  );
  return { type: combined(types), ...(choices.length > 0 && closed && { enum: choices }) };
}

function combined(types: ReadonlySet<string>): Field['type'] {
  const [only] = types;
  if (types.size === 1 && (only === 'string' || only === 'integer' || only === 'number' || only === 'boolean'))
    return only;
  // A name or an object that says the same: the name is enough here.
  if (types.has('string') && types.has('object')) return 'string';
  return [...types].every((type) => type === 'string' || type === 'integer' || type === 'number') ? 'scalar' : 'json';
}

function typeOf({ type, const: constant, enum: words }: Schema): string {
  if (typeof type === 'string') return type;
  return constant === undefined && !words ? 'unknown' : 'string';
}

/** The alternatives of a schema, with names looked up and alternatives inside alternatives laid flat. */
function variantsOf(schema: Schema, definitions: Definitions): Schema[] {
  if (schema.$ref) return variantsOf(definitions[nameOf(schema.$ref)] ?? {}, definitions);
  if (Array.isArray(schema.type)) return schema.type.map((type) => ({ ...schema, type }));
  const inside = schema.anyOf ?? schema.oneOf;
  return inside ? inside.flatMap((variant) => variantsOf(variant, definitions)) : [schema];
}

const objectsIn = (schema: Schema, definitions: Definitions): Schema[] =>
  variantsOf(schema, definitions).filter(({ type }) => type === 'object');

const withoutDoubles = (fields: readonly Field[]): Field[] => [
  ...new Map(fields.map((field) => [field.name, field])).values(),
];
