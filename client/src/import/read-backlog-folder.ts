import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { BacklogFile } from './backlog-files.ts';
import { parseBacklog } from './backlog.ts';
import { decodeText } from './decode-text.ts';
import { ImportError, type ImportProblem } from './import-error.ts';
import { readYaml } from './read-yaml.ts';

const taskFolders = ['tasks', 'completed', 'drafts', 'archive', 'archive/tasks', 'archive/completed', 'archive/drafts'];
const configs = new Set(['config.yml', 'config.yaml']);
const rootConfigs = new Set(['backlog.config.yml', 'backlog.config.yaml']);

/**
 * Reads the task files and settings of a Backlog.md project for `parseBacklog` (Node only). `folder` is the project's root or
 * the backlog folder itself; paths in the answer are relative to it. Throws an `ImportError` when there is no backlog, and
 * when a file is not UTF-8; that one names the problems of the other files, too, so that all can be mended at once.
 */
export async function readBacklogFolder(folder: string): Promise<BacklogFile[]> {
  const files: BacklogFile[] = [];
  const problems: ImportProblem[] = [];
  for (const path of await findFiles(folder)) {
    const bytes = await readFile(join(folder, path));
    try {
      files.push({ path, text: decodeText(bytes, path) });
    } catch (error) {
      problems.push(...problemsOf(error));
    }
  }
  if (problems.length > 0) throw new ImportError([...problems, ...problemsIn(files)]);
  return files;
}

function problemsIn(files: readonly BacklogFile[]): readonly ImportProblem[] {
  try {
    parseBacklog(files);
    return [];
  } catch (error) {
    return problemsOf(error);
  }
}

function problemsOf(error: unknown): readonly ImportProblem[] {
  if (error instanceof ImportError) return error.problems;
  throw error;
}

async function findFiles(folder: string): Promise<string[]> {
  const atRoot = (await list(folder)).filter((name) => rootConfigs.has(name));
  const home = await findHome(folder, atRoot[0]);
  const settings = (await list(join(folder, home))).filter((name) => configs.has(name));
  const found = [...atRoot, ...settings.map((name) => posix.join(home, name))];
  for (const below of taskFolders) {
    const names = await list(join(folder, home, below));
    found.push(...names.filter((name) => /\.md$/i.test(name)).map((name) => posix.join(home, below, name)));
  }
  return found.toSorted();
}

/** The backlog folder, relative to what was given: itself, where the project's settings say, or one of the usual names. */
async function findHome(folder: string, rootConfig: string | undefined): Promise<string> {
  const configured = rootConfig && configuredHome(decodeText(await readFile(join(folder, rootConfig)), rootConfig));
  for (const home of [...(configured ? [configured] : []), '.', 'backlog', '.backlog']) {
    const inside = await list(join(folder, home));
    if (inside.some((name) => taskFolders.includes(name) || configs.has(name))) return home;
  }
  const problem =
    'There is no backlog here: give the folder that holds `tasks`, or the project that has a `backlog` folder.';
  throw new ImportError([{ file: folder, problem }]);
}

/** Never outside the project. */
function configuredHome(config: string): string | undefined {
  const read = readYaml(config.replaceAll('\r\n', '\n'));
  if (!('fields' in read)) return undefined;
  const written = read.fields.written('backlog_directory') ?? read.fields.written('backlogDirectory');
  const home = written && posix.normalize(written.replaceAll('\\', '/')).replace(/\/+$/, '');
  return home && !home.startsWith('..') && !/^(?:[a-z]:)?\//i.test(home) ? home : undefined;
}

/** The names in a folder; none when it is not there. */
async function list(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  }
}
