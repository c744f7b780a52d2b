import type { Env } from '../cli/find-server.ts';
import type { Alerts } from './alerts.ts';
import type { Agent } from './open-agent.ts';
import type { RunnerSettings } from './settings.ts';
import type { Watchdog } from './watchdog.ts';

/** What all runs of one agent share in this process. */
export type Desk = {
  agent: Agent;
  settings: RunnerSettings;
  env: Env;
  /** The folder in which each run has one. */
  root: string;
  watchdog: Watchdog;
  alerts: Alerts;
  /** By item: asks at once whether its run is still ours. */
  beats: Map<string, () => void>;
  /** Aborted when the runner has to end. */
  stopping: AbortSignal;
  say: (text: string) => void;
  /** Says what was not the last thing said: waiting has no news. */
  sayOnce: (text: string) => void;
};
