import { isSame } from '../../domain/is-same.ts';
import { type ScimError, fail } from './scim-error.ts';

export type Resource = Record<string, unknown>;
type Step = { op?: unknown; path?: unknown; value?: unknown };

const PATH = /^(?:urn:[\w:.-]+:)?([A-Za-z]\w*)(?:\[\s*(\w+)\s+eq\s+"([^"]*)"\s*\])?(?:\.(\w+))?$/i;

/**
 * Applies the operations of a PatchOp (RFC 7644, section 3.5.2) to a resource and gives the one that results. What it does not
 * know it leaves alone, as directories send attributes of extensions that nothing here keeps.
 */
export function applyPatch(resource: Resource, body: unknown): Resource | ScimError {
  const steps = (body as { Operations?: unknown } | null)?.Operations;
  if (!Array.isArray(steps) || steps.length === 0)
    return fail(400, 'Send `Operations`: a list of what to add, remove and replace.', 'invalidSyntax');
  let current: Resource = structuredClone(resource);
  for (const step of steps as Step[]) {
    const next = applyStep(current, step ?? {});
    if ('failed' in next) return next;
    current = next;
  }
  return current;
}

function applyStep(resource: Resource, { op, path, value }: Step): Resource | ScimError {
  const how = typeof op === 'string' ? op.toLowerCase() : '';
  if (how !== 'add' && how !== 'remove' && how !== 'replace')
    return fail(400, '`op` is one of add, remove and replace.', 'invalidSyntax');
  if (path === undefined || path === null || path === '') {
    if (how === 'remove') return fail(400, 'Say in `path` what to remove.', 'noTarget');
    if (typeof value !== 'object' || value === null)
      return fail(400, 'Without a path, `value` is an object.', 'invalidValue');
    let current: Resource = resource;
    for (const [name, one] of Object.entries(value)) {
      const next = applyStep(current, { op: how, path: name, value: one });
      // Whole extensions come as one attribute with a colon in its name.
      if ('failed' in next) continue;
      current = next;
    }
    return current;
  }
  const parts = typeof path === 'string' ? PATH.exec(path) : null;
  if (!parts) return fail(400, `The path ${String(path).slice(0, 200)} is not understood.`, 'invalidPath');
  const [, name = '', by, wanted, sub] = parts;
  const attribute = Object.keys(resource).find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
  const before = resource[attribute];
  const after = by
    ? changeSome(before, { how, by, wanted: wanted ?? '', sub, value })
    : sub
      ? changePart(before, { how, sub, value })
      : changeWhole(before, { how, value });
  return { ...resource, [attribute]: after };
}

type How = { how: 'add' | 'remove' | 'replace'; value: unknown };

function changeWhole(before: unknown, { how, value }: How): unknown {
  if (how === 'remove') return Array.isArray(before) && Array.isArray(value) ? without(before, value) : undefined;
  if (how === 'add' && Array.isArray(before)) return [...without(before, listOf(value)), ...listOf(value)];
  return value;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const keyOf = (one: unknown) => (one as { value?: unknown } | null)?.value ?? one;
const without = (some: readonly unknown[], gone: readonly unknown[]) =>
  some.filter((one) => !gone.some((other) => isSame(keyOf(other), keyOf(one))));

function changePart(before: unknown, { how, sub, value }: How & { sub: string }): unknown {
  const whole = typeof before === 'object' && before !== null && !Array.isArray(before) ? (before as Resource) : {};
  return { ...whole, [sub]: how === 'remove' ? undefined : value };
}

/** `members[value eq "…"]` and `emails[type eq "work"].value`. */
function changeSome(
  before: unknown,
  { how, by, wanted, sub, value }: How & { by: string; wanted: string; sub: string | undefined },
) {
  const list = Array.isArray(before) ? (before as Resource[]) : [];
  const fits = (one: Resource) => String(one[by]).toLowerCase() === wanted.toLowerCase();
  if (how === 'remove' && !sub) return list.filter((one) => !fits(one));
  const changed = (one: Resource) =>
    sub ? { ...one, [sub]: how === 'remove' ? undefined : value } : { ...one, ...(value as Resource) };
  return list.some(fits) ? list.map((one) => (fits(one) ? changed(one) : one)) : [...list, changed({ [by]: wanted })];
}
