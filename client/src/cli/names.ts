import { type Client, CoactError, paged } from '../index.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Fields that hold the id of a participant or a team, where a person wants to read a name. */
const naming = new Set([
  'owner',
  'assignee',
  'executor',
  'from',
  'to',
  'responder',
  'sponsor',
  'invitedBy',
  'lead',
  'team',
  'teams',
  'participant',
  'createdBy',
  'actor',
  'by',
  'author',
  'holder',
  'allowed',
  'onBehalfOf',
]);

export type Names = { of(field: string, id: string): string };

/** Names as they stand in an answer: ids, for whoever has nobody to ask. */
export const noNames: Names = { of: (_, id) => id };

/** Looks up the names of whom an answer mentions by id. Without any, nothing is asked; where asking is refused, ids stay. */
export async function loadNames(client: Client, answer: unknown): Promise<Names> {
  if (!mentionsAnybody(answer)) return noNames;
  const known = new Map<string, string>();
  try {
    for await (const { id, name } of paged(client.participant.list, { limit: 200 })) known.set(id, name);
    for (const { id, key } of (await client.team.list()).items) known.set(id, key);
  } catch (error) {
    if (!(error instanceof CoactError)) throw error;
  }
  return { of: (field, id) => (naming.has(field) ? (known.get(id) ?? id) : id) };
}

function mentionsAnybody(value: unknown, field = ''): boolean {
  if (typeof value === 'string') return naming.has(field) && uuid.test(value);
  if (Array.isArray(value)) return value.some((one) => mentionsAnybody(one, field));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, one]) => mentionsAnybody(one, name === 'id' ? field : name));
}
