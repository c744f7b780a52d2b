import { limits } from './limits.ts';

/**
 * Says what in a value could not be stored, or undefined. PostgreSQL keeps neither NUL nor half of a surrogate pair in
 * text, and what nests without bound cannot be written as JSON again (`JSON.stringify` ends in a stack overflow).
 */
export function findUnstorable(value: unknown, path = '', depth = 0): string | undefined {
  if (typeof value === 'string') return findInText(value, path ? fieldAt(path) : 'The text');
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= limits.depth) return `${fieldAt(path)} nests deeper than ${limits.depth} levels: make it flatter.`;

  for (const [key, part] of Object.entries(value)) {
    const inside = Array.isArray(value) ? `${path}[${key}]` : [path, key].filter(Boolean).join('.');
    const found =
      findInText(key, `A field name in \`${path || 'the record'}\``) ?? findUnstorable(part, inside, depth + 1);
    if (found) return found;
  }
  return undefined;
}

const fieldAt = (path: string) => `The field \`${path.slice(0, 80)}\``;

function findInText(text: string, where: string): string | undefined {
  if (text.includes('\0')) return `${where} holds a NUL character, which cannot be stored: remove it.`;
  if (!text.isWellFormed()) return `${where} holds half of a character (a lone surrogate): write that character anew.`;
  return undefined;
}
