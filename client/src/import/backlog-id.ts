const shape = /^(?:([a-z][a-z0-9_-]*)-)?(\d+(?:\.\d+)*)$/;
/** The prefix that Backlog.md gives unless told otherwise. Projects that chose another later still refer by it. */
const defaultPrefix = 'task';

/** Two spellings of one id have the same key: `BACK-7`, `back-07`; `BACK-355.01`, `back-355.1`. */
export function backlogIdKey(id: string): string {
  const { prefix, number } = readId(id);
  return prefix ? `${prefix}-${number}` : number;
}

/**
 * The keys that a reference may mean, most likely first. A bare number (`345`) is of the same kind as the id that it is written
 * beside, else of the project's; and so is one with the default prefix where the project has its own (`task-4` for `BACK-4`).
 */
export function keysOfReference(reference: string, beside: string, projectPrefix: string | undefined): string[] {
  const { prefix, number } = readId(reference);
  const exact = backlogIdKey(reference);
  if (prefix !== undefined && prefix !== defaultPrefix) return [exact];
  const prefixes = [readId(beside).prefix, projectPrefix?.toLowerCase(), defaultPrefix];
  return [exact, ...prefixes.filter((known) => known !== undefined).map((known) => `${known}-${number}`)];
}

/** The key of the task that a dotted id is below: `back-4` for `BACK-4.12`. */
export function keyOfParent(id: string): string | undefined {
  const key = backlogIdKey(id);
  const dot = key.lastIndexOf('.');
  return dot === -1 ? undefined : key.slice(0, dot);
}

/** By prefix, then by number: 2 before 10, 4 before 4.1. */
export function compareKeys(left: string, right: string): number {
  const [one, other] = [readId(left), readId(right)];
  if (one.prefix !== other.prefix) return (one.prefix ?? '') < (other.prefix ?? '') ? -1 : 1;
  const [ours, theirs] = [one.number.split('.'), other.number.split('.')];
  for (const [index, part] of ours.entries()) {
    const against = theirs[index];
    if (against === undefined) return 1;
    if (part.length !== against.length) return part.length - against.length;
    if (part !== against) return part < against ? -1 : 1;
  }
  return ours.length - theirs.length;
}

/** An id that has no number, which Backlog.md never writes, stands for itself. */
function readId(id: string): { prefix: string | undefined; number: string } {
  const lower = id.trim().toLowerCase();
  const [, prefix, number] = shape.exec(lower) ?? [];
  const unpadded = (number ?? lower)
    .split('.')
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .join('.');
  return { prefix, number: number === undefined ? lower : unpadded };
}
