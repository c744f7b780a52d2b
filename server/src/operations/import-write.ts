import type { Team } from '../store/teams.ts';
import { nextNumbers } from '../store/items.ts';
import { sql } from '../store/sql.ts';
import type { CommandContext } from './context.ts';
import { countChild } from './graph-changes.ts';
import type { Known, PlannedItem } from './import-plan.ts';
import { iso } from './resources/basics.ts';

type WriteFacts = { all: ReadonlyMap<string, Known>; known: ReadonlyMap<string, Known>; team: Team; source: string };

/** Queues everything that the new items consist of: one event for each, and the rows that follow from it. */
export async function writeItems(
  context: CommandContext,
  planned: readonly PlannedItem[],
  facts: WriteFacts,
): Promise<void> {
  const { changes, connection } = context;
  const numbers = await nextNumbers(connection, facts.team.id, planned.length);
  for (const [i, { imported, openBlockers, openChildren, item }] of planned.entries()) {
    const data = { ...imported, key: `${facts.team.key}-${numbers[i]}` };
    changes.item(null, [{ type: 'item.imported', data }], { counters: { openBlockers, openChildren } });
    const olderParent = item.parent !== undefined && facts.known.has(item.parent);
    if (olderParent && item.state === 'open') countChild(changes, imported.parent, 1, 'whatever its state');
  }
  writeSources(context, planned, facts.source);
  writeEdges(context, planned, facts);
  writeComments(context, planned);
}

function writeSources(
  { changes, connection: { workspace } }: CommandContext,
  planned: readonly PlannedItem[],
  source: string,
): void {
  const data = planned.map(({ item }) => {
    const met = item.criteria.some((one) => one.met !== undefined)
      ? { criteriaMet: item.criteria.map((one) => one.met ?? null) }
      : {};
    return JSON.stringify({ ...item.sourceData, ...met, ...(item.updatedAt && { updatedAt: item.updatedAt }) });
  });
  changes.also(
    sql`insert into item_sources (workspace, source, ref, item, data)
      select ${workspace}::uuid, ${source}::text, s.ref, s.item, s.data
      from unnest(${planned.map(({ item }) => item.ref)}::text[], ${planned.map(({ imported }) => imported.id)}::uuid[], ${data}::jsonb[]) as s(ref, item, data)
      returning 1`,
    planned.length,
  );
}

function writeEdges(
  { changes, connection: { workspace }, now }: CommandContext,
  planned: readonly PlannedItem[],
  { all, known }: WriteFacts,
): void {
  const idOf = (ref: string) => all.get(ref)?.id ?? '';
  const blocked = planned.flatMap(({ imported, item }) =>
    [...new Set(item.blockedBy)].map((ref) => ({ item: imported.id, blocker: idOf(ref) })),
  );
  const related = planned.flatMap(({ imported, item }) =>
    item.related.map(({ kind, ref }) => ({ item: imported.id, kind, other: idOf(ref) })),
  );
  // Whoever ends one of them meanwhile has not told these items: one of the two decides again.
  for (const { id, done } of new Set(
    planned.flatMap(({ item }) => item.blockedBy.flatMap((ref) => known.get(ref) ?? [])),
  ))
    changes.move(id, { done });
  changes.also(
    sql`insert into dependencies (workspace, item, blocker, created_at)
      select ${workspace}::uuid, d.item, d.blocker, ${iso(now)}::timestamptz
      from unnest(${blocked.map((one) => one.item)}::uuid[], ${blocked.map((one) => one.blocker)}::uuid[]) as d(item, blocker) returning 1`,
    blocked.length,
  );
  changes.also(
    sql`insert into relations (workspace, item, kind, other)
      select ${workspace}::uuid, r.item, r.kind, r.other
      from unnest(${related.map((one) => one.item)}::uuid[], ${related.map((one) => one.kind)}::text[], ${related.map((one) => one.other)}::uuid[])
        as r(item, kind, other) on conflict do nothing returning 1`,
    'any',
  );
}

/** Comments keep the name their author had in the source; they are told with the item, not as facts of their own. */
function writeComments(
  { changes, connection: { workspace }, ids, now }: CommandContext,
  planned: readonly PlannedItem[],
): void {
  const comments = planned.flatMap(({ imported, item }) =>
    item.comments.map(({ author, text, at }) => ({
      id: ids.next(),
      item: imported.id,
      author: author ?? null,
      text,
      at: at ?? iso(now),
    })),
  );
  changes.also(
    sql`insert into comments (workspace, id, item, author_name, body, at)
      select ${workspace}::uuid, c.* from unnest(${comments.map((one) => one.id)}::uuid[], ${comments.map((one) => one.item)}::uuid[],
        ${comments.map((one) => one.author)}::text[], ${comments.map((one) => one.text)}::text[], ${comments.map((one) => one.at)}::timestamptz[]) as c
      returning 1`,
    comments.length,
  );
}
