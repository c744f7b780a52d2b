import { isSame } from '../domain/is-same.ts';
import type { CommandContext } from './context.ts';
import type { Operation } from './define.ts';

export type FieldChange = { field: string; before: unknown; after: unknown };

/** What changes with every write, and what is only derived from the rest. */
const kept = new Set([
  'version',
  'revision',
  'updatedAt',
  'createdAt',
  'abilities',
  'openBlockers',
  'openChildren',
  'fence',
  'endedAt',
]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The thing that a step is about, as a reader sees it now; null where there is no such thing to read by its id. */
export async function readThing(
  context: CommandContext,
  { operations, area, id }: { operations: ReadonlyMap<string, Operation>; area: string; id: unknown },
): Promise<Record<string, unknown> | null> {
  const get = operations.get(`${area}.get`);
  const input = typeof id === 'string' && get ? get.input.safeParse({ id }) : null;
  if (!get?.handle || !input?.success) return null;
  const found = await get.handle(context, input.data as never);
  return isRecord(found) && !('refused' in found) ? found : null;
}

/** What differs, field by field. Of a new thing, what was said of it. */
export function differences(
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
  input: Record<string, unknown>,
): FieldChange[] {
  if (!after) return [];
  const fields = Object.keys(after).filter((field) => !kept.has(field) && field !== 'id');
  if (!before)
    return ['key', ...Object.keys(input)]
      .filter((field) => field !== 'key' || field in after)
      .map((field) => ({ field, before: null, after: after[field] ?? input[field] ?? null }));
  return fields
    .filter((field) => !isSame(before[field] ?? null, after[field] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}
