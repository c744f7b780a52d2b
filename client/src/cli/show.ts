import { isRecord } from '../is-record.ts';
import { listColumns, type Row } from './list-columns.ts';
import type { Names } from './names.ts';
import { printSheet } from './sheet.ts';
import { printTable } from './table.ts';
import { paint, type Terminal } from './terminal.ts';

export type ShowOptions = {
  json: boolean;
  names: Names;
  now: number;
  /** The option that takes a list's `next`. */
  more?: string;
};

/** Shows what an operation answered: as JSON for programs; a list as a table and anything else as a sheet for people. */
export function show(terminal: Terminal, answer: unknown, { json, ...how }: ShowOptions): void {
  if (json) return terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
  if (answer === null || answer === undefined) return;
  if (isPage(answer)) return showPage(terminal, answer, how);
  if (isRecord(answer)) printSheet(terminal, answer, how);
  else terminal.out(`${JSON.stringify(answer)}\n`);
}

type Page = { items: Row[]; next?: string | null };

export const isPage = (answer: unknown): answer is Page =>
  typeof answer === 'object' &&
  answer !== null &&
  'items' in answer &&
  Array.isArray(answer.items) &&
  Object.keys(answer).every((key) => ['items', 'next'].includes(key));

function showPage(
  terminal: Terminal,
  { items, next }: Page,
  { more = '--cursor', ...how }: Omit<ShowOptions, 'json'>,
): void {
  if (items.length === 0) return terminal.out(`${paint(terminal, 'dim', 'There is nothing.')}\n`);
  printTable(terminal, listColumns(items, how), items);
  if (next) terminal.out(`${paint(terminal, 'dim', `There is more: ${more} ${next}.`)}\n`);
}
