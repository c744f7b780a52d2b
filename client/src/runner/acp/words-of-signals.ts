import type { Signal } from '../../index.ts';

/** What was heard, in words for an agent that can only be spoken to. `settled`: requests and texts that it was told of in another way. */
export const wordsOfSignals = (signals: readonly Signal[], settled: ReadonlySet<string>): string[] =>
  signals.flatMap(({ kind, data }) => {
    const said = words[kind];
    const isSettled = settled.has(String(data['request'])) || settled.has(String(data['text']));
    return said === undefined || isSettled ? [] : [`${said}:\n${JSON.stringify(data)}`];
  });

/** Of a stop it hears by being ended, of a return by its next brief. */
const words: Partial<Record<Signal['kind'], string>> = {
  answer: 'What you asked was answered',
  decision: 'What you asked for was decided',
  message: 'You were sent word',
  contract_revised: 'The contract was revised',
  budget_low: 'A budget is nearly spent',
};
