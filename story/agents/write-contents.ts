/**
 * An agent that knows nothing of Coact, only A2A: given a task, it writes the table of contents of a folder of Markdown documents.
 * `PORT=… AGENT_TOKEN=… write-contents.ts FOLDER`.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { counted } from './counted.ts';
import { type Made, serveA2a } from './serve-a2a.ts';
import { say } from './work-under-lease.ts';

const [folder = '.'] = process.argv.slice(2);
const { PORT: port = '4190', AGENT_TOKEN: token = '' } = process.env;

serveA2a({
  port: Number(port),
  token,
  card: { name: 'Contents', description: 'Writes the table of contents of the handbook.' },
  work,
});

function work(told: string): Made {
  say(`was sent a task: ${told.split('\n', 1)[0]?.replace(/^#+ /, '') ?? ''}`);
  const pages = globSync('**/*.md', { cwd: folder }).toSorted();
  const lines = pages.flatMap((page) => {
    const headings = [...readFileSync(join(folder, page), 'utf8').matchAll(/^(#+) (.+)$/gm)];
    return [`- ${page}`, ...headings.map(([, depth = '', title]) => `${'  '.repeat(depth.length)}- ${title}`)];
  });
  const says = `${counted(lines.length - pages.length, 'heading')} of ${counted(pages.length, 'page')}.`;
  say(`completed its task: ${says}`);
  return { name: 'contents.md', text: lines.join('\n'), says };
}
