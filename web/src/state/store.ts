import type { InboxEntry, Item, ItemSummary, Me, Outcome, Participant, Request, Stop, Team, View } from 'coact';
import { useSyncExternalStore } from 'react';

/** What the page knows. Everything in it came from the server; what is being typed lives in the forms. */
export type State = {
  /** `expired`: the page stays as it is, with what was typed, while its reader signs in again. */
  stage: 'starting' | 'unreachable' | 'signed-out' | 'expired' | 'signed-in';
  me: Me | null;
  feed: 'connecting' | 'live' | 'lost';
  people: ReadonlyMap<string, Participant>;
  teams: ReadonlyMap<string, Team>;
  /** Null: not read yet. */
  inbox: readonly InboxEntry[] | null;
  /** All open work as the server has it with my own acts that are under way, and ended work once it was asked for. */
  items: ReadonlyMap<string, ItemSummary> | null;
  /** Whether `items` also has what is done or cancelled. */
  hasEnded: boolean;
  /** Whether only the newest of what has ended is in `items`. */
  isEndedCut: boolean;
  /** Open requests by the item that they are about. */
  asked: ReadonlyMap<string, readonly Request[]>;
  /** The open items that an open item waits for. */
  blockers: ReadonlyMap<string, readonly string[]>;
  outcomes: ReadonlyMap<string, Outcome>;
  views: readonly View[];
  /** The stops of agents that are in force. */
  stops: readonly Stop[];
  /** Grows whenever the rules of the policy changed, so that what hangs on them is read again. */
  ruleChanges: number;
  /** Grows whenever somebody was refused for want of authority. */
  attempts: number;
  /** The whole of the item that is being looked at. */
  opened: Item | null;
  /** Grows whenever the opened item changed, so that what hangs on it is read again. */
  openedChanges: number;
};

const blank: State = {
  stage: 'starting',
  me: null,
  feed: 'connecting',
  people: new Map(),
  teams: new Map(),
  inbox: null,
  items: null,
  hasEnded: false,
  isEndedCut: false,
  asked: new Map(),
  blockers: new Map(),
  outcomes: new Map(),
  views: [],
  stops: [],
  ruleChanges: 0,
  attempts: 0,
  opened: null,
  openedChanges: 0,
};

let state = blank;
const listeners = new Set<() => void>();

export const getState = (): State => state;

export function setState(patch: Partial<State>): void {
  state = { ...state, ...patch };
  for (const listener of listeners) listener();
}

/** Forgets everything, as for the next person at this screen. */
export const clearState = (stage: State['stage']): void => setState({ ...blank, stage });

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A part of the state; the component is drawn again when that part is another one. `select` must not make new objects. */
export const useStore = <Part>(select: (state: State) => Part): Part =>
  useSyncExternalStore(subscribe, () => select(state));
