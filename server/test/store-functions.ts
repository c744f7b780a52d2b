import { readFileSync, readdirSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../src/store/', import.meta.url));

/** An export of the store that is given a connection: what it asks of the database, that must be kept to one workspace. */
export type StoreFunction = `${string}.${string}`;

/** Every export of `store/*.ts` that takes a Connection, as `file.name`. */
export function storeFunctions(): StoreFunction[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => takingConnection(readFileSync(join(folder, file), 'utf8')).map((name) => nameOf(file, name)));
}

const nameOf = (file: string, name: string): StoreFunction => `${file.replace(/\.ts$/, '')}.${name}`;

/** Functions and arrow functions whose parameters name the type; what comes after `=>` or `{` is no parameter. */
export function takingConnection(source: string): string[] {
  const exported =
    /^export (?:async )?(?:function|const) (\w+)(?:<[^>]*>)?(?: = (?:async )?(?:<[^>]*>)?)?\(([\s\S]*?)\)(?::|\s*=>| \{)/gm;
  return [...source.matchAll(exported)]
    .filter(([, , given = '']) => /\bConnection\b/.test(given))
    .map(([, name = '']) => name);
}

/** Does some work and tells which functions of the store ran meanwhile, as the engine counts them. */
export async function watchStore(work: () => Promise<void>): Promise<Set<string>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  try {
    await work();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const ran = result.flatMap(({ url, functions }) => {
      const path = url.startsWith('file:') ? fileURLToPath(url) : '';
      if (!path.startsWith(folder)) return [];
      const called = functions.filter(({ ranges }) => ranges.some(({ count }) => count > 0));
      return called.map(({ functionName }) => nameOf(path.slice(folder.length), functionName));
    });
    return new Set(ran);
  } finally {
    await session.post('Profiler.disable');
    session.disconnect();
  }
}
