import type { State } from '../work-item.ts';

/** Where a task stands, in the words of A2A. */
export const taskStates = [
  'submitted',
  'working',
  'input_required',
  'auth_required',
  'completed',
  'canceled',
  'rejected',
] as const;
export type TaskState = (typeof taskStates)[number];

export type Standing = {
  state: State;
  /** Whether it waits to be triaged. */
  intake: boolean;
  /** Whether its end was that it is not wanted, or is there already. */
  declined: boolean;
  /** Whether an open question waits for whoever sent it. */
  asked: boolean;
  /** Whether an act for it is held until somebody approves it. */
  held: boolean;
};

/**
 * A task's state follows from its item and from who has to act. Delivered work is still being worked on: it is completed when
 * somebody else has accepted it.
 */
export function taskState({ state, declined, asked, held }: Standing): TaskState {
  if (state === 'done') return 'completed';
  if (state === 'cancelled') return declined ? 'rejected' : 'canceled';
  if (asked) return 'input_required';
  if (held) return 'auth_required';
  return state === 'active' || state === 'review' ? 'working' : 'submitted';
}

export const isEnd = (state: TaskState) => state === 'completed' || state === 'canceled' || state === 'rejected';
