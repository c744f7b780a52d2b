import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportItem } from './backlog-format.ts';
import { parseBeads } from './beads.ts';

const file = (...issues: readonly object[]) => issues.map((issue) => JSON.stringify(issue)).join('\n');
const parse = (...issues: readonly object[]) => parseBeads(file(...issues)).items;
const one = (issue: object): ImportItem => {
  const [item] = parse({ id: 'bd-1', title: 'A', ...issue });
  assert(item);
  return item;
};
const edge = (from: string, to: string, type = 'blocks') => ({ issue_id: from, depends_on_id: to, type });

test('an issue becomes an item, field by field', () => {
  const issue = {
    id: 'bd-1',
    title: ' Add a flag ',
    description: 'Users can\r\nchoose.\n\n## Acceptance Criteria\n- [x] Flag exists\n- [ ] Flag is documented\n',
    acceptance_criteria: '- Flag is tested\n- Flag exists',
    design: 'One option.',
    notes: '# Talked\nwith Ann',
    status: 'closed',
    priority: 0,
    issue_type: 'feature',
    assignee: 'beads/crew/dave',
    owner: 'ann@example.org',
    created_by: 'mayor',
    created_at: '2026-01-12T02:14:20Z',
    updated_at: '2026-01-13T02:14:20.5-08:00',
    closed_at: '2026-01-13T02:14:20Z',
    external_ref: 'https://example.org/1',
    labels: ['cli', 'urgent', 'cli'],
    comments: [{ id: 7, issue_id: 'bd-1', author: 'bob', text: 'Nice', created_at: '2026-01-12T03:00:00Z' }],
    estimated_minutes: 30,
    close_reason: 'shipped',
    metadata: { pr: { number: 5 } },
  };
  assert.deepEqual(parseBeads(file(issue)), {
    source: 'beads',
    people: [
      { name: 'bob', kind: 'human' },
      { name: 'beads/crew/dave', kind: 'agent' },
      { name: 'mayor', kind: 'agent' },
      { name: 'ann@example.org', kind: 'human', email: 'ann@example.org' },
    ],
    items: [
      {
        ref: 'bd-1',
        title: 'Add a flag',
        state: 'done',
        outcome: 'Users can\nchoose.',
        type: 'feature',
        priority: 0,
        criteria: [
          { text: 'Flag exists', met: true },
          { text: 'Flag is documented', met: false },
          { text: 'Flag is tested' },
        ],
        labels: ['cli', 'urgent'],
        context: '## Design\n\nOne option.\n\n## Notes\n\n# Talked\nwith Ann',
        links: ['https://example.org/1'],
        blockedBy: [],
        related: [],
        assignee: 'beads/crew/dave',
        createdBy: 'mayor',
        createdAt: '2026-01-12T02:14:20Z',
        updatedAt: '2026-01-13T02:14:20.5-08:00',
        closedAt: '2026-01-13T02:14:20Z',
        comments: [{ author: 'bob', text: 'Nice', at: '2026-01-12T03:00:00Z' }],
        sourceData: {
          owner: 'ann@example.org',
          estimated_minutes: 30,
          close_reason: 'shipped',
          metadata: { pr: { number: 5 } },
          comments: [{ id: 7 }],
        },
      },
    ],
  });
});

test('closed is done, a tombstone is cancelled, all else is open; a status that says more is kept', () => {
  const statuses = [
    'open',
    'closed',
    'in_progress',
    'blocked',
    'deferred',
    'pinned',
    'hooked',
    'tombstone',
    'their-own',
    '',
  ];
  const items = statuses.map((status) => one({ status }));
  assert.deepEqual(
    items.map(({ state, sourceData }) => [state, sourceData['status']]),
    [
      ['open', undefined],
      ['done', undefined],
      ...['in_progress', 'blocked', 'deferred', 'pinned', 'hooked'].map((status) => ['open', status]),
      ['cancelled', 'tombstone'],
      ['open', 'their-own'],
      ['open', undefined],
    ],
  );
  assert.equal(one({}).state, 'open');
});

test('a closing time of an issue that is open again is kept but closes nothing', () => {
  const { closedAt, sourceData } = one({ status: 'open', closed_at: '2026-01-13T02:14:20Z' });
  assert.equal(closedAt, undefined);
  assert.deepEqual(sourceData, { closed_at: '2026-01-13T02:14:20Z' });
});

test('acceptance criteria without a list are one for each paragraph', () => {
  assert.deepEqual(one({ acceptance_criteria: 'It works\nwell.\n\nIt is fast.' }).criteria, [
    { text: 'It works\nwell.' },
    { text: 'It is fast.' },
  ]);
  const mixed = one({ acceptance_criteria: '## Acceptance Criteria\nAll of these:\n- It works' });
  assert.deepEqual(mixed.criteria, [{ text: 'It works' }]);
  assert.equal(mixed.context, '## Acceptance criteria\n\nAll of these:');
});

