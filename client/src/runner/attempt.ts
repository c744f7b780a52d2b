import type { Client } from '../index.ts';
import type { Alerts } from './alerts.ts';
import type { Output } from './create-output.ts';
import type { Result } from './end-run.ts';
import type { Evidence } from './gather-evidence.ts';
import type { Work } from './hold-work.ts';
import type { Notes } from './notes.ts';
import type { RunnerSettings } from './settings.ts';
import type { Child } from './start-child.ts';
import type { Workplace } from './open-workplace.ts';

/** Everything that one attempt at an item has at hand. */
export type Attempt = {
  settings: RunnerSettings;
  client: Client;
  agent: string;
  work: Work;
  workplace: Workplace;
  evidence: Evidence;
  output: Output;
  notes: Notes;
  /** What the command was told in another way already: requests by id, and messages by their text. */
  settled: Set<string>;
  alerts: Alerts;
  brief: { markdown: string; json: string };
  token: string;
  /** Starts the command in its workplace. */
  start: () => Promise<Child>;
  /** Aborted when the command has to end before it is done. */
  ending: AbortSignal;
  /** What that makes of the run; null while the command may go on. */
  interrupted: () => Result | null;
  complain: (text: string) => void;
};
