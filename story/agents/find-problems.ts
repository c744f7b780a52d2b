import { existsSync, globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, dirname, join, normalize } from 'node:path';
import { type Document, type Fence, readMarkdown } from './read-markdown.ts';

/** What the checks look at; a criterion is matched to one of them by its words. */
export type Subject = 'link' | 'fence' | 'picture';
export type Problem = { subject: Subject; file: string; line: number; problem: string; target: string };
/** `looked`: how many things of each kind were checked. */
export type Findings = { files: number; looked: Record<Subject, number>; problems: Problem[] };

/** Checks every link, code fence and picture of the Markdown documents in a folder. */
export function findProblems(folder: string): Findings {
  const files = globSync('**/*.md', { cwd: folder }).toSorted();
  const documents = new Map(files.map((file) => [file, readMarkdown(readFileSync(join(folder, file), 'utf8'))]));
  const looked = { link: 0, fence: 0, picture: 0 };
  const problems: Problem[] = [];
  for (const [file, { links, fences }] of documents) {
    for (const { line, target, text, picture } of links) {
      looked[picture ? 'picture' : 'link'] += 1;
      const broken = linkProblem({ folder, file, target, documents });
      if (broken) problems.push({ subject: 'link', file, line, problem: broken, target });
      if (picture && !text.trim())
        problems.push({ subject: 'picture', file, line, problem: 'does not say in words what it shows', target });
    }
    for (const fence of fences) {
      looked.fence += 1;
      const problem = fenceProblem(fence);
      if (problem) problems.push({ subject: 'fence', file, line: fence.line, problem, target: fence.language });
    }
  }
  return { files: files.length, looked, problems };
}

type Place = { folder: string; file: string; target: string; documents: ReadonlyMap<string, Document> };

function linkProblem({ folder, file, target, documents }: Place): string | null {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(target)) return null;
  const [path = '', anchor = ''] = decodeURI(target).split('#', 2);
  const to = path ? normalize(join(dirname(file), path)) : file;
  if (!existsSync(join(folder, to))) return `leads to ${target}, which does not exist`;
  const missing = anchor !== '' && documents.has(to) && !documents.get(to)?.anchors.has(anchor);
  return missing ? `leads to ${target}, but ${to} has no such heading` : null;
}

function fenceProblem({ language, code, closed }: Fence): string | null {
  if (!closed) return 'is never closed';
  if (!language) return 'names no language';
  try {
    if (language === 'json') JSON.parse(code);
    if (['js', 'ts', 'javascript', 'typescript'].includes(language)) stripTypeScriptTypes(code);
    return null;
  } catch (error) {
    return `is no ${language}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
  }
}

/** The files whose names begin most like a missing one: what somebody may have meant. */
export function likelyTargets(folder: string, missing: string): string[] {
  const wanted = basename(missing.split('#', 1)[0] ?? '');
  const common = (name: string) => {
    let length = 0;
    while (length < name.length && name[length] === wanted[length]) length += 1;
    return length;
  };
  return globSync('**/*.md', { cwd: folder })
    .toSorted((left, right) => common(basename(right)) - common(basename(left)) || left.localeCompare(right))
    .slice(0, 2);
}