test('names spelled in another letter case are one person, and the spelling is kept', () => {
  const { people, items } = parseBeads(
    file({ id: 'a', title: 'A', assignee: 'Bob', created_by: 'bob', comments: [{ text: 'x', author: 'BOB' }] }),
  );
  assert.deepEqual(people, [{ name: 'BOB', kind: 'human' }]);
  assert.deepEqual([items[0]?.assignee, items[0]?.createdBy], ['BOB', 'BOB']);
  assert.deepEqual(items[0]?.sourceData, { assignee: 'Bob', created_by: 'bob' });
});

test('an external reference that is no address is kept', () => {
  assert.deepEqual(one({ external_ref: 'gh-9' }).sourceData, { external_ref: 'gh-9' });
});

test('a number with more digits than JavaScript holds keeps them, as text', () => {
  const [item] = parseBeads(
    '{"id":"bd-1","title":"A","metadata":{"thread":12345678901234567890,"n":1e400,"ok":12}}',
  ).items;
  assert.deepEqual(item?.sourceData['metadata'], { thread: '12345678901234567890', n: '1e400', ok: 12 });
});

test('blocking types block, parent-child is the parent, all others only refer', () => {
  const types = [
    'blocks',
    'blocked-by',
    'waits-for',
    'conditional-blocks',
    'parent-child',
    'related',
    'discovered-from',
    'own',
  ];
  const edges = types.map((type, index) => edge('bd-0', `bd-${index + 1}`, type));
  const others = types.map((_, index) => ({ id: `bd-${index + 1}`, title: 'T' }));
  const [item] = parse({ id: 'bd-0', title: 'T', dependencies: edges }, ...others);
  assert.deepEqual(item?.blockedBy, ['bd-1', 'bd-2', 'bd-3', 'bd-4']);
  assert.equal(item?.parent, 'bd-5');
  assert.deepEqual(item?.related, [
    { kind: 'related', ref: 'bd-6' },
    { kind: 'discovered-from', ref: 'bd-7' },
    { kind: 'own', ref: 'bd-8' },
  ]);
  assert.deepEqual(item?.sourceData, { dependencies_mapped: edges });
});

test('an edge to an issue that is not in the file, to itself or of another issue is kept and does not block', () => {
  const left = [
    edge('bd-1', 'bd-gone'),
    edge('bd-1', 'bd-1'),
    edge('bd-2', 'bd-3'),
    edge('bd-1', 'bd-gone', 'parent-child'),
  ];
  const items = parse(
    { id: 'bd-1', title: 'A', dependencies: left },
    { id: 'bd-2', title: 'B' },
    { id: 'bd-3', title: 'C' },
  );
  assert.deepEqual(items[0]?.sourceData, { dependencies: left });
  assert(items.every(({ blockedBy, parent }) => blockedBy.length === 0 && parent === undefined));
});

test('the edge that closes a cycle, by the order of the file, is kept and left out of the graph', () => {
  const cycle = ['bd-1', 'bd-3', 'bd-2'].map((id) => {
    const next = { 'bd-1': 'bd-2', 'bd-2': 'bd-3', 'bd-3': 'bd-1' }[id] ?? '';
    return { id, title: id, dependencies: [edge(id, next), edge(id, next, 'parent-child')] };
  });
  const items = parse(...cycle);
  assert.deepEqual(
    items.map(({ ref, blockedBy, parent }) => [ref, blockedBy, parent]),
    [
      ['bd-1', ['bd-2'], 'bd-2'],
      ['bd-3', ['bd-1'], 'bd-1'],
      ['bd-2', [], undefined],
    ],
  );
  assert.deepEqual(items[2]?.sourceData, { dependencies: cycle[2]?.dependencies });
});

test('a second parent is kept and left out; the same edge twice is one link', () => {
  const [first, second] = [edge('bd-1', 'bd-2', 'parent-child'), edge('bd-1', 'bd-3', 'parent-child')];
  const twice = [edge('bd-1', 'bd-2'), edge('bd-1', 'bd-2')];
  const dependencies = [first, second, first, ...twice];
  const [item] = parse(
    { id: 'bd-1', title: 'A', dependencies },
    { id: 'bd-2', title: 'B' },
    { id: 'bd-3', title: 'C' },
  );
  assert.equal(item?.parent, 'bd-2');
  assert.deepEqual(item?.blockedBy, ['bd-2']);
  assert.deepEqual(item?.sourceData, { dependencies: [second], dependencies_mapped: [first, first, ...twice] });
});

test('a byte order mark, CRLF, blank lines and the header of newer exports are fine', () => {
  const text = `\uFEFF{"_schema":"beads-jsonl/1"}\r\n\r\n${file({ id: 'a', title: 'A' })}\r\n  \n${file({ id: 'b', title: 'B' })}\r\n`;
  assert.deepEqual(
    parseBeads(text).items.map(({ ref }) => ref),
    ['a', 'b'],
  );
  assert.deepEqual(parseBeads('').items, []);
});

test('progress is told along the way and ends with everything', () => {
  const told: [number, number][] = [];
  const issues = Array.from({ length: 1_200 }, (_, index) => ({ id: `bd-${index}`, title: 'T' }));
  parseBeads(file(...issues), (done, total) => told.push([done, total]));
  assert.deepEqual(told, [
    [500, 1_200],
    [1_000, 1_200],
    [1_200, 1_200],
  ]);
});
