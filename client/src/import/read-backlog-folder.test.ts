import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { parseBacklog } from './backlog.ts';
import { ImportError } from './import-error.ts';
import { readBacklogFolder } from './read-backlog-folder.ts';

const task = (id: string) => `---\nid: ${id}\ntitle: Title\n---\n`;

async function project(t: TestContext, files: Record<string, string | Uint8Array>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'coact-import-'));
  t.after(() => rm(root, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}

const whole = {
  'backlog/config.yml': 'statuses: [Todo, Finished]',
  'backlog/tasks/back-1 - a.md': task('BACK-1'),
  'backlog/tasks/notes.txt': 'no',
  'backlog/completed/back-2 - b.md': task('BACK-2'),
  'backlog/drafts/draft-1 - c.md': task('DRAFT-1'),
  'backlog/archive/tasks/back-3 - d.md': task('BACK-3'),
  'backlog/milestones/m-1.md': task('m-1'),
};
const paths = [
  'archive/tasks/back-3 - d.md',
  'completed/back-2 - b.md',
  'config.yml',
  'drafts/draft-1 - c.md',
  'tasks/back-1 - a.md',
];

test('the project and the backlog folder itself give the same backlog', async (t) => {
  const root = await project(t, whole);
  const [fromRoot, fromFolder] = [await readBacklogFolder(root), await readBacklogFolder(join(root, 'backlog'))];
  assert.deepEqual(
    fromFolder.map(({ path }) => path),
    paths,
  );
  assert.deepEqual(
    fromRoot.map(({ path }) => path),
    paths.map((path) => `backlog/${path}`),
  );
  const batch = parseBacklog(fromRoot);
  assert.deepEqual(parseBacklog(fromFolder), batch);
  assert.deepEqual(
    batch.items.map(({ ref, state }) => `${ref} ${state}`),
    ['BACK-1 open', 'BACK-2 done', 'BACK-3 cancelled', 'DRAFT-1 open'],
  );
});

test('settings beside the project say where the folder is, but never outside the project', async (t) => {
  const root = await project(t, {
    'outside/tasks/task-9.md': task('TASK-9'),
    'project/plan/work/tasks/task-1.md': task('TASK-1'),
    'project/backlog/tasks/task-2.md': task('TASK-2'),
  });
  const found = async (directory: string) => {
    await writeFile(join(root, 'project/backlog.config.yml'), `backlog_directory: ${directory}\n`);
    return (await readBacklogFolder(join(root, 'project'))).map(({ path }) => path);
  };
  assert.deepEqual(await found('plan/work/'), ['backlog.config.yml', 'plan/work/tasks/task-1.md']);
  for (const outside of ['../outside', 'plan/../../outside', '..\\outside', join(root, 'outside')])
    assert.deepEqual(await found(outside), ['backlog.config.yml', 'backlog/tasks/task-2.md'], outside);
});

test('a folder without a backlog is refused with what to give instead', async (t) => {
  const root = await project(t, { 'src/a.md': 'x' });
  for (const folder of [root, join(root, 'missing')])
    await assert.rejects(readBacklogFolder(folder), (error) => {
      assert(error instanceof ImportError);
      assert.equal(error.file, folder);
      assert.match(error.message, /There is no backlog here: give the folder that holds `tasks`/);
      return true;
    });
});

test('files that are not UTF-8 are named together with the problems of the others', async (t) => {
  const root = await project(t, {
    'tasks/back-1.md': Buffer.concat([Buffer.from(task('BACK-1')), Buffer.from([0xe4, 0x20])]),
    'tasks/back-2.md': 'no front matter',
    'tasks/back-3.md': task('BACK-3'),
  });
  await assert.rejects(readBacklogFolder(root), (error) => {
    assert(error instanceof ImportError);
    assert.deepEqual(
      error.problems.map(({ file, line }) => [file, line]),
      [
        ['tasks/back-1.md', 5],
        ['tasks/back-2.md', 1],
      ],
    );
    return true;
  });
});
