import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { ImportBatch } from './backlog-format.ts';
import { parseBacklog } from './backlog.ts';
import { parseBeads } from './beads.ts';
import { ImportError } from './import-error.ts';

/** A batch, or nothing when the input was refused as it should be: with the places named. */
function importOrRefuse(read: () => ImportBatch): ImportBatch | undefined {
  try {
    return read();
  } catch (error) {
    assert(error instanceof ImportError, `It threw ${String(error)}`);
    assert(error.problems.length > 0);
    assert(error.problems.every(({ file, line, problem }) => (file ?? line) !== undefined && problem.length > 0));
    return undefined;
  }
}

function assertSound(batch: ImportBatch): void {
  const refs = new Set(batch.items.map(({ ref }) => ref));
  const people = new Set(batch.people.map(({ name }) => name));
  assert.equal(refs.size, batch.items.length);
  assert.equal(people.size, batch.people.length);
  for (const { title, blockedBy, related, parent, assignee, createdBy, comments } of batch.items) {
    assert(title.length > 0);
    for (const ref of [...blockedBy, ...related.map(({ ref }) => ref), ...(parent ? [parent] : [])])
      assert(refs.has(ref));
    for (const name of [assignee, createdBy, ...comments.map(({ author }) => author)])
      assert(name === undefined || people.has(name));
  }
  assertNoCycle(new Map(batch.items.map(({ ref, blockedBy }) => [ref, blockedBy])));
  assertNoCycle(new Map(batch.items.map(({ ref, parent }) => [ref, parent === undefined ? [] : [parent]])));
  // What the property makers write may hold -0, which JSON does not tell from 0.
  assert.equal(JSON.stringify(JSON.parse(JSON.stringify(batch))), JSON.stringify(batch));
}

/** Takes away, again and again, what leads nowhere: where that ends before all is gone, there is a cycle. */
function assertNoCycle(graph: Map<string, readonly string[]>): void {
  const left = new Map(graph);
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const [node, targets] of left) if (!targets.some((target) => left.has(target))) left.delete(node);
  }
  assert.deepEqual([...left.keys()], []);
}

const beadsFields = (
  'id title description status priority issue_type assignee owner created_by created_at updated_at closed_at labels comments ' +
  'dependencies notes design acceptance_criteria external_ref metadata _type _schema __proto__ constructor other'
).split(' ');
const backlogFields = (
  'id title status assignee reporter created_date updated_date labels dependencies references documentation parent_task_id ' +
  'priority type ordinal milestone folder comments __proto__ other'
).split(' ');

/** Some of the fields, each with any JSON value at all: often one of the right type, else any. */
const anyFields = (names: readonly string[]) => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a', 'bd-1', '2026-01-01', 'blocks', '@x', '## Acceptance Criteria\n- a'),
  );
  const record = fc.dictionary(
    fc.constantFrom('issue_id', 'depends_on_id', 'type', 'author', 'text', 'created_at', 'id'),
    text,
  );
  const value = fc.oneof(text, fc.array(text), fc.array(record), fc.jsonValue());
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), value), { selector: ([name]) => name })
    .map((entries) => Object.fromEntries(entries));
};

test('any JSON in any field of beads is taken or refused, and what is taken is sound', () => {
  fc.assert(
    fc.property(fc.array(anyFields(beadsFields), { maxLength: 4 }), fc.boolean(), (issues, complete) => {
      const lines = issues.map((issue, index) =>
        JSON.stringify(complete ? { ...issue, id: `bd-${index}`, title: 'T' } : issue),
      );
      const batch = importOrRefuse(() => parseBeads(lines.join('\n')));
      if (batch) assertSound(batch);
    }),
    { numRuns: 2_000 },
  );
});

test('any text at all is a backlog or is refused', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.constantFrom('---', '\n', '\n---\n', 'id: a', '\ntitle: b', '## ', '<!-- AC:BEGIN -->', '\r\n', '{'),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, fc.string(), (any, path) => {
      for (const read of [
        () => parseBeads(any),
        () =>
          parseBacklog([
            { path: 'tasks/a.md', text: any },
            { path, text: any },
          ]),
      ]) {
        const batch = importOrRefuse(read);
        if (batch) assertSound(batch);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('a field that beads may add some day is kept as it is', () => {
  const values = fc.jsonValue({ maxDepth: 5 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string({ minLength: 1 }).map((name) => `x_${name}`),
        values,
      ),
      (extra) => {
        const [item] = parseBeads(JSON.stringify({ id: 'bd-1', title: 'T', ...extra })).items;
        assert.equal(JSON.stringify(item?.sourceData), JSON.stringify(extra));
      },
    ),
    { numRuns: 500 },
  );
});

const inOrder = (list: readonly unknown[]) => list.map((edge) => JSON.stringify(edge)).toSorted();
const id = fc.integer({ min: 0, max: 7 }).map((number) => `bd-${number}`);
const edges = fc.array(
  fc.record({ from: id, to: id, type: fc.constantFrom('blocks', 'blocked-by', 'parent-child', 'related') }),
  { maxLength: 40 },
);

test('whatever edges there are, the graph has no cycle, and each edge is a link or kept', () => {
  fc.assert(
    fc.property(edges, (drawn) => {
      const issues = Array.from({ length: 7 }, (_, number) => {
        const own = drawn.filter(({ from }) => from === `bd-${number}`);
        const dependencies = own.map(({ from, to, type }) => ({ issue_id: from, depends_on_id: to, type }));
        return { id: `bd-${number}`, title: 'T', dependencies };
      });
      const batch = parseBeads(issues.map((issue) => JSON.stringify(issue)).join('\n'));
      assertSound(batch);
      batch.items.forEach(({ sourceData }, index) => {
        const kept = [sourceData['dependencies'] ?? [], sourceData['dependencies_mapped'] ?? []].flat();
        assert.deepEqual(inOrder(kept), inOrder(issues[index]?.dependencies ?? []));
      });
    }),
    { numRuns: 500 },
  );
});

test('any JSON in any field of a task, over any body, is taken or refused, and what is taken is sound', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '## Description',
      '## Comments',
      'author: @a',
      'created: 2026-01-01',
      '---',
      '- [x] #1 a',
      '```',
      '<!-- DOD:BEGIN -->',
      '<!-- DOD:END -->',
      '## Definition of Done',
    ),
  );
  const body = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyFields(backlogFields), body), { maxLength: 4 }),
      fc.boolean(),
      (tasks, complete) => {
        const files = tasks.map(([fields, text], index) => {
          const values = Object.entries(complete ? { ...fields, id: `BACK-${index}`, title: 'T' } : fields);
          // JSON is YAML, so each value can stand as it is.
          const front = values.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join('\n');
          return { path: `tasks/${index}.md`, text: `---\n${front}\n---\n${text}` };
        });
        const batch = importOrRefuse(() => parseBacklog(files));
        if (batch) assertSound(batch);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a front matter field of the project itself is kept as it is', () => {
  const values = fc.jsonValue({ maxDepth: 3 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
  fc.assert(
    fc.property(values, (value) => {
      const text = `---\nid: A-1\ntitle: T\ntheirs: ${JSON.stringify(value)}\n---\n`;
      assert.deepEqual(parseBacklog([{ path: 'a.md', text }]).items[0]?.sourceData, { theirs: value });
    }),
    { numRuns: 500 },
  );
});
