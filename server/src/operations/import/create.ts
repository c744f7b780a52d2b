import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import type { Connection } from '../../store/database.ts';
import { sql } from '../../store/sql.ts';
import { command } from '../define.ts';
import { importItem, importPerson, importReport } from '../import-batch.ts';
import { matchPeople, writePeople } from '../import-people.ts';
import { type Known, planItems, refuseBatch, reportOn } from '../import-plan.ts';
import { writeItems } from '../import-write.ts';
import { requireTeam } from '../references.ts';

const input = z.object({
  source: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .describe('Where the backlog comes from, such as beads; with `ref` it tells what is already here.'),
  team: z.string().max(100).optional().describe('Whose work it becomes; your own first team unless stated.'),
  items: z.array(importItem).max(limits.importItems),
  people: z.array(importPerson).max(limits.importItems).default([]),
  dryRun: z.boolean().default(false).describe('Only say what would happen.'),
});

export default command({
  name: 'import.create',
  summary: 'Bring in a backlog from another tool, whole or not at all; what is already here stays as it is.',
  http: 'POST /v1/imports',
  locks: true,
  bodyLimit: limits.importBytes,
  input,
  output: importReport,
  needs: { action: 'item.import' },
  refuses: ['unknown_reference', 'cycle', 'invalid_input', 'forbidden'],
  example: {
    input: { source: 'beads', items: [{ ref: 'bd-1', title: 'Renew the certificate', state: 'open' }], people: [] },
    output: {
      dryRun: false,
      source: 'beads',
      team: 'OPS',
      created: 1,
      unchanged: 0,
      states: { draft: 1 },
      missing: { outcome: 1, criteria: 1, priority: 1 },
      drafts: [{ ref: 'bd-1', title: 'Renew the certificate', missing: ['outcome', 'criteria', 'priority'] }],
      people: { created: 0, matched: 0 },
      criteria: 0,
      comments: 0,
      edges: { blockedBy: 0, parents: 0, related: 0 },
      kept: {},
    },
  },

  async load({ connection, actor }, { team: named, source, items, people }) {
    const { workspace, query } = connection;
    // One import at a time: two of the same file at once would both find nothing here.
    await query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspace} import`}, 0))`);
    const team = await requireTeam(connection, named, actor.teams);
    if (isRefusal(team)) return team;
    const known = await findKnown(connection, source, items);
    const refusal = refuseBatch(items, known) ?? refuseUnnamed(items, people);
    return refusal ?? { team, known, matched: await matchPeople(connection, people) };
  },

  async decide(context, { team, known, matched }, { source, items, people, dryRun }) {
    const { actor, now, ids } = context;
    const created = people.filter(({ name }) => !matched.has(name.toLowerCase()));
    const everyone = new Map([
      ...matched,
      ...created.map(({ name }): [string, string] => [name.toLowerCase(), ids.next()]),
    ]);
    const { planned, all } = planItems(items, {
      known,
      people: everyone,
      team: team.id,
      actor: actor.id,
      now,
      ids,
      source,
    });
    if (!dryRun) {
      writePeople(context, created, everyone, source);
      await writeItems(context, planned, { all, known, team, source });
    }
    const unchanged = items.length - planned.length;
    return reportOn(planned, {
      dryRun,
      source,
      team: team.key,
      unchanged,
      people: { created: created.length, matched: matched.size },
    });
  },
});

/** Everything that the batch names and an earlier import brought. */
async function findKnown(
  { workspace, query }: Connection,
  source: string,
  items: z.output<typeof input>['items'],
): Promise<Map<string, Known>> {
  const refs = [
    ...new Set(
      items.flatMap(({ ref, parent, blockedBy, related }) => [
        ref,
        ...(parent ? [parent] : []),
        ...blockedBy,
        ...related.map((one) => one.ref),
      ]),
    ),
  ];
  const rows = await query<{ ref: string; id: string; state: string }>(sql`
    select s.ref, i.id, i.state from item_sources s join items i on i.workspace = s.workspace and i.id = s.item
    where s.workspace = ${workspace} and s.source = ${source} and s.ref = any(${refs}::text[])`);
  return new Map(
    rows.map(({ ref, id, state }) => [
      ref,
      { id, open: !['done', 'cancelled'].includes(state), done: state === 'done' },
    ]),
  );
}

function refuseUnnamed(
  items: z.output<typeof input>['items'],
  people: z.output<typeof input>['people'],
): Refusal | null {
  const names = new Set(people.map(({ name }) => name.toLowerCase()));
  for (const [i, { assignee, createdBy, comments }] of items.entries()) {
    const stray = [assignee, createdBy, ...comments.map(({ author }) => author)].find(
      (name) => name !== undefined && !names.has(name.toLowerCase()),
    );
    if (stray)
      return refuse('unknown_reference', { field: `items.${i}`, person: stray, problem: 'is not among `people`' });
  }
  return null;
}
