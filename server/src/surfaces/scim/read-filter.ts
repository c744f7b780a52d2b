import { type ScimError, fail, isFailure } from './scim-error.ts';

export type Comparison = { attribute: string; value: string | boolean };

const FORM = /^\s*([A-Za-z][\w.:]*(?:\[[^\]]*\])?(?:\.\w+)?)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*$/i;

/** Reads `attribute eq value`, the one filter that directories ask with; null where there is none. */
export function readFilter(text: string | undefined, known: readonly string[]): Comparison | null | ScimError {
  if (text === undefined || text.trim() === '') return null;
  const parts = FORM.exec(text);
  const [, name = '', quoted = ''] = parts ?? [];
  const attribute = known.find((one) => one.toLowerCase() === name.replace(/\[[^\]]*\]/, '').toLowerCase());
  if (!parts || !attribute)
    return fail(
      400,
      `Filter by \`eq\` on one of ${known.join(', ')}: ${text.slice(0, 200)} is not understood.`,
      'invalidFilter',
    );
  const value = readValue(quoted);
  return isFailure(value) ? value : { attribute, value };
}

function readValue(quoted: string): string | boolean | ScimError {
  if (!quoted.startsWith('"')) return quoted.toLowerCase() === 'true';
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return fail(400, `${quoted} is not a JSON string.`, 'invalidFilter');
  }
}
