/** The part of JSON Schema that zod writes, as far as types depend on it. */
export type Schema = {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string | string[];
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  additionalProperties?: Schema | boolean;
};

const scalars: Record<string, string> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

/** A schema as a TypeScript type, on as many lines as it has properties. Named schemas are called by their name. */
export function printType(schema: Schema, indent = ''): string {
  const variants = schema.anyOf ?? schema.oneOf;
  if (schema.$ref) return nameOf(schema.$ref);
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => printType({ ...schema, type }, indent)));
  if (variants) return union(variants.map((variant) => printType(variant, indent)));
  if (schema.allOf) return schema.allOf.map((part) => parenthesised(printType(part, indent))).join(' & ');
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return union(schema.enum.map(literal));
  if (schema.prefixItems) return `[${schema.prefixItems.map((item) => printType(item, indent)).join(', ')}]`;
  if (schema.type === 'array') return `${parenthesised(printType(schema.items ?? {}, indent))}[]`;
  if (schema.type === 'object') return printObject(schema, indent);
  return scalars[schema.type ?? ''] ?? 'unknown';
}

/** The words above a property or a type, when there are any. */
export const printComment = (text: string | undefined, indent = ''): string =>
  text ? `${indent}/** ${text.replaceAll('*/', '*\\/')} */\n` : '';

export const nameOf = (ref: string): string => ref.replace(/^#\/\$defs\//, '');

function printObject({ properties, required = [], additionalProperties }: Schema, indent: string): string {
  if (!properties || Object.keys(properties).length === 0) {
    const values = typeof additionalProperties === 'object' ? printType(additionalProperties, indent) : 'unknown';
    return additionalProperties === undefined || additionalProperties === false
      ? 'Record<never, never>'
      : `Record<string, ${values}>`;
  }
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, property]) => {
    const comment = printComment(property.description, inner);
    const type = printType(property, inner);
    // Undefined is as good as left out: JSON drops it.
    return `${comment}${inner}${key(name)}${required.includes(name) ? `: ${type}` : `?: ${union([type, 'undefined'])}`};\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

const key = (name: string) => (/^[a-z_$][\w$]*$/i.test(name) ? name : literal(name));
const literal = (value: unknown) =>
  typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : JSON.stringify(value);
const union = (types: string[]) => {
  const all = [...new Set(types.flatMap((type) => (/[{(]/.test(type) ? [type] : type.split(' | '))))];
  return all.includes('unknown') ? 'unknown' : all.join(' | ');
};

function parenthesised(type: string): string {
  let outside = type;
  for (let before = ''; before !== outside; outside = outside.replaceAll(/\{[^{}]*\}/g, '')) before = outside;
  return / [|&] /.test(outside) ? `(${type})` : type;
}
