import type { ImportItem } from './backlog-format.ts';
import { readBody } from './backlog-body.ts';
import type { BacklogConfig } from './backlog-config.ts';
import type { BacklogFile, Folder } from './backlog-files.ts';
import { findUnstorable } from './find-unstorable.ts';
import { omitUndefined } from './omit-undefined.ts';
import { bareName, type People } from './people.ts';
import type { FieldReader, Fields } from './read-fields.ts';
import { readFrontMatter, type ReportAt } from './read-front-matter.ts';
import { toComments } from './to-comments.ts';

/** A task as an item that is not linked to others yet, and the references that are to link it. */
export type BacklogTask = { item: ImportItem; dependencies: string[]; parent: string | undefined };

type Reading = { config: BacklogConfig; people: People; report: ReportAt };

/** Front matter that an item always has a place for; the rest is kept. */
const mapped = new Set(
  (
    'id title status assignee reporter created_date updated_date labels dependencies references documentation ' +
    'parent_task_id priority type'
  ).split(' '),
);

/** Reads one task's file. Without an id and a title there is no item. */
export function readTask(file: BacklogFile & { folder: Folder }, reading: Reading): BacklogTask | undefined {
  const { report } = reading;
  const text = file.text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const matter = readFrontMatter(text, report);
  if (!matter) return undefined;
  const unstorable = findUnstorable(matter.body) ?? findUnstorable(matter.values);
  if (unstorable) report(unstorable);

  const { field, values } = matter;
  const [ref, title] = ['id', 'title'].map((name) => {
    const written = field.text(name)?.trim();
    if (written === undefined && typeof (values[name] ?? '') !== 'object')
      report(`\`${name}\` is missing: every task needs one.`);
    return written;
  });
  const parts = readParts(matter, file.folder, reading);
  const dependencies = field.texts('dependencies');
  const parent = field.text('parent_task_id');
  if (ref === undefined || title === undefined) return undefined;
  return { item: { ref, title, ...parts, blockedBy: [], related: [] }, dependencies, parent };
}

function readParts(
  { field, values, body: text, bodyLine }: { field: FieldReader; values: Fields; body: string; bodyLine: number },
  folder: Folder,
  { config, people, report }: Reading,
) {
  const status = field.text('status')?.trim();
  const body = readBody(text, bodyLine);
  const { comments, kept: keptComments } = toComments(body.comments, people, report);
  const assignees = field.texts('assignee').map((written) => ({ written, name: people.name(written, report) }));
  const [assignee] = assignees;
  const reporter = field.text('reporter');
  const createdBy = reporter === undefined ? undefined : people.name(reporter, report);
  const urgency = field.text('priority');
  const priority = readPriority(urgency);
  const references = splitLinks(field.texts('references'));
  const documentation = splitLinks(field.texts('documentation'));

  const keptIf = (name: string, lost: boolean) => (lost ? [[name, values[name]] as const] : []);
  const kept = [
    ...Object.entries(values).filter(([name]) => !mapped.has(name)),
    ...keptIf('status', status !== undefined && !isPlain(status, folder)),
    ...keptIf(
      'assignee',
      assignees.length > 1 || (assignee !== undefined && assignee.name !== bareName(assignee.written)),
    ),
    ...keptIf('reporter', reporter !== undefined && createdBy !== bareName(reporter)),
    ...keptIf('priority', priority === undefined && urgency !== undefined),
    ...keptList('references', references.others),
    ...keptList('documentation', documentation.others),
    ...keptList('comments', keptComments),
    ...(Object.hasOwn(values, 'folder') || folder === 'tasks' || folder === 'completed'
      ? []
      : [['folder', folder] as const]),
  ];

  return omitUndefined({
    state: stateOf(status, folder, config),
    outcome: body.outcome || undefined,
    type: field.text('type')?.trim(),
    priority,
    criteria: body.criteria,
    labels: [...new Set(field.texts('labels'))],
    context: body.context,
    links: [...new Set([...references.links, ...documentation.links])],
    assignee: assignee?.name,
    createdBy,
    createdAt: field.date('created_date'),
    updatedAt: field.date('updated_date'),
    comments,
    sourceData: Object.fromEntries(kept),
  });
}

/** Done goes before the folder: before it had `completed`, Backlog.md put finished tasks into the archive. */
function stateOf(status: string | undefined, folder: Folder, { doneStatus }: BacklogConfig): ImportItem['state'] {
  if (folder === 'completed' || (status !== undefined && plain(status) === plain(doneStatus))) return 'done';
  return folder === 'archive' ? 'cancelled' : 'open';
}

/** Backlog.md compares statuses so. */
const plain = (status: string) => status.toLowerCase().replaceAll(/\s/g, '');

/** Whether the state says all that the status said. */
const isPlain = (status: string, folder: Folder) =>
  plain(status) === 'done' || (plain(status) === 'todo' && (folder === 'tasks' || folder === 'drafts'));

/** Other words are a project's own and their order is its own too: they are kept, not guessed. */
function readPriority(word: string | undefined): number | undefined {
  const levels: Record<string, number> = { critical: 0, urgent: 0, high: 1, medium: 2, low: 3 };
  const level = word?.trim().toLowerCase() ?? '';
  return Object.hasOwn(levels, level) ? levels[level] : undefined;
}

const isLink = (text: string) => /^https?:\/\/\S+$/i.test(text.trim()) && text.length <= 2_000;

function splitLinks(entries: readonly string[]): { links: string[]; others: string[] } {
  return {
    links: entries.filter(isLink).map((link) => link.trim()),
    others: entries.filter((entry) => !isLink(entry)),
  };
}

const keptList = (name: string, list: readonly unknown[]) => (list.length > 0 ? [[name, list] as const] : []);
