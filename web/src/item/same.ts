/** Whether two values of a field say the same: parts in any order of their names, and what is left out like what is null. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b || (isNothing(a) && isNothing(b))) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || isNothing(a) || isNothing(b)) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...one.keys(), ...other.keys()])].every((part) => same(one.get(part), other.get(part)));
}

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;
