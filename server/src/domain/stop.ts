import { type Refusal, refuse } from './refusals.ts';

/** Stops: the off switch for agents. People are never stopped; what a stop covers may do nothing until it is lifted. */

/** What somebody stopped is told: by whom, why, since when (epoch milliseconds) and how far it goes. */
export type Stopped = {
  /** Of the stop, to be lifted by. */
  id: string;
  by: { id: string; name: string | null };
  reason: string;
  since: number;
  covers: 'agent' | 'team' | 'workspace';
};

/** A run that a stop ended, with its item. */
export type EndedRun = { run: string; item: string; key: string; executor: string };

/** A stop as the ledger's events tell it. It covers one agent, one team's and those below, or, with neither, all. */
export type Stop = {
  id: string;
  participant: string | null;
  team: string | null;
  reason: string;
  by: string;
  byAdmin: boolean;
  /** Whom it stopped when it was made; who comes under it later is stopped as well. */
  agents: readonly string[];
  ended: readonly EndedRun[];
  createdAt: number;
  liftedAt: number | null;
  liftedBy: string | null;
  liftReason: string | null;
};

export type StopEvent =
  | { type: 'stop.created'; data: Omit<Stop, 'createdAt' | 'liftedAt' | 'liftedBy' | 'liftReason'> }
  | { type: 'stop.lifted'; data: { id: string; by: string; reason: string | null } };

export function evolveStop(stop: Stop | null, event: StopEvent, at: number): Stop {
  if (event.type === 'stop.created')
    return { ...event.data, createdAt: at, liftedAt: null, liftedBy: null, liftReason: null };
  if (!stop) throw new Error(`${event.type} comes before the stop exists`);
  const { by, reason } = event.data;
  return { ...stop, liftedAt: at, liftedBy: by, liftReason: reason };
}

/** Ends a stop. Nobody gets back what they held: they claim anew. */
export function liftStop(stop: Stop, by: string, reason: string | null): StopEvent[] | Refusal {
  if (stop.liftedAt !== null) return refuse('wrong_state', { state: 'lifted', expected: ['in force'] });
  return [{ type: 'stop.lifted', data: { id: stop.id, by, reason } }];
}

/**
 * The commands that a stopped agent is not turned away from. Its runs have ended, so each of those of a run answers with the
 * stale fence, which says who stopped it and why; and what somebody asks it, it may still answer.
 */
export const whileStopped: ReadonlySet<string> = new Set([
  'run.heartbeat',
  'run.report',
  'run.deliver',
  'run.fail',
  'run.release',
  'run.use_tool',
  'request.respond',
]);

type Act = { name: string; kind: 'command' | 'query' };
type MaybeStopped = { stopped?: Stopped | null };

/** Why somebody stopped may not do this, or null. */
export const refuseStopped = ({ stopped }: MaybeStopped, { name, kind }: Act): Refusal | null =>
  stopped && kind === 'command' && !whileStopped.has(name) ? refuse('stopped', explainStop(stopped)) : null;

/** Whoever is stopped answers questions; to take work over, or judge it, is work. */
export const refuseStoppedAnswer = ({ stopped }: MaybeStopped, kind: string): Refusal | null =>
  stopped && kind !== 'question' ? refuse('stopped', explainStop(stopped)) : null;

export const explainStop = ({ id, by, reason, since, covers }: Stopped) => ({
  stop: id,
  by,
  reason,
  since: new Date(since).toISOString(),
  covers,
});
