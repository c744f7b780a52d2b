import { appendFileSync } from 'node:fs';
import type { Signal } from '../index.ts';

/** What the run was told while it worked: kept in a file that the command may read, and at hand for whoever can be spoken to. */
export type Notes = {
  hear(signals: readonly Signal[]): void;
  /** What was heard since the last call. */
  take(): Signal[];
};

export function keepNotes(file: string): Notes {
  let heard: Signal[] = [];
  return {
    hear(signals) {
      for (const one of signals) appendFileSync(file, `${JSON.stringify(one)}\n`);
      heard.push(...signals);
    },
    take() {
      const taken = heard;
      heard = [];
      return taken;
    },
  };
}
