import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { parse as parseYaml } from 'yaml';
import type { ImportItem } from './backlog-format.ts';
import { parseBacklog } from './backlog.ts';
import { readBacklogFolder } from './read-backlog-folder.ts';

/** A real backlog, which the repository holds no copy of. */
const sample = fileURLToPath(new URL('../../../../shared/data/backlog-md', import.meta.url));
const skip = existsSync(sample) ? false : 'the sample is not here';

const read = async () => {
  const files = await readBacklogFolder(sample);
  const batch = parseBacklog(files);
  const tasks = files
    .filter(({ path }) => path.endsWith('.md'))
    .map(({ path, text }) => {
      const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      const values: Record<string, unknown> = parseYaml(front.replaceAll(/: (@\S+)$/gm, ': "$1"'));
      const item = batch.items.find(({ ref }) => ref === values['id']);
      return { path, body, values, item: item ?? assert.fail(`${path} is missing`) };
    });
  return { files, batch, tasks };
};

const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : [value].filter(Boolean).map(String);
const bare = (name: unknown) => String(name).replace(/^@/, '').toLowerCase();
const digits = (id: unknown) => String(id).replace(/^[a-z]+-/i, '');
const time = (value: unknown) => `${String(value).replace(' ', 'T')}${String(value).includes(' ') ? '' : 'T00:00'}:00Z`;

/** Where each field's value must be found again. A field without a home here must be kept under its own name. */
const homes: Record<string, (item: ImportItem, value: unknown) => boolean> = {
  id: (item, value) => item.ref === value,
  title: (item, value) => item.title === value,
  status: ({ state }, value) => (value === 'Done' && state === 'done') || (value === 'To Do' && state === 'open'),
  assignee: ({ assignee, sourceData }, value) =>
    list(value).length === 0 ||
    bare(assignee) === bare(list(value)[0]) ||
    isDeepStrictEqual(sourceData['assignee'], value),
  reporter: (item, value) => bare(item.createdBy) === bare(value),
  created_date: (item, value) => item.createdAt === time(value),
  updated_date: (item, value) => item.updatedAt === time(value),
  labels: (item, value) => isDeepStrictEqual(item.labels, value),
  priority: (item, value) => item.priority === ['high', 'medium', 'low'].indexOf(String(value)) + 1,
  type: (item, value) => item.type === value,
  dependencies: ({ blockedBy, sourceData }, value) =>
    list(value).every(
      (id) => blockedBy.some((ref) => digits(ref) === digits(id)) || list(sourceData['dependencies']).includes(id),
    ),
  parent_task_id: ({ parent, sourceData }, value) =>
    digits(parent) === digits(value) || sourceData['parent_task_id'] === value,
  references: ({ links, sourceData }, value) =>
    list(value).every((one) => [...links, ...list(sourceData['references'])].includes(one)),
  documentation: ({ links, sourceData }, value) =>
    list(value).every((one) => [...links, ...list(sourceData['documentation'])].includes(one)),
};

const lost = ({ values, item }: { values: Record<string, unknown>; item: ImportItem }) =>
  Object.entries(values).flatMap(([name, value]) => {
    const home = homes[name] ?? (({ sourceData }: ImportItem) => isDeepStrictEqual(sourceData[name], value));
    return home(item, value) ? [] : [`${item.ref} ${name}`];
  });

/** Every line of a body must be found again, but for marks, rules and the headings whose place says the same. */
const lostLines = (body: string, { outcome = '', context = '', criteria, comments }: ImportItem) => {
  const found = [outcome, context, ...criteria.map(({ text }) => text), ...comments.map(({ text }) => text)].join('\n');
  const fields = new Set(
    comments.flatMap(({ author, at }) => [`author: @${author}`, `created: ${at?.slice(0, 16).replace('T', ' ')}`]),
  );
  return body
    .split('\n')
    .filter((line) => !/^<!-- (?:SECTION|AC|DOD|COMMENTS)\b.*-->$|^---$/.test(line))
    .filter((line) => !/^## (?:Description|Acceptance Criteria|Definition of Done|Comments)$/.test(line))
    .map((line) => line.replace(/^ ?- \[[ x]\] (?:#\d+ )?/, '').trim())
    .filter((line) => !found.includes(line) && !fields.has(line));
};

test('every field of every task of a real backlog is found again', { skip }, async () => {
  const { tasks } = await read();
  assert(tasks.length > 0);
  assert.deepEqual(tasks.flatMap(lost), []);
});

test('every line of every task of a real backlog is found again', { skip }, async () => {
  const { tasks } = await read();
  assert.deepEqual(
    tasks.flatMap(({ body, item }) => lostLines(body, item)),
    [],
  );
});

test('what got lost would be noticed', { skip }, async () => {
  const { tasks } = await read();
  const poorer = tasks.map(({ body, values, item }) => {
    const without: ImportItem = { ...item, sourceData: {}, context: '', links: [] };
    return { body, values, item: without };
  });
  const names = new Set(poorer.flatMap(lost).map((field) => field.split(' ').at(-1)));
  for (const name of ['ordinal', 'modified_files', 'milestone', 'parent_task_id', 'references'])
    assert(names.has(name), name);
  assert(poorer.some(({ body, item }) => lostLines(body, item).length > 0));
});

test('criteria are as many and as checked as the boxes of a real backlog', { skip }, async () => {
  const { tasks } = await read();
  for (const { body, item } of tasks) {
    const boxes = body.match(/^ ?- \[[ x]\] .*$/gm) ?? [];
    assert.deepEqual(
      item.criteria.map(({ met }) => met),
      boxes.map((box) => box.includes('[x]')),
      item.ref,
    );
  }
});

test('the same files give the same batch, and a batch is plain JSON', { skip }, async () => {
  const { files, batch } = await read();
  assert.deepEqual(parseBacklog(files.toReversed()), batch);
  assert.deepEqual(JSON.parse(JSON.stringify(batch)), batch);
});
