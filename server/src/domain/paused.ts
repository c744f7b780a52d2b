/** Why somebody who was paused may do nothing: by whom, the reason that was given, if any, and since when (epoch milliseconds). */
export type Paused = { by: { id: string; name: string | null }; reason: string | null; since: number };

/** The human who answers for an agent or a system, as they stand now. */
export type Behind = { id: string; name: string; status: 'active' | 'paused' | 'retired'; role: string };

/** Whether somebody can answer for others: whoever may do nothing, or only what was shared with them, lends nothing. */
export const answersFor = ({ status, role }: Pick<Behind, 'status' | 'role'>): boolean =>
  status === 'active' && role !== 'guest';

export const explainPause = ({ by, reason, since }: Paused) => ({ by, reason, since: new Date(since).toISOString() });
