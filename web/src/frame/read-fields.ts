import type { Field } from 'coact/operations';
import type { Trouble } from '../state/server.ts';

/** `item.take_over` as "Take over", `scope.included` as "Scope: included". */
export function titleOf(name: string): string {
  const spoken = name
    .replace(/^[a-z]+\.(?=[a-z_]+$)/, (area) => (/^(scope|budget)\.$/.test(area) ? area.replace('.', ': ') : ''))
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return spoken.charAt(0).toUpperCase() + spoken.slice(1);
}

/** Reads a form into an operation's input; what was left empty is left out. A value that can't be read names its field. */
export function readFields(
  fields: readonly Field[],
  textOf: (name: string) => string,
): { input: Record<string, unknown> } | Trouble {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    const text = textOf(field.name).trim();
    if (text === '') continue;
    try {
      put(
        input,
        field.name.split('.'),
        field.array ? lines(text).map((line) => valueOf(field, line)) : valueOf(field, text),
      );
    } catch {
      return { message: `${titleOf(field.name)} cannot be read.`, hint: 'Write a number or JSON, as the note says.' };
    }
  }
  return { input };
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function valueOf({ type, shorthand, nullable }: Field, text: string): unknown {
  if (nullable && text === 'null') return null;
  if (type === 'integer' || type === 'number') return numberIn(text);
  if (type === 'boolean') return text === 'true' || text === 'yes';
  if (type === 'json') return shorthand && !/^[[{"]/.test(text) ? { [shorthand]: text } : (JSON.parse(text) as unknown);
  return text;
}

function numberIn(text: string): number {
  const value = Number(text);
  if (Number.isNaN(value)) throw new TypeError(`${text} is not a number`);
  return value;
}

function put(into: Record<string, unknown>, [first = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  const inner: Record<string, unknown> = {};
  const before = into[first];
  into[first] = typeof before === 'object' && before !== null ? Object.assign(inner, before) : inner;
  put(inner, rest, value);
}
