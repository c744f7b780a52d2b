import { isRecord } from '../is-record.ts';
import { isTimestamp, whenInWords } from './ages.ts';
import { cell } from './cell.ts';
import { humanise } from './humanise.ts';
import type { Names } from './names.ts';
import { oneLine, paint, plain, type Terminal } from './terminal.ts';
import { fitText, padText, textWidth, wrapText } from './text-width.ts';

type How = { names: Names; now: number };
type Entry = [string, unknown];

const longest = 100;
/** What an item is not, or has none of, is not worth a line. */
const quiet = new Set(['blocked', 'waiting', 'overdue', 'openBlockers', 'openChildren', 'attempts', 'fence']);

/** One resource, to be read from top to bottom: what is short in two columns, then the longer parts under their names. */
export function printSheet(terminal: Terminal, resource: Record<string, unknown>, how: How): void {
  const { title, rest } = heading(resource);
  if (title) terminal.out(`${paint(terminal, 'bold', title)}\n`);
  printEntries(terminal, rest, { ...how, indent: '' });
}

function heading(resource: Record<string, unknown>): { title: string; rest: Entry[] } {
  const { key, title, name } = resource;
  const words =
    title === undefined && name === undefined
      ? []
      : [key, title ?? name].filter((part) => typeof part === 'string').map((part) => oneLine(part));
  const told = new Set(words.length > 0 ? ['key', title === undefined ? 'name' : 'title'] : []);
  return { title: words.join('  '), rest: Object.entries(resource).filter(([field]) => !told.has(field)) };
}

function printEntries(terminal: Terminal, entries: readonly Entry[], how: How & { indent: string }): void {
  const told = entries.filter(([name, value]) => !isEmpty(value) && !(quiet.has(name) && !value));
  const short = told.filter(([, value]) => isShort(value));
  const labels = Math.max(0, ...short.map(([name]) => textWidth(humanise(name))));
  for (const [name, value] of short) {
    const words = isTimestamp(value) ? whenInWords(value, how.now) : value === false ? 'no' : cell(name, value, how);
    terminal.out(`${how.indent}${paint(terminal, 'dim', padText(humanise(name), labels))}  ${words}\n`);
  }
  for (const [name, value] of told.filter(([, value]) => !isShort(value))) {
    terminal.out(`\n${how.indent}${paint(terminal, 'bold', humanise(name))}\n`);
    printLong(terminal, [name, value], { ...how, indent: `${how.indent}  ` });
  }
}

function printLong(terminal: Terminal, [name, value]: Entry, how: How & { indent: string }): void {
  if (typeof value === 'string') return printText(terminal, value, how.indent);
  if (Array.isArray(value)) {
    for (const one of value) printBullet(terminal, [name, one], how);
    return;
  }
  printEntries(terminal, Object.entries(isRecord(value) ? value : {}), how);
}

const telling = ['text', 'title', 'question', 'name', 'part', 'summary', 'kind'];
/** What a line in a list need not say of a thing that has a name. */
const aside = new Set(['version', 'createdAt', 'updatedAt']);

/** The telling part first, then the rest in brackets. */
function printBullet(terminal: Terminal, [name, value]: Entry, how: How & { indent: string }): void {
  if (typeof value !== 'object' || value === null) return terminal.out(`${how.indent}- ${cell(name, value, how)}\n`);
  const all = Object.entries(value).filter(([, part]) => !isEmpty(part) && part !== true);
  const best = telling.find((field) => all.some(([one]) => one === field));
  const first = all.find(([field]) => field === best) ?? all[0];
  const entries = best
    ? all.filter(([field, part]) => !aside.has(field) && !(field === 'id' && typeof part === 'number'))
    : all;
  const others = entries
    .filter((entry) => entry !== first)
    .map(([field, part]) => `${humanise(field).toLowerCase()}: ${fitText(cell(field, part, how), 160)}`);
  const told = `${first ? cell(first[0], first[1], how) : ''}${others.length > 0 ? ` (${others.join('; ')})` : ''}`;
  const [head = '', ...more] = wrapText(told, terminal.width - how.indent.length - 2);
  terminal.out(`${how.indent}- ${head}\n`);
  for (const line of more) terminal.out(`${how.indent}  ${line}\n`);
}

function printText(terminal: Terminal, text: string, indent: string): void {
  const room = Math.min(terminal.width, 100) - indent.length;
  for (const paragraph of plain(text).trimEnd().split('\n')) {
    for (const line of wrapText(paragraph, room)) terminal.out(`${line === '' ? '' : indent}${line}\n`);
  }
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) ? value.length === 0 : typeof value === 'object' && Object.values(value).every(isEmpty));

function isShort(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= longest && !value.includes('\n');
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string' && one.length < 40) && value.length <= 6;
  return typeof value !== 'object';
}
