import { basePolicy } from '../domain/authority.ts';
import { refusals } from '../domain/refusals.ts';
import type { Operation } from './define.ts';

/** Refuses a registry with a hole in it: better not to start than to serve an operation without a handler or authority. */
export function refuseToBoot(operations: readonly Operation[]): readonly Operation[] {
  const problems = operations.flatMap((operation) =>
    problemsOf(operation).map((problem) => `${operation.name}: ${problem}`),
  );
  const doubled = [...doubles(operations.map(({ name }) => name)), ...doubles(operations.map(({ http }) => http))];
  const all = [...problems, ...doubled.map((one) => `${one}: defined twice`)];
  if (all.length > 0) throw new Error(`The registry of operations is not sound:\n${all.join('\n')}`);
  return operations;
}

function problemsOf({ kind, needs, load, decide, handle, refuses, summary }: Operation): string[] {
  const missing = [
    kind === 'query' && !handle && 'has no handler',
    kind === 'command' && (!load || !decide) && 'has no load or no decide',
    !(needs.action in basePolicy) && `is judged on ${needs.action}, which no rule names`,
    !summary.trim().endsWith('.') && 'has no sentence that says what it does',
    ...refuses.map((code) => !(code in refusals) && `may refuse with ${code}, which is not in the table`),
  ];
  return missing.filter((problem): problem is string => typeof problem === 'string');
}

const doubles = (names: readonly string[]) => [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
