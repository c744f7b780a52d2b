/** A file of a backlog folder: its path, absolute or relative, with either slash, and its text. */
export type BacklogFile = { path: string; text: string };

/** Where a task's file lies says what became of it. */
const folders = ['tasks', 'completed', 'drafts', 'archive'] as const;
export type Folder = (typeof folders)[number];

const taskFile = /(?:^|\/)(archive\/)?(tasks|completed|drafts)\/[^/]+\.md$/i;
const archived = /(?:^|\/)archive\/[^/]+\.md$/i;
const config = /(?:^|\/)(?:(backlog\.config)|config)\.ya?ml$/i;

/**
 * Finds the tasks and the settings among the files of a folder, in an order that does not depend on how they were listed.
 * Documents, decisions and milestones are not work and are passed over, and so is a README among the tasks. A file without a
 * folder is a task. Settings beside the project (`backlog.config.yml`) go before those in the folder, as in Backlog.md.
 */
export function sortBacklogFiles(files: readonly BacklogFile[]): {
  tasks: (BacklogFile & { folder: Folder })[];
  config: BacklogFile | undefined;
} {
  const paths = files
    .map((file) => ({ ...file, slashed: file.path.replaceAll('\\', '/') }))
    .toSorted((left, right) => (left.slashed < right.slashed ? -1 : Number(left.slashed > right.slashed)));
  const tasks = paths.flatMap(({ slashed, path, text }) => {
    const folder = folderOf(slashed);
    return folder ? [{ path, text, folder }] : [];
  });
  const configs = paths.flatMap(({ slashed, path, text }) => {
    const match = config.exec(slashed);
    return match ? [{ path, text, atRoot: match[1] !== undefined }] : [];
  });
  const chosen = configs.find(({ atRoot }) => atRoot) ?? configs[0];
  return { tasks, config: chosen && { path: chosen.path, text: chosen.text } };
}

function folderOf(path: string): Folder | undefined {
  if (/(?:^|\/)readme\.md$/i.test(path)) return undefined;
  const [, archive, folder] = taskFile.exec(path) ?? [];
  if (archive || archived.test(path)) return 'archive';
  const known = folders.find((name) => name === folder?.toLowerCase());
  if (known) return known;
  return /^[^/]+\.md$/i.test(path) ? 'tasks' : undefined;
}
