import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedFolder, pickBacklogFiles } from './pick-backlog-files.ts';

const picked = (paths: string[], named?: string) =>
  pickBacklogFiles(
    paths.map((path) => ({ path })),
    named,
  ).map(({ path }) => path);

test('of a whole project only the backlog is read, wherever other folders are called tasks', () => {
  const paths = ['README.md', 'src/tasks/a.md', 'backlog/tasks/b.md', 'backlog/config.yml', 'backlog/docs/c.md'];
  assert.deepEqual(picked(paths), ['backlog/config.yml', 'backlog/tasks/b.md']);
});

test('the backlog folder itself may be picked, with what was archived', () => {
  assert.deepEqual(picked(['tasks/a.md', 'archive/tasks/b.md', 'decisions/c.md']), [
    'archive/tasks/b.md',
    'tasks/a.md',
  ]);
});

test('a project that names its folder is read there, with its settings', () => {
  const paths = ['backlog.config.yml', 'work/tasks/a.md', 'backlog/tasks/b.md'];
  assert.deepEqual(picked(paths, 'work'), ['backlog.config.yml', 'work/tasks/a.md']);
});

test('a folder without a backlog gives nothing', () => {
  assert.deepEqual(picked(['notes/a.md']), []);
});

test('settings name a folder within the project only', () => {
  assert.equal(namedFolder('project: x\nbacklog_directory: "./work/"\n'), 'work');
  assert.equal(namedFolder('backlogDirectory: ../elsewhere'), undefined);
  assert.equal(namedFolder('backlog_directory: /etc'), undefined);
  assert.equal(namedFolder('statuses: [a]'), undefined);
});
