import { type BacklogConfig, defaultConfig, readBacklogConfig } from './backlog-config.ts';
import { type BacklogFile, sortBacklogFiles } from './backlog-files.ts';
import type { ImportBatch } from './backlog-format.ts';
import { backlogIdKey, compareKeys } from './backlog-id.ts';
import { type BacklogTask, readTask } from './backlog-task.ts';
import { checkLimits } from './check-limits.ts';
import { type ImportProblem, refuseProblems } from './import-error.ts';
import { limits } from './limits.ts';
import { linkTasks } from './link-tasks.ts';
import { createPeople } from './people.ts';
import type { Progress } from './progress.ts';
import type { ReportAt } from './read-front-matter.ts';

const progressEvery = 100;

type ReadTask = BacklogTask & { path: string; key: string };

/**
 * Reads the files of a Backlog.md folder (Markdown with YAML front matter; `tasks`, `completed`, `drafts`, `archive`,
 * `config.yml`), which the caller has read: a browser from a folder that was picked, Node by `readBacklogFolder`. The same
 * files give the same batch, in the order of their ids, however they were listed. Times have no zone and are taken as UTC, as
 * Backlog.md does. Throws an `ImportError` that names every file that cannot be taken.
 */
export function parseBacklog(files: readonly BacklogFile[], progress?: Progress): ImportBatch {
  const problems: ImportProblem[] = [];
  const people = createPeople();
  const reportIn =
    (file: string): ReportAt =>
    (problem, line) =>
      problems.push({ file, ...(line !== undefined && { line }), problem });

  const { tasks: taskFiles, config: configFile } = sortBacklogFiles(files);
  const config: BacklogConfig = configFile
    ? readBacklogConfig(configFile.text, reportIn(configFile.path))
    : defaultConfig;
  const read = taskFiles.flatMap((file, index): ReadTask[] => {
    if ((index + 1) % progressEvery === 0) progress?.(index + 1, taskFiles.length);
    const report = reportIn(file.path);
    if (file.text.length > limits.recordLength) {
      report(`It is longer than ${limits.recordLength.toLocaleString('en')} characters: shorten it.`);
      return [];
    }
    const task = readTask(file, { config, people, report });
    return task ? [{ ...task, path: file.path, key: backlogIdKey(task.item.ref) }] : [];
  });

  const tasks = withoutDoubles(read, reportIn).toSorted((left, right) => compareKeys(left.key, right.key));
  linkTasks(tasks, config.prefix);
  for (const { item, path } of tasks) checkLimits(item, reportIn(path));
  refuseProblems(problems);
  progress?.(taskFiles.length, taskFiles.length);
  return { source: 'backlog.md', items: tasks.map(({ item }) => item), people: people.list() };
}

function withoutDoubles(tasks: readonly ReadTask[], reportIn: (file: string) => ReportAt): ReadTask[] {
  const pathOf = new Map<string, string>();
  return tasks.filter(({ item: { ref }, key, path }) => {
    const earlier = pathOf.get(key);
    if (earlier === undefined) pathOf.set(key, path);
    else reportIn(path)(`The id ${ref} is also that of ${earlier}: remove one of the two files or give it another id.`);
    return earlier === undefined;
  });
}
