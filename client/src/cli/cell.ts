import { isRecord } from '../is-record.ts';
import { inWords, isTimestamp } from './ages.ts';
import type { Names } from './names.ts';
import { oneLine } from './terminal.ts';

/** A value in a few words, as it stands in a cell or on the line of a sheet. */
export function cell(field: string, value: unknown, { names, now }: { names: Names; now: number }): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : '';
  if (typeof value === 'number') return numberCell(field, value);
  if (isTimestamp(value)) return `${Date.parse(value) > now ? 'in ' : ''}${inWords(Date.parse(value) - now)}`;
  if (typeof value === 'string') return oneLine(names.of(field, value));
  if (Array.isArray(value)) return value.map((one) => cell(field, one, { names, now })).join(', ');
  return isRecord(value) ? inBrief(field, value, { names, now }) : '';
}

const priorities = ['critical', 'high', 'medium', 'low', 'lowest'];

function numberCell(field: string, value: number): string {
  if (field === 'progress') return `${Math.round(value * 100)} %`;
  return (field === 'priority' && priorities[value]) || String(value);
}

/** An object's most telling part: its key or name, else its parts. */
function inBrief(field: string, value: Record<string, unknown>, how: { names: Names; now: number }): string {
  const telling = ['key', 'name', 'title', 'text'].find((name) => typeof value[name] === 'string');
  if (telling) return cell(telling, value[telling], how);
  if (typeof value['id'] === 'string') return cell(field, value['id'], how);
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== undefined && part !== '');
  const [first] = parts;
  if (parts.length === 1 && first) return cell(first[0], first[1], how);
  return parts.map(([name, part]) => `${name} ${cell(name, part, how)}`).join(', ');
}
