import type { z } from 'zod';

export type SchemaDefinition = z.core.$ZodTypes['_zod']['def'];

/** The definition of a schema; zod has no other door to it that all schemas share. */
// oxlint-disable-next-line no-underscore-dangle typescript/no-unsafe-type-assertion
export const definitionOf = (schema: z.core.$ZodType): SchemaDefinition => (schema as z.core.$ZodTypes)._zod.def;

/** What a schema is beneath optional, nullable, default and the like, seen from the side of the input. */
export function kindOf(schema: z.core.$ZodType): SchemaDefinition {
  const def = definitionOf(schema);
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return kindOf(def.innerType);
    case 'pipe':
      return kindOf(definitionOf(def.in).type === 'transform' ? def.out : def.in);
    case 'lazy':
      return kindOf(def.getter());
    default:
      return def;
  }
}
