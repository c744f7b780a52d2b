import { randomUUID } from 'node:crypto';
import { isRefusal } from '../../domain/refusals.ts';
import type { ServerFacts } from '../../operations/context.ts';
import type { Execute } from '../../operations/execute.ts';
import requestRespond from '../../operations/request/respond.ts';
import workClaim from '../../operations/work/claim.ts';
import {
  type Delegation,
  type Held,
  type Waiting,
  adoptRuns,
  findRemote,
  keepDelegation,
  leaseDelegations,
  noteContact,
  noteDelegation,
  renewDelegations,
  waitingForRemotes,
} from '../../store/a2a-remotes.ts';
import type { Database } from '../../store/database.ts';
import { type Bearer, bearerOf, findParticipant } from '../../store/people.ts';
import { lookOften } from '../look-often.ts';
import type { FollowOptions } from './act-for-remote.ts';
import { followRun } from './follow-run.ts';
import { tellOwner } from './tell-owner.ts';

const LOOK_MS = 1_000;
/** How long a run is one server's, which renews it as long as it is at it: so soon another goes on where one died. */
const LEASE_MS = 20_000;
/** Steps at once, and streams beside them. */
const AT_ONCE = 16;
const STREAMS = 200;
/** How long work that could not be taken is left alone. */
const TRIED_MS = 10_000;

export type RemotesOptions = {
  database: Database;
  execute: Execute;
  server: ServerFacts;
  now: () => number;
  log: (message: string, error: unknown) => void;
};

/** A run that is looked after here; `stop` ends its stream, where one is open. */
type Followed = Held & { workspace: string; stop: AbortController | null };

/**
 * Works with agents elsewhere: takes for them what is assigned or handed to them, sends it, and does here what they say. All
 * that is known stands in rows with leases, so any server goes on where another died.
 */
export function runRemotes(options: RemotesOptions) {
  const { database, log, now } = options;
  const underWay = new Map<Promise<void>, Followed>();
  const tried = new Map<string, number>();

  const streams = () => [...underWay.values()].filter(({ stop }) => stop !== null);
  const follow = (workspace: string, delegation: Delegation, lease: string) => {
    const followed: Followed = { workspace, run: delegation.run, lease, stop: null };
    const openStream: FollowOptions['openStream'] = (stop) => {
      if (streams().length >= STREAMS || looking.stopping.aborted) return null;
      followed.stop = stop;
      return () => void (followed.stop = null);
    };
    const following = { workspace, delegation, lease, openStream, signal: looking.stopping };
    const work: Promise<void> = followOne(options, following)
      .catch((error: unknown) => log('a task elsewhere could not be followed; it is tried again', error))
      .finally(() => underWay.delete(work));
    underWay.set(work, followed);
  };
  const look = async (workspace: string) => {
    for (const [item, at] of tried) if (now() - at > TRIED_MS) tried.delete(item);
    const lease = randomUUID();
    const limit = AT_ONCE - (underWay.size - streams().length);
    const held = [...underWay.values()].filter((one) => one.workspace === workspace);
    const { ours, waiting, due } = await database.within(workspace, async (connection) => {
      await adoptRuns(connection, now());
      const renewed = { held, half: now() + LEASE_MS / 2, until: now() + LEASE_MS };
      return {
        ours: held.length > 0 ? await renewDelegations(connection, renewed) : [],
        waiting: await waitingForRemotes(connection, { tried: [...tried.keys()], limit: AT_ONCE }),
        due: limit > 0 ? await leaseDelegations(connection, { lease, now: now(), until: now() + LEASE_MS, limit }) : [],
      };
    });
    // A run that has ended here is followed no longer: the next look tells the agent.
    for (const { run, stop } of held) if (!ours.some((one) => one.run === run)) stop?.abort();
    for (const one of waiting) if (!(await take(options, workspace, one))) tried.set(one.item, now());
    for (const one of due) follow(workspace, one, lease);
  };
  const trouble = 'agents elsewhere could not be looked after; it is tried again';
  const looking = lookOften({ database, every: LOOK_MS, look, log, trouble });
  return {
    async stop() {
      await looking.stop();
      await Promise.all(underWay.keys());
    },
  };
}

async function bearerFor({ database }: RemotesOptions, workspace: string, id: string): Promise<Bearer | null> {
  const participant = await database.within(workspace, (connection) => findParticipant(connection, id));
  return participant && bearerOf(participant);
}

/** Takes work in the name of an agent elsewhere; whatever stands in its way now is tried again while it waits. */
async function take(
  options: RemotesOptions,
  workspace: string,
  { participant, item, handoff }: Waiting,
): Promise<boolean> {
  const bearer = await bearerFor(options, workspace, participant);
  if (!bearer) return false;
  const call = handoff
    ? { operation: requestRespond, input: { id: handoff, accept: true } }
    : { operation: workClaim, input: { item } };
  return !isRefusal(await options.execute({ ...call, workspace, bearer }));
}

type Following = Pick<FollowOptions, 'workspace' | 'openStream'> & {
  delegation: Delegation;
  lease: string;
  signal: AbortSignal;
};

async function followOne(
  options: RemotesOptions,
  { workspace, delegation, lease, openStream, signal }: Following,
): Promise<void> {
  const { database, execute, server, now } = options;
  const within = database.within.bind(database);
  const bearer = await bearerFor(options, workspace, delegation.participant);
  const remote = await within(workspace, (connection) => findRemote(connection, delegation.participant));
  if (!bearer || !remote) {
    const { live, lost: _, ...before } = delegation;
    const later = { ...before, ended: !live, next: now() + TRIED_MS };
    return void (await within(workspace, (connection) => noteDelegation(connection, delegation, lease, later)));
  }
  const keep: FollowOptions['keep'] = (state) =>
    within(workspace, async (connection) => {
      await noteContact(connection, remote, { now: now(), trouble: null });
      return keepDelegation(connection, { run: delegation.run, lease }, state);
    });
  const call = { remote, server, signal };
  const as = { execute, workspace, bearer, call, now, keep, openStream };
  const { trouble, ...noted } = await followRun(as, delegation);
  await within(workspace, async (connection) => {
    await noteDelegation(connection, delegation, lease, noted);
    if (trouble !== undefined && !signal.aborted) await noteContact(connection, remote, { now: now(), trouble });
  });
  const away = trouble ?? remote.trouble;
  if (away && !signal.aborted && (trouble || delegation.lost))
    await tellOwner(as, { delegation, remote, trouble: away });
}
