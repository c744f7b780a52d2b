/** Where a run works: a folder of its own, one that all share, or a git worktree of its own. */
export type Place =
  | { kind: 'own' }
  | { kind: 'shared'; folder: string }
  | { kind: 'worktree'; repository: string; base: string };

export type RunnerSettings = {
  /** Names or ids of the agents whose work is done; none: whoever the token stands for. */
  agents: readonly string[];
  command: readonly [string, ...string[]];
  /** Whether the command is an agent that speaks the Agent Client Protocol. */
  acp: boolean;
  /** Kinds of tools that such an agent may use without asking, such as `read`. */
  permit: readonly string[];
  /** Runs at once, for each agent. */
  parallel: number;
  /** Only this team's work. */
  team: string | undefined;
  /** Seconds. */
  lease: number;
  place: Place;
  /** Names of variables that pass from our environment to the command's, or `NAME=value`. */
  environment: readonly string[];
  /** Milliseconds that a run may take; null: as long as it likes. */
  limit: number | null;
  /** Milliseconds between asking a process to end and ending it. */
  grace: number;
  /** What the command reads: the brief as Markdown or as JSON. */
  brief: 'markdown' | 'json';
  /** Whether to end once nothing is claimable. */
  once: boolean;
  /** Milliseconds between two looks for work, where no news comes in between. */
  poll: number;
};
