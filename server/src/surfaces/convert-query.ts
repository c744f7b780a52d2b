import type { z } from 'zod';
import { kindOf } from './schema-kind.ts';

/**
 * Turns the texts of one query parameter into what its schema expects: numbers, true and false, lists (repeated or separated
 * by commas). What does not look like it stays a text, for the schema to refuse by name.
 */
export function convertQuery(schema: z.core.$ZodType, texts: readonly string[]): unknown {
  const def = kindOf(schema);
  if (def.type === 'array') {
    const parts = texts.flatMap((text) => text.split(',')).filter((text) => text !== '');
    return parts.map((text) => convertText(def.element, text));
  }
  return texts.length === 1 && texts[0] !== undefined ? convertText(schema, texts[0]) : texts;
}

function convertText(schema: z.core.$ZodType, text: string): unknown {
  const def = kindOf(schema);
  if (def.type === 'number') return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
  if (def.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (def.type !== 'union') return text;
  const converted = def.options.map((option) => convertText(option, text));
  return converted.find((one) => typeof one !== 'string') ?? text;
}
