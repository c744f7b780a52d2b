import { type Policy, compile } from '../domain/policy/judge.ts';
import type { Connection } from '../store/database.ts';
import { livePolicies } from '../store/policies.ts';

export type PolicyMemory = {
  /** The rules in force in the workspace of the connection. */
  of: (connection: Connection) => Policy | Promise<Policy>;
  /** Forgets what was read, of one workspace or of all: called when people, tokens or rules have changed. */
  forget: (workspace?: string) => void;
};

const REMEMBERED_MS = 30_000;
type Kept = { policy: Policy; at: number };

/**
 * Reads the rules in force once for each workspace and keeps them ready to judge, but only while every change is heard
 * (`listening`): a rule that was made on another server counts here within milliseconds.
 */
export function createPolicyMemory({ listening, now }: { listening: () => boolean; now: () => number }): PolicyMemory {
  const remembered = new Map<string, Kept>();
  // Grows with every change that is heard: what was read before one arrived is not remembered after it.
  let changes = 0;

  function recall(workspace: string): Policy | null {
    const kept = remembered.get(workspace);
    const age = now() - (kept?.at ?? 0);
    return kept && listening() && age >= 0 && age < REMEMBERED_MS ? kept.policy : null;
  }

  async function read(connection: Connection): Promise<Policy> {
    const before = changes;
    const policy = compile(await livePolicies(connection));
    if (listening() && before === changes) remembered.set(connection.workspace, { policy, at: now() });
    return policy;
  }

  return {
    of: (connection) => recall(connection.workspace) ?? read(connection),
    forget(workspace) {
      changes += 1;
      if (workspace) remembered.delete(workspace);
      else remembered.clear();
    },
  };
}
