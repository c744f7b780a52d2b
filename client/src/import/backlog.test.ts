import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportItem } from './backlog-format.ts';
import { parseBacklog } from './backlog.ts';

const task = (id: string, front = '', body = '', path = `tasks/${id}.md`) => ({
  path,
  text: `---\nid: ${id}\ntitle: Title of ${id}\n${front}\n---\n${body}`,
});
const parse = (...files: { path: string; text: string }[]) => parseBacklog(files).items;
const one = (front: string, body = '', path?: string): ImportItem => {
  const [item] = parse(task('BACK-1', front, body, path));
  assert(item);
  return item;
};
const links = (items: readonly ImportItem[]) => items.map(({ ref, blockedBy, parent }) => [ref, blockedBy, parent]);

test('a task becomes an item, field by field', () => {
  const text = `---
id: BACK-7
title: 'CLI: Show the path'
status: In Progress
assignee: ['@codex', '@ann']
reporter: '@MrLesk'
created_date: '2026-07-13 16:06'
updated_date: '2026-08-08'
labels: [cli]
dependencies: []
references: ['https://example.org/7', src/cli.ts]
documentation: ['https://example.org/doc', 'https://example.org/7']
modified_files:
milestone: m-1
priority: high
type: bug
ordinal: 6000
---

Before all.

## Description

<!-- SECTION:DESCRIPTION:BEGIN -->
The path is shown.

## Not a section
<!-- SECTION:DESCRIPTION:END -->

## Acceptance Criteria
<!-- AC:BEGIN -->
- [x] #1 Shown after create
- [ ] #2 Shown in plain mode
<!-- AC:END -->

## Definition of Done
<!-- DOD:BEGIN -->
- [x] #1 Types pass
<!-- DOD:END -->

## Implementation Plan

1. Do it

## Comments

<!-- COMMENTS:BEGIN -->
author: @ann
created: 2026-07-14 08:00
---
Looks good.

---
not the end
---

created: 2026-07-15 09:30
---
Second
---
<!-- COMMENTS:END -->

## Our own section

Free text.
`;
  assert.deepEqual(parseBacklog([{ path: 'backlog/tasks/back-7 - CLI.md', text }]), {
    source: 'backlog.md',
    people: [
      { name: 'ann', kind: 'human' },
      { name: 'codex', kind: 'agent' },
      { name: 'MrLesk', kind: 'human' },
    ],
    items: [
      {
        ref: 'BACK-7',
        title: 'CLI: Show the path',
        state: 'open',
        outcome: 'Before all.\n\nThe path is shown.\n\n## Not a section',
        type: 'bug',
        priority: 1,
        criteria: [
          { text: 'Shown after create', met: true },
          { text: 'Shown in plain mode', met: false },
          { text: 'Definition of Done: Types pass', met: true },
        ],
        labels: ['cli'],
        context: '## Implementation Plan\n\n1. Do it\n\n## Our own section\n\nFree text.',
        links: ['https://example.org/7', 'https://example.org/doc'],
        blockedBy: [],
        related: [],
        assignee: 'codex',
        createdBy: 'MrLesk',
        createdAt: '2026-07-13T16:06:00Z',
        updatedAt: '2026-08-08T00:00:00Z',
        comments: [
          { author: 'ann', text: 'Looks good.\n\n---\nnot the end', at: '2026-07-14T08:00:00Z' },
          { text: 'Second', at: '2026-07-15T09:30:00Z' },
        ],
        sourceData: {
          modified_files: null,
          milestone: 'm-1',
          ordinal: 6000,
          status: 'In Progress',
          assignee: ['@codex', '@ann'],
          references: ['src/cli.ts'],
        },
      },
    ],
  });
});

test('the last status of the settings is done, and so is whatever lies in completed; the archive is cancelled', () => {
  const config = { path: 'config.yml', text: 'statuses: [Idea, Doing, "Shipped it"]\n' };
  const state = (status: string, folder: string) => {
    const [item] = parse(config, task('BACK-1', `status: ${status}`, '', `backlog/${folder}/back-1.md`));
    return [item?.state, item?.sourceData['status'], item?.sourceData['folder']];
  };
  assert.deepEqual(state('shipped  It', 'tasks'), ['done', 'shipped  It', undefined]);
  assert.deepEqual(state('Doing', 'tasks'), ['open', 'Doing', undefined]);
  assert.deepEqual(state('Doing', 'completed'), ['done', 'Doing', undefined]);
  assert.deepEqual(state('Doing', 'archive/tasks'), ['cancelled', 'Doing', 'archive']);
  assert.deepEqual(state('Shipped it', 'archive/tasks'), ['done', 'Shipped it', 'archive']);
  assert.deepEqual(state('Draft', 'drafts'), ['open', 'Draft', 'drafts']);
});

