const taskFile = /^(?:tasks|completed|drafts|archive|archive\/tasks|archive\/completed|archive\/drafts)\/[^/]+\.md$/i;
const settingsFile = /^config\.ya?ml$/i;
const projectSettings = /^backlog\.config\.ya?ml$/i;

export type Picked = { path: string; file: File };

/** Files of a picked folder by their path in it; browsers put the folder's own name before. */
export const pathsOf = (files: Iterable<File>): Picked[] =>
  Array.from(files, (file) => ({ path: file.webkitRelativePath.split('/').slice(1).join('/') || file.name, file }));

/**
 * Those of a project's files that make its backlog: the tasks and settings in the backlog folder, which is the picked folder
 * itself, the one that the project's settings name, or one with a usual name. Nothing else of the project is read. `named`
 * is the folder that the settings beside the project name, if any. Empty where there is no backlog.
 */
export function pickBacklogFiles<File extends { path: string }>(files: readonly File[], named?: string): File[] {
  const atRoot = files.filter(({ path }) => projectSettings.test(path));
  for (const home of [...(named ? [`${named}/`] : []), '', 'backlog/', '.backlog/']) {
    const inHome = files.filter(({ path }) => {
      const within = path.startsWith(home) ? path.slice(home.length) : '';
      return taskFile.test(within) || settingsFile.test(within);
    });
    if (inHome.length > 0) return [...atRoot, ...inHome].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }
  return [];
}

/** The settings that may say where the backlog is. */
export const projectSettingsIn = <File extends { path: string }>(files: readonly File[]): File | undefined =>
  files.find(({ path }) => projectSettings.test(path));

/** The folder that a project's settings name, if it lies in the project. */
export function namedFolder(settings: string): string | undefined {
  const written = /^backlog_?directory:\s*["']?([^"'#\n]+)/im.exec(settings)?.[1]?.trim();
  const folder = written?.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  return folder && !folder.startsWith('/') && !folder.split('/').includes('..') ? folder : undefined;
}
