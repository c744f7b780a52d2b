import { z } from 'zod';
import type { Schema } from './print-type.ts';

/** A zod schema as JSON Schema: what a caller writes and a handler returns, the side before defaults and transformations. */
export function schemaOf(schema: z.ZodType): Schema {
  const written: Schema = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })));
  return written;
}