test('without settings Done is done, and the usual statuses say no more than the state', () => {
  assert.deepEqual(
    ['Done', 'To Do', ''].map((status) => [one(`status: ${status}`).state, one(`status: ${status}`).sourceData]),
    [
      ['done', {}],
      ['open', {}],
      ['open', {}],
    ],
  );
});

test('documents, decisions, milestones and a README are no tasks; slashes may lean either way', () => {
  const text = '---\nid: doc-1\ntitle: Notes\n---\n';
  const paths = [
    'docs/doc-1.md',
    'decisions/d.md',
    'milestones/m-1.md',
    'archive/milestones/m-2.md',
    'tasks/README.md',
    'tasks/x.txt',
  ];
  const items = parse(
    ...paths.map((path) => ({ path: `backlog/${path}`, text })),
    task('BACK-1', '', '', 'C:\\work\\backlog\\tasks\\back-1.md'),
    task('BACK-2', '', '', 'back-2.md'),
  );
  assert.deepEqual(
    items.map(({ ref }) => ref),
    ['BACK-1', 'BACK-2'],
  );
});

test('priority words become numbers; a word of the project itself is kept', () => {
  const words = ['critical', 'urgent', 'High', 'medium', 'low'];
  assert.deepEqual(
    words.map((word) => one(`priority: ${word}`).priority),
    [0, 0, 1, 2, 3],
  );
  assert.deepEqual(one('priority: P1').sourceData, { priority: 'P1' });
  assert.equal('priority' in one(''), false);
});

test('ids match whatever their letter case and zero padding, with or without the prefix', () => {
  const items = parse(
    task('BACK-07'),
    task('BACK-10', 'dependencies: [back-7, "07", BACK-007, task-11, BACK-99]'),
    task('BACK-11'),
  );
  assert.deepEqual(items[1]?.blockedBy, ['BACK-07', 'BACK-11']);
  assert.deepEqual(items[1]?.sourceData, { dependencies: ['BACK-99'] });
});

test('a bare number beside a draft means a draft, else a task of the project', () => {
  const config = { path: 'config.yml', text: 'task_prefix: "back"' };
  const draft = task('DRAFT-1', 'dependencies: ["2", "3"]', '', 'drafts/draft-1.md');
  const items = parse(config, draft, task('DRAFT-2', '', '', 'drafts/draft-2.md'), task('BACK-2'), task('BACK-3'));
  assert.deepEqual(items.find(({ ref }) => ref === 'DRAFT-1')?.blockedBy, ['DRAFT-2', 'BACK-3']);
});

test('the parent is the one that is named, else the one that a dotted id is below', () => {
  const items = parse(
    task('BACK-4'),
    task('BACK-4.1'),
    task('BACK-4.01.2'),
    task('BACK-5.1', 'parent_task_id: task-4'),
    task('BACK-6.1', 'parent_task_id: BACK-6'),
    task('BACK-7.1', "parent_task_id: '4'"),
  );
  assert.deepEqual(
    items.map(({ ref, parent }) => [ref, parent]),
    [
      ['BACK-4', undefined],
      ['BACK-4.1', 'BACK-4'],
      ['BACK-4.01.2', 'BACK-4.1'],
      ['BACK-5.1', 'BACK-4'],
      ['BACK-6.1', undefined],
      ['BACK-7.1', 'BACK-4'],
    ],
  );
  assert.deepEqual(items[4]?.sourceData, { parent_task_id: 'BACK-6' });
});

test('references to itself, and those that close a cycle, are kept and left out of the graph', () => {
  const items = parse(
    task('BACK-1', 'dependencies: [BACK-1, BACK-2]\nparent_task_id: BACK-2'),
    task('BACK-2', 'dependencies: [BACK-1]\nparent_task_id: BACK-1'),
    task('BACK-3', 'parent_task_id: BACK-3'),
  );
  assert.deepEqual(links(items), [
    ['BACK-1', ['BACK-2'], 'BACK-2'],
    ['BACK-2', [], undefined],
    ['BACK-3', [], undefined],
  ]);
  assert.deepEqual(
    items.map(({ sourceData }) => sourceData),
    [
      { dependencies: ['BACK-1'] },
      { dependencies: ['BACK-1'], parent_task_id: 'BACK-1' },
      { parent_task_id: 'BACK-3' },
    ],
  );
});

