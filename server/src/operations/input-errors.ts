import type { z } from 'zod';

export type InputError = { field: string; problem: string };

/** Names each field that is wrong, with dots and numbers as in `criteria.0.text`. */
export const inputErrors = (error: z.ZodError): InputError[] =>
  error.issues.slice(0, 50).map(({ path, message, code, ...issue }) => {
    const unknown = code === 'unrecognized_keys' && 'keys' in issue ? ` (${issue.keys.join(', ')})` : '';
    return { field: path.map(String).join('.') || 'body', problem: `${message}${unknown}` };
  });

/** Where a text holds what PostgreSQL cannot store (NUL) or UTF-8 cannot say (half a surrogate pair), or null. */
export function findNul(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path || 'body' : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const here = path ? `${path}.${key}` : key;
    const found = key.includes('\0') || !key.isWellFormed() ? here : findNul(inner, here);
    if (found) return found;
  }
  return null;
}
