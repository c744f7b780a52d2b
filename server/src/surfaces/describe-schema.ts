import type { Json } from './openapi-schemas.ts';

export type FieldRow = { field: string; type: string; required: boolean; description: string };

/** The fields of a JSON schema as rows of a table, those of parts within as `scope.included` and `criteria[].text`. */
export function fieldRows(schema: Json, prefix = ''): FieldRow[] {
  const { properties = {}, required = [] } = schema as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const row = {
      field: path,
      type: describeType(field),
      required: required.includes(name),
      description: describe(field),
    };
    return [row, ...partsOf(field, path)];
  });
}

function partsOf(schema: Json, path: string): FieldRow[] {
  if (schema['type'] === 'object') return fieldRows(schema, `${path}.`);
  if (schema['type'] === 'array') return partsOf(schema['items'] as Json, `${path}[]`);
  return alternatives(schema).flatMap((one) => partsOf(one, path));
}

const alternatives = ({ anyOf, oneOf }: Json): Json[] => (anyOf ?? oneOf ?? []) as Json[];

function describe({ description, default: usual }: Json): string {
  const said = typeof description === 'string' ? description : '';
  const plain = usual === undefined || (Array.isArray(usual) && usual.length === 0);
  return plain ? said : `${said} Default: \`${JSON.stringify(usual)}\`.`.trim();
}

/** A type in words: `text, at most 300`, `list of text`, `one of low, medium, high`. */
export function describeType(schema: Json): string {
  const { $ref, enum: values, const: only, type, format, items } = schema;
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? '';
  if (Array.isArray(values)) return `one of ${values.join(', ')}`;
  if (only !== undefined) return JSON.stringify(only);
  const choices = alternatives(schema);
  if (choices.length > 0) return choices.map(describeType).join(' or ');
  if (type === 'array') return `list of ${describeType(items as Json)}${bounds(schema, 'minItems', 'maxItems')}`;
  if (type === 'string') return (formats[String(format)] ?? 'text') + bounds(schema, 'minLength', 'maxLength');
  if (type === 'integer' || type === 'number')
    return (type === 'integer' ? 'whole number' : 'number') + bounds(schema, 'minimum', 'maximum');
  return typeof type === 'string' ? (words[type] ?? type) : 'anything';
}

const formats: Record<string, string> = { 'date-time': 'time', email: 'e-mail address', uri: 'URL' };
const words: Record<string, string> = { boolean: 'true or false', null: 'null' };

function bounds(schema: Json, least: string, most: string): string {
  const { [least]: from, [most]: to } = schema;
  if (from !== undefined && to !== undefined) return `, ${String(from)} to ${String(to)}`;
  if (to !== undefined) return `, at most ${String(to)}`;
  return from === undefined || from === 0 ? '' : `, at least ${String(from)}`;
}
