import type { z } from 'zod';
import type { Actor } from '../../domain/authority.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import type { Connection } from '../../store/database.ts';
import { findItem } from '../../store/items.ts';
import { type StoredWebhook, findWebhook } from '../../store/webhooks.ts';
import { gather } from '../gather.ts';
import { problemOfAddress } from '../outbound/problem-of-address.ts';
import { requireParticipant, requireTeam } from '../references.ts';
import type { filter } from './fields.ts';

/** The webhook in the path. */
export async function requireWebhook(connection: Connection, id: string): Promise<StoredWebhook | Refusal> {
  return (await findWebhook(connection, id)) ?? refuse('not_found', { field: 'id', webhook: id });
}

export const refuseVersion = (ifMatch: number | null, { version }: { version: number }): Refusal | null =>
  ifMatch === null || ifMatch === version ? null : refuse('version_conflict', { version });

export function refuseAddress(url: string | undefined, privateHosts: readonly string[] | undefined): Refusal | null {
  const problem = url === undefined ? null : problemOfAddress(url, privateHosts);
  return problem ? refuse('invalid_input', { errors: [{ field: 'url', problem }] }) : null;
}

type Ids = { team?: string | null; item?: string | null; actor?: string | null };

/** The ids of what a filter names; what it does not say is left out. */
export async function resolveFilter(
  connection: Connection,
  { team, item, actor }: z.output<typeof filter>,
  asking: Actor,
): Promise<Ids | Refusal> {
  const found = await gather({
    team: team ? requireTeam(connection, team, []) : null,
    item: item ? findItem(connection, item) : null,
    actor: actor ? requireParticipant(connection, 'actor', actor, asking) : null,
  });
  if (isRefusal(found)) return { ...found, field: `filter.${String(found['field'])}` };
  if (item && !found.item) return refuse('unknown_reference', { field: 'filter.item', item });
  return {
    ...(team !== undefined && { team: found.team?.id ?? null }),
    ...(item !== undefined && { item: found.item?.id ?? null }),
    ...(actor !== undefined && { actor: found.actor?.id ?? null }),
  };
}
