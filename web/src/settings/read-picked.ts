import {
  type BacklogFile,
  decodeText,
  type ImportBatch,
  ImportError,
  type ImportProblem,
  parseBacklog,
  parseBeads,
  type Progress,
} from 'coact/import';
import { namedFolder, pathsOf, type Picked, pickBacklogFiles, projectSettingsIn } from './pick-backlog-files.ts';

/** A folder that was picked has no backlog in it. */
export class NoBacklog extends Error {
  override readonly name = 'NoBacklog';
}

/** A file that was picked can no longer be read. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** Reads a beads export that was picked. Throws an ImportError that names every line that cannot be taken. */
export async function readBeads(file: File, progress: Progress): Promise<ImportBatch> {
  progress(0, 1);
  const bytes = await bytesOf(file);
  progress(1, 1);
  await painted();
  return parseBeads(decodeText(bytes, file.name));
}

/** Reads a Backlog.md folder, or the project that has one. Throws an ImportError that names every file that cannot be taken. */
export async function readFolder(files: Iterable<File>, progress: Progress): Promise<ImportBatch> {
  const all = pathsOf(files);
  const settings = projectSettingsIn(all);
  const named = settings && namedFolder(decodeText(await bytesOf(settings.file), settings.path));
  const wanted = pickBacklogFiles(all, named);
  if (wanted.length === 0) throw new NoBacklog();
  const texts = await readTexts(wanted, progress);
  await painted();
  return parseBacklog(texts);
}

async function readTexts(files: readonly Picked[], progress: Progress): Promise<BacklogFile[]> {
  const texts: BacklogFile[] = [];
  const problems: ImportProblem[] = [];
  for (const [done, { path, file }] of files.entries()) {
    if (done % 20 === 0) progress(done, files.length);
    const bytes = await bytesOf(file);
    try {
      texts.push({ path, text: decodeText(bytes, path) });
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ImportError(problems);
  progress(files.length, files.length);
  return texts;
}

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new Unreadable(file.name, { cause: error });
  }
}

/** Understanding a large backlog holds the page up for a moment: what it is doing shall stand there before. */
const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
