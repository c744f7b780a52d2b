import type { ReportAt } from './read-front-matter.ts';
import { readYaml } from './read-yaml.ts';

/** What of a project's settings matters to an import. */
export type BacklogConfig = {
  /** The status that means done: the last of the list. */
  doneStatus: string;
  /** Before the number of an id, such as `back`. */
  prefix: string | undefined;
};

export const defaultConfig: BacklogConfig = { doneStatus: 'Done', prefix: undefined };

export function readBacklogConfig(text: string, report: ReportAt): BacklogConfig {
  const read = readYaml(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
  if ('problems' in read) {
    for (const { line, problem } of read.problems)
      report(`The settings are no valid YAML (${problem}): correct them.`, line);
    return defaultConfig;
  }
  const { fields } = read;
  const statuses = fields.list('statuses')?.filter((status) => status.trim() !== '');
  if (!statuses) report('`statuses` must be a list of names, the last of which means done.', fields.line('statuses'));
  return { doneStatus: statuses?.at(-1) ?? defaultConfig.doneStatus, prefix: fields.written('task_prefix') };
}
