import { type Refusal, refusals } from '../domain/refusals.ts';

const LONGEST = 2_000;

/** One sentence for people, from a refusal's title and facts: `There is no such thing here: item OPS-99.` */
export function describeRefusal({ refused, ...facts }: Refusal): string {
  const { field: _, ...others } = facts;
  const told = Object.entries(Object.keys(others).length > 0 ? others : facts)
    .map(([name, value]) => describeFact(name, value))
    .filter((part) => part !== '');
  const sentence = told.length > 0 ? `${refusals[refused].title}: ${told.join('; ')}` : refusals[refused].title;
  const short = sentence.length > LONGEST ? `${sentence.slice(0, LONGEST)} …` : sentence;
  return /[.…!?]$/.test(short) ? short : `${short}.`;
}

function describeFact(name: string, value: unknown): string {
  const shown = show(value);
  if (shown === '') return '';
  return name === 'errors' || name === 'problem' ? shown : `${inWords(name)} ${shown}`;
}

const inWords = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function show(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value))
    return value
      .map(show)
      .filter(Boolean)
      .join(value.some((one) => typeof one === 'object') ? '; ' : ', ');
  return typeof value === 'object' && value !== null ? showObject(value) : '';
}

/** The name of a thing, and what is said about it. */
function showObject(thing: object): string {
  const found = (...names: string[]) => {
    const name = names.find((one) => one in thing);
    return name ? show((thing as Record<string, unknown>)[name]) : '';
  };
  return [found('field', 'part', 'key', 'name', 'id'), found('problem', 'hint', 'title', 'reason')]
    .filter(Boolean)
    .join(': ');
}
