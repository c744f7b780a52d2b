import { exactly } from '../parts/format.ts';
import { words } from '../words/index.ts';

const says = words.proposals;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What somebody or something is called, by its id; undefined where it is nobody that the page knows. */
export type NameOf = (id: string) => string | undefined;

/** The word for a field: as the contract says it, else the name of the field with spaces. */
export const fieldWord = (field: string): string =>
  says.fields[field] ??
  field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (one) => one.toUpperCase());

/** Any value that an operation takes or gives, as a reader reads it. */
export function tellValue(field: string, value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined || value === '') return says.none;
  if (typeof value === 'boolean') return value ? says.yes : says.no;
  if (typeof value === 'number') return field === 'priority' ? words.common.priorityWord(value) : String(value);
  if (typeof value === 'string') return tellText(field, value, nameOf);
  if (Array.isArray(value))
    return value.length === 0 ? says.none : value.map((one) => tellValue(field, one, nameOf)).join('\n');
  return isRecord(value) ? tellRecord(value, nameOf) : '';
}

function tellText(field: string, value: string, nameOf: NameOf): string {
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return exactly(value);
  if (field === 'risk' && value in words.common.risks)
    return words.common.risks[value as keyof typeof words.common.risks];
  return nameOf(value) ?? value;
}

function tellRecord(value: Record<string, unknown>, nameOf: NameOf): string {
  const { $step: step, field } = value;
  if (typeof step === 'number' && (field === 'id' || field === 'key')) return says.madeBy(step);
  if (typeof step === 'number') return says.ofStep(step, fieldWord(String(field)));
  if (typeof value['text'] === 'string') {
    const check = value['check'];
    return typeof check === 'string' && check !== '' ? `${value['text']} (${check})` : value['text'];
  }
  return Object.entries(value)
    .filter(([, inner]) => inner !== null && !(Array.isArray(inner) && inner.length === 0))
    .map(([name, inner]) => `${fieldWord(name)}: ${tellValue(name, inner, nameOf)}`)
    .join('\n');
}

/** The numbers of the steps whose results an input uses. */
export function stepsIn(input: unknown): number[] {
  if (!isRecord(input)) return [];
  if (typeof input['$step'] === 'number') return [input['$step']];
  return Object.values(input).flatMap(stepsIn);
}
