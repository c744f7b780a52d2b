import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { parseBacklog, parseBeads } from '../../client/src/import/index.ts';
import { readBacklogFolder } from '../../client/src/import/read-backlog-folder.ts';
import importCreate from '../src/operations/import/create.ts';
import itemCommit from '../src/operations/item/commit.ts';
import itemList from '../src/operations/item/list.ts';
import itemUpdate from '../src/operations/item/update.ts';
import { sql } from '../src/store/sql.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** Real backlogs, kept beside the repository; without them these tests have nothing to read. */
const data = new URL('../../../shared/data/', import.meta.url).pathname;
const skip = existsSync(data) ? false : `no sample backlogs at ${data}`;

type Issue = {
  id: string;
  status: string;
  priority: number;
  created_at: string;
  title: string;
  dependencies?: { depends_on_id: string; type: string }[];
};
type Listed = {
  items: { id: string; key: string; version: number; title: string; state: string; openBlockers: number }[];
  next: string | null;
};
type Report = { created: number; unchanged: number; states: Record<string, number>; kept: Record<string, number> };

const beads = () => readFileSync(`${data}beads-issues.jsonl`, 'utf8');
const issues = () =>
  beads()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Issue);

/** The open issues that wait for no open issue of the file: most urgent first, then the oldest. */
function readyInSource(all: Issue[]): string[] {
  const open = new Set(all.filter(({ status }) => status !== 'closed').map(({ id }) => id));
  const blocks = new Set(['blocks', 'blocked-by', 'waits-for', 'conditional-blocks']);
  const free = all.filter(
    ({ id, dependencies = [] }) =>
      open.has(id) && !dependencies.some((one) => blocks.has(one.type) && open.has(one.depends_on_id)),
  );
  return free
    .toSorted((a, b) => a.priority - b.priority || a.created_at.localeCompare(b.created_at))
    .map(({ id }) => id);
}

async function listAll(base: TestDatabase, filter: object): Promise<Listed['items']> {
  const all: Listed['items'] = [];
  let cursor: string | null = null;
  do {
    const page: Listed = await base.operator<Listed>(itemList, { ...filter, limit: 200, ...(cursor && { cursor }) });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return all;
}

/** The queue as claims find it: by priority, then by how long it has been ready. */
async function queueOf({ database, workspace }: TestDatabase): Promise<string[]> {
  const rows = await database.within(workspace, ({ query }) =>
    query<{ ref: string }>(sql`
      select s.ref from items i join item_sources s on s.item = i.id
      where i.state = 'ready' and i.open_blockers = 0 and i.open_children = 0 and i.blocking_requests = 0 order by i.priority, i.ready_at, i.id`),
  );
  return rows.map(({ ref }) => ref);
}

test('the beads backlog comes in whole, and a second import changes nothing', { skip }, async () => {
  const base = await testDatabase();
  const batch = parseBeads(beads());
  const dry = await base.operator<Report>(importCreate, { ...batch, dryRun: true });
  assert.equal((await listAll(base, {})).length, 0);

  const first = await base.operator<Report>(importCreate, batch);
  assert.deepEqual({ ...first, dryRun: true }, dry);
  assert.equal(first.created, issues().length);
  const before = await base.events();
  const second = await base.operator<Report>(importCreate, batch);
  assert.deepEqual([second.created, second.unchanged], [0, issues().length]);
  assert.equal((await base.events()).length, before.length);

  const counts = Map.groupBy(await listAll(base, {}), ({ state }) => state);
  assert.equal(counts.get('done')?.length, issues().filter(({ status }) => status === 'closed').length);
});

test(
  'open beads with outcome, criteria and priority are ready at once; once the others are clear, the queue is the source’s',
  { skip },
  async () => {
    const base = await testDatabase();
    await base.operator(importCreate, parseBeads(beads()));
    const clear = issues()
      .filter(({ status, id }) => status !== 'closed' && ['bd-5cnq', 'bd-vizy'].includes(id))
      .map(({ id }) => id);
    assert.deepEqual((await queueOf(base)).toSorted(), clear.toSorted());

    for (const draft of await listAll(base, { state: ['draft'] })) {
      await base.operator(
        itemUpdate,
        { id: draft.id, outcome: 'It is as the title says.', criteria: [{ text: 'It is so' }] },
        { ifMatch: draft.version },
      );
      await base.operator(itemCommit, { id: draft.id });
    }
    // A larger work with open parts is not handed out before they are done; the source has no such rule.
    const parents = new Set(
      issues().flatMap(({ status, dependencies = [] }) =>
        status === 'closed'
          ? []
          : dependencies.filter(({ type }) => type === 'parent-child').map((one) => one.depends_on_id),
      ),
    );
    const expected = readyInSource(issues()).filter((id) => !parents.has(id));
    const urgency = (ids: readonly string[]) => ids.map((id) => issues().find((issue) => issue.id === id)?.priority);
    const queue = await queueOf(base);
    assert.deepEqual(queue.toSorted(), expected.toSorted());
    assert.deepEqual(urgency(queue), urgency(expected));
  },
);

test('the Backlog.md sample comes in whole: its open tasks are clear enough to be ready', { skip }, async () => {
  const base = await testDatabase();
  const folder = `${data}backlog-md`;
  const report = await base.operator<Report>(importCreate, parseBacklog(await readBacklogFolder(folder)));
  assert.deepEqual([report.created, report.states], [60, { done: 56, ready: 4 }]);
  const open = readdirSync(`${folder}/tasks`).filter((file) =>
    readFileSync(`${folder}/tasks/${file}`, 'utf8').includes('\nstatus: To Do\n'),
  );
  const ids = open.map((file) => (file.split(' - ')[0] ?? '').toUpperCase());
  assert.deepEqual((await queueOf(base)).toSorted(), ids.toSorted());
});

test('a batch with one wrong item changes nothing at all', { skip }, async () => {
  const base = await testDatabase();
  const batch = parseBeads(beads());
  const items = batch.items.map((item, i) => (i === 300 ? { ...item, blockedBy: ['bd-of-elsewhere'] } : item));
  const refusal = await base.operator.refused(importCreate, { ...batch, items });
  assert.deepEqual([refusal.refused, refusal['field']], ['unknown_reference', 'items.300']);
  assert.equal((await listAll(base, {})).length, 0);
  assert.equal((await base.events()).length, 0);
});
