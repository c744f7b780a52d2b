import { randomUUID } from 'node:crypto';
import type { ServerFacts } from '../../operations/context.ts';
import type { Execute } from '../../operations/execute.ts';
import requestRespond from '../../operations/request/respond.ts';
import workClaim from '../../operations/work/claim.ts';
import {
  type Delegation,
  type Waiting,
  adoptRuns,
  findRemote,
  leaseDelegations,
  noteDelegation,
  waitingForRemotes,
} from '../../store/a2a-remotes.ts';
import type { Database } from '../../store/database.ts';
import { type Bearer, findParticipant } from '../../store/people.ts';
import { sql } from '../../store/sql.ts';
import { followRun } from './follow-run.ts';

const LOOK_MS = 1_000;
/** How long a step is one server's: several calls of ten seconds each. */
const LEASE_MS = 60_000;
const AT_ONCE = 16;

export type RemotesOptions = {
  database: Database;
  execute: Execute;
  server: ServerFacts;
  now: () => number;
  log: (message: string, error: unknown) => void;
};

/**
 * Works with agents elsewhere: takes for them what is assigned or handed to them, sends it, and does here what they say. All
 * that is known stands in rows with leases, so any server goes on where another died.
 */
export function runRemotes(options: RemotesOptions) {
  const { database, log } = options;
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let round: Promise<void> | null = null;
  const follow = (workspace: string, delegation: Delegation, lease: string) => {
    const work: Promise<void> = followOne(options, { workspace, delegation, lease, signal: stopping.signal })
      .catch((error: unknown) => log('a task elsewhere could not be followed; it is tried again', error))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  };
  const look = async (workspace: string) => {
    const lease = randomUUID();
    const limit = AT_ONCE - underWay.size;
    const { waiting, due } = await database.within(workspace, async (connection) => {
      await adoptRuns(connection, options.now());
      const asked = { lease, now: options.now(), until: options.now() + LEASE_MS, limit };
      return {
        waiting: await waitingForRemotes(connection, AT_ONCE),
        due: limit > 0 ? await leaseDelegations(connection, asked) : [],
      };
    });
    for (const one of waiting) await take(options, workspace, one);
    for (const one of due) follow(workspace, one, lease);
  };
  const lookAll = async () => {
    const workspaces = await database.global<{ id: string }>(sql`select id from workspaces`);
    for (const { id } of workspaces) if (!stopping.signal.aborted) await look(id);
  };
  const timer = setInterval(() => {
    round ??= lookAll()
      .catch((error: unknown) => log('agents elsewhere could not be looked after; it is tried again', error))
      .finally(() => (round = null));
  }, LOOK_MS);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await round;
      await Promise.all(underWay);
    },
  };
}

async function bearerFor({ database }: RemotesOptions, workspace: string, id: string): Promise<Bearer | null> {
  const participant = await database.within(workspace, (connection) => findParticipant(connection, id));
  return participant && { ...participant, token: '', purpose: 'token', expiresAt: null };
}

/** Takes work in the name of an agent elsewhere; whatever stands in its way now is tried again while it waits. */
async function take(
  options: RemotesOptions,
  workspace: string,
  { participant, item, handoff }: Waiting,
): Promise<void> {
  const bearer = await bearerFor(options, workspace, participant);
  if (!bearer) return;
  const call = handoff
    ? { operation: requestRespond, input: { id: handoff, accept: true } }
    : { operation: workClaim, input: { item } };
  await options.execute({ ...call, workspace, bearer });
}

type Following = { workspace: string; delegation: Delegation; lease: string; signal: AbortSignal };

async function followOne(options: RemotesOptions, { workspace, delegation, lease, signal }: Following): Promise<void> {
  const { database, execute, server, now } = options;
  const within = database.within.bind(database);
  const bearer = await bearerFor(options, workspace, delegation.participant);
  const remote = await within(workspace, (connection) => findRemote(connection, delegation.participant));
  if (!bearer || !remote) return;
  const call = { remote, server, signal };
  const noted = await followRun({ execute, workspace, bearer, call, now }, delegation);
  await within(workspace, (connection) => noteDelegation(connection, delegation, lease, noted));
}
