import type { Facts } from './facts.ts';
import type { Filter } from './filter.ts';
import { type Test, testTerm } from './test-term.ts';
import { textOf } from './text-of.ts';

/** Makes a filter a question to a row, to be asked of ten thousand within a frame. */
export function testFilter(filter: Filter, facts: Facts): Test {
  if (filter.is === 'text') return testText(filter.text, facts);
  if (filter.is === 'term') return testTerm(filter, facts);
  if (filter.is === 'not') {
    const test = testFilter(filter.part, facts);
    return (item) => !test(item);
  }
  const tests = filter.parts.map((part) => testFilter(part, facts));
  return filter.is === 'and' ? (item) => tests.every((test) => test(item)) : (item) => tests.some((test) => test(item));
}

function testText(text: string, { people }: Facts): Test {
  const wanted = text.toLowerCase();
  return (item) => textOf(item, people).includes(wanted);
}

/** Whether the filter asks for ended work by name; without that, only open work is meant. */
export function wantsEnded(filter: Filter): boolean {
  if (filter.is === 'term') return isEnding(filter.key, filter.value.toLowerCase());
  return (filter.is === 'and' || filter.is === 'or') && filter.parts.some(wantsEnded);
}

const isEnding = (key: string, value: string) =>
  (key === 'is' && value === 'ended') || (key === 'state' && (value === 'done' || value === 'cancelled'));