test('items come in the order of their numbers, however the files were listed', () => {
  const files = ['BACK-10', 'BACK-2', 'BACK-2.10', 'BACK-2.9', 'DRAFT-1'].map((id) => task(id));
  const batch = parseBacklog(files);
  assert.deepEqual(
    batch.items.map(({ ref }) => ref),
    ['BACK-2', 'BACK-2.9', 'BACK-2.10', 'BACK-10', 'DRAFT-1'],
  );
  assert.deepEqual(parseBacklog(files.toReversed()), batch);
});

test('values that YAML cannot take unquoted, as people and old versions write them, are understood', () => {
  const text = '---\nid: BACK-1\ntitle: Console: skip rows\nassignee: @MrLesk\nlabels: [@x, "y, z"]\n---\n';
  const { items, people } = parseBacklog([{ path: 'a.md', text: text.replace(', "y, z"', '') }]);
  assert.equal(items[0]?.title, 'Console: skip rows');
  assert.deepEqual(items[0]?.labels, ['@x']);
  assert.deepEqual(people, [{ name: 'MrLesk', kind: 'human' }]);
  assert.equal(one('assignee:\n  - @codex').assignee, 'codex');
});

test('ids and titles that look like numbers stay as they are written', () => {
  const [item] = parse({ path: 'a.md', text: '---\nid: 1.10\ntitle: 007\n---\n' });
  assert.deepEqual([item?.ref, item?.title], ['1.10', '007']);
});

test('dates of old versions are day, month, year', () => {
  assert.equal(one('created_date: 09-06-25').createdAt, '2025-06-09T00:00:00Z');
  assert.equal(one('created_date: 09.06.25').createdAt, '2025-06-09T00:00:00Z');
});

test('a mark that is never closed swallows nothing, and code is no heading', () => {
  const body =
    '## Description\n<!-- SECTION:DESCRIPTION:BEGIN -->\nWhat\n```\n## Code\n```\n## Implementation Notes\nHow';
  const { outcome, context } = one('', body);
  assert.equal(outcome, 'What\n```\n## Code\n```');
  assert.equal(context, '## Implementation Notes\n\nHow');
});

test('prose beside the list of criteria is context, and old files need no marks', () => {
  const { criteria, context } = one('', '## Acceptance Criteria (Optional)\nAll of:\n - [x] One\n\n## Notes\n');
  assert.deepEqual(criteria, [{ text: 'One', met: true }]);
  assert.equal(context, '## Acceptance Criteria (Optional)\n\nAll of:');
  const marked = one('', '## Acceptance Criteria\n<!-- AC:BEGIN -->\n- [ ] #1 One\n<!-- AC:END -->\n- not one\n');
  assert.deepEqual(marked.criteria, [{ text: 'One', met: false }]);
  assert.equal(marked.context, '## Acceptance Criteria\n\n- not one');
});

test('what a comment has no place for is kept beside it, and a section of other form is context', () => {
  const entries = 'hello\n\nauthor: @Codex\ncreated:\nedited: yes\n---\nText\n---';
  const { comments, context, sourceData } = one('assignee: codex', `## Comments\n${entries}`);
  assert.deepEqual(comments, [{ author: 'Codex', text: 'Text' }]);
  assert.equal(context, '## Comments\n\nhello');
  assert.deepEqual(sourceData, { assignee: 'codex', comments: [{ edited: 'yes' }] });
});

test('CRLF and a byte order mark change nothing', () => {
  const file = task('BACK-1', 'status: Done', '## Description\n\nA\nB\n\n## Acceptance Criteria\n- [x] C\n');
  const windows = { ...file, text: `\uFEFF${file.text.replaceAll('\n', '\r\n')}` };
  assert.deepEqual(parse(windows), parse(file));
});

test('progress is told along the way and ends with everything', () => {
  const told: number[] = [];
  parseBacklog(
    Array.from({ length: 250 }, (_, index) => task(`BACK-${index + 1}`)),
    (done) => told.push(done),
  );
  assert.deepEqual(told, [100, 200, 250]);
});
