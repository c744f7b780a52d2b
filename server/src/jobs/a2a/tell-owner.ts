import requestCreate from '../../operations/request/create.ts';
import type { Delegation, Remote } from '../../store/a2a-remotes.ts';
import { type FollowOptions, actForRemote } from './act-for-remote.ts';

/** How long an agent may be away before somebody hears of it. */
const AWAY_MS = 30_000;

type Away = { delegation: Delegation; remote: Remote; trouble: string };

/**
 * Tells whoever answers for the work that an agent elsewhere stays away, and what happens meanwhile: after half a minute, and at
 * the latest when the lease of its run has ended; once a day for each item.
 */
export async function tellOwner(options: FollowOptions, { delegation, remote, trouble }: Away): Promise<void> {
  const { troubleAt } = remote;
  if (!delegation.lost && (troubleAt === null || options.now() - troubleAt < AWAY_MS)) return;
  const input = {
    kind: 'exception',
    item: delegation.item,
    class: 'external',
    severity: 'medium',
    text: `The agent elsewhere cannot be spoken to: ${trouble} It gets no heartbeat, so its lease ends, and the work is offered to it again.`,
    needed: 'See whether it runs and what stands at its address in the settings; or assign the work to somebody else.',
    blocking: false,
  };
  await actForRemote(options, requestCreate, input, `away ${delegation.item}`);
}
