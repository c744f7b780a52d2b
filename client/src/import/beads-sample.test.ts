import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { ImportItem } from './backlog-format.ts';
import { parseBeads } from './beads.ts';

type Edge = { issue_id: string; depends_on_id: string; type: string };
type Comment = { author: string; text: string; created_at: string; id: unknown };
type Issue = Record<string, unknown> & { id: string; status: string; dependencies?: Edge[]; comments?: Comment[] };

/** A real backlog, which the repository holds no copy of. */
const sample = new URL('../../../../shared/data/beads-issues.jsonl', import.meta.url);
const skip = existsSync(sample) ? false : 'the sample is not here';
const read = () => {
  const text = readFileSync(sample, 'utf8');
  const issues = text
    .split('\n')
    .filter(Boolean)
    .map((line): Issue => JSON.parse(line));
  return { text, issues, batch: parseBeads(text) };
};
const blocking = new Set(['blocks', 'blocked-by', 'waits-for', 'conditional-blocks']);
const entries = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const hasWords = (where: string, text: unknown) =>
  String(text)
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*] (?:\[[ x]\] )?)?/, '').trim())
    .every((line) => where.includes(line) || /acceptance criteria/i.test(line));

/** Where each field's value must be found again. A field without a home here must be kept under its own name. */
const homes: Record<string, (item: ImportItem, value: unknown) => boolean> = {
  id: (item, value) => item.ref === value,
  title: (item, value) => item.title === value,
  description: ({ outcome = '', criteria }, value) =>
    hasWords([outcome, ...criteria.map(({ text }) => text)].join('\n'), value),
  notes: (item, value) => hasWords(item.context ?? '', value),
  priority: (item, value) => item.priority === value,
  issue_type: (item, value) => item.type === value,
  assignee: (item, value) => item.assignee === value,
  created_by: (item, value) => item.createdBy === value,
  created_at: (item, value) => item.createdAt === value,
  updated_at: (item, value) => item.updatedAt === value,
  closed_at: (item, value) => item.closedAt === value,
  labels: (item, value) => isDeepStrictEqual(item.labels, value),
  status: ({ state, sourceData }, value) =>
    (value === 'open' && state === 'open') ||
    (value === 'closed' && state === 'done') ||
    sourceData['status'] === value,
  dependencies: ({ sourceData }, value) => {
    const kept = [...entries(sourceData['dependencies']), ...entries(sourceData['dependencies_mapped'])];
    return entries(value).every((edge) => kept.some((one) => isDeepStrictEqual(one, edge)));
  },
  comments: ({ ref, comments, sourceData }, value) =>
    entries(value).every((comment, index) => {
      const kept = entries(sourceData['comments'])[index];
      const { author, text, at } = comments[index] ?? {};
      return isDeepStrictEqual(comment, Object.assign({ issue_id: ref, author, text, created_at: at }, kept));
    }),
};

const lost = (issue: Issue, item: ImportItem) =>
  Object.entries(issue).flatMap(([name, value]) => {
    const home = homes[name] ?? (({ sourceData }: ImportItem) => isDeepStrictEqual(sourceData[name], value));
    return home(item, value) ? [] : [`${issue.id}.${name}`];
  });

test('every field of every issue of a real backlog is found again', { skip }, () => {
  const { issues, batch } = read();
  assert.equal(batch.items.length, issues.length);
  assert.deepEqual(
    issues.flatMap((issue, index) => lost(issue, batch.items[index] ?? assert.fail())),
    [],
  );
});

test('a field that got lost would be noticed', { skip }, () => {
  const { issues, batch } = read();
  const missed = issues.flatMap((issue, index) => {
    const item = batch.items[index] ?? assert.fail();
    const poorer = [
      { ...item, outcome: '', criteria: [] },
      { ...item, sourceData: {} },
      { ...item, comments: [] },
      { ...item, title: '' },
    ];
    return poorer.flatMap((without) => lost(issue, without));
  });
  const names = new Set(missed.map((field) => field.split('.').at(-1)));
  for (const name of [
    'title',
    'description',
    'owner',
    'work_type',
    'close_reason',
    'dependencies',
    'comments',
    'status',
  ])
    assert(names.has(name), name);
});

test('states, links and people of a real backlog are those of its lines', { skip }, () => {
  const { issues, batch } = read();
  const ids = new Set(issues.map(({ id }) => id));
  const edges = issues.flatMap(({ dependencies = [] }) => dependencies).filter((edge) => ids.has(edge.depends_on_id));
  const count = (wanted: (type: string) => boolean) => edges.filter(({ type }) => wanted(type)).length;
  const total = (length: (item: ImportItem) => number) => batch.items.reduce((sum, item) => sum + length(item), 0);

  assert.equal(
    total(({ blockedBy }) => blockedBy.length),
    count((type) => blocking.has(type)),
  );
  assert.equal(
    total(({ parent }) => Number(parent !== undefined)),
    count((type) => type === 'parent-child'),
  );
  const related = count((type) => type !== 'parent-child' && !blocking.has(type));
  assert.equal(
    total((item) => item.related.length),
    related,
  );
  assert.equal(
    total(({ state }) => Number(state === 'done')),
    issues.filter(({ status }) => status === 'closed').length,
  );

  const named = issues
    .flatMap(({ assignee, created_by, owner, comments = [] }) => [
      [assignee, created_by, owner],
      comments.map(({ author }) => author),
    ])
    .flat()
    .filter((name) => name !== undefined);
  assert.deepEqual(new Set(batch.people.map(({ name }) => name)), new Set(named));
});

test('what is open and not blocked is what the lines themselves say', { skip }, () => {
  const { issues, batch } = read();
  const open = new Set(issues.filter(({ status }) => status !== 'closed').map(({ id }) => id));
  const ready = issues
    .filter(
      ({ id, dependencies = [] }) =>
        open.has(id) && !dependencies.some((edge) => blocking.has(edge.type) && open.has(edge.depends_on_id)),
    )
    .map(({ id }) => id);

  const openItems = new Set(batch.items.filter(({ state }) => state === 'open').map(({ ref }) => ref));
  const unblocked = batch.items.filter(
    ({ ref, blockedBy }) => openItems.has(ref) && !blockedBy.some((blocker) => openItems.has(blocker)),
  );
  assert.deepEqual(
    unblocked.map(({ ref }) => ref),
    ready,
  );
  assert(ready.length > 0 && ready.length < open.size);
});

test('the same text gives the same batch, and a batch is plain JSON', { skip }, () => {
  const { text, batch } = read();
  assert.deepEqual(parseBeads(text), batch);
  assert.deepEqual(JSON.parse(JSON.stringify(batch)), batch);
});
