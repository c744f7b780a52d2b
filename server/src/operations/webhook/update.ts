import { z } from 'zod';
import { isSame } from '../../domain/is-same.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { wakeDeliveries } from '../../store/deliveries.ts';
import { type StoredWebhook, standingOf, updateWebhook } from '../../store/webhooks.ts';
import { command } from '../define.ts';
import { gather } from '../gather.ts';
import { id } from '../resources/basics.ts';
import { showWebhook, webhookResource } from '../resources/webhook.ts';
import * as fields from './fields.ts';
import { refuseAddress, refuseVersion, requireWebhook, resolveFilter } from './references.ts';

export default command({
  name: 'webhook.update',
  summary: 'Change a webhook, or switch it off and on: what happened meanwhile is sent then, nothing is lost.',
  http: 'PATCH /v1/webhooks/{id}',
  wantsVersion: true,
  locks: true,
  input: z.object({
    id,
    name: fields.name.optional(),
    url: fields.url.optional(),
    types: fields.types.optional(),
    filter: fields.filter.optional(),
    active: z.boolean().optional().describe('Whether it sends.'),
  }),
  output: webhookResource,
  needs: { action: 'webhook.manage' },
  refuses: ['not_found', 'unknown_reference', 'version_conflict', 'invalid_input'],
  example: {
    input: { id: fields.exampleWebhook.id, types: ['item.'] },
    output: { ...fields.exampleWebhook, types: ['item.'], version: 2 },
  },

  async load({ connection, actor, server }, { id: named, url, filter }) {
    const webhook = await requireWebhook(connection, named);
    if (isRefusal(webhook)) return webhook;
    const unsafe = refuseAddress(url, server.privateHosts);
    if (unsafe) return unsafe;
    return gather({
      webhook,
      filter: resolveFilter(connection, filter ?? {}, actor),
      standing: standingOf(connection, webhook.id),
    });
  },

  decide({ connection, changes, ifMatch, now }, { webhook, filter, standing }, { id: _, filter: __, active, ...said }) {
    const refused = refuseVersion(ifMatch, webhook);
    if (refused) return refused;
    const patch = differing(webhook, { ...said, ...filter, ...switched(webhook, active) });
    if (Object.keys(patch).length === 0) return showWebhook(webhook, standing);
    const after = { ...webhook, ...patch, updatedAt: now };
    const { url, ...told } = patch;
    changes.fact(
      { type: 'webhook.updated', data: { id: webhook.id, ...told, ...(url && { host: new URL(url).host }) } },
      { subject: webhook.id },
      updateWebhook(connection, webhook, after),
    );
    if (patch.status === 'active') changes.also(wakeDeliveries(connection, webhook.id, now), 'any');
    return showWebhook({ ...after, version: webhook.version + 1 }, standing);
  },
});

/** What is switched on begins with a clean slate. */
function switched({ status }: StoredWebhook, active: boolean | undefined): Partial<StoredWebhook> {
  if (active === undefined || active === (status === 'active')) return {};
  return active
    ? { status: 'active', disabledBecause: null, failingSince: null }
    : { status: 'disabled', disabledBecause: 'by_hand' };
}

type Said = { [Field in keyof StoredWebhook]?: StoredWebhook[Field] | undefined };

/** What was said and is not so already. */
const differing = (webhook: StoredWebhook, said: Said) =>
  Object.fromEntries(
    Object.entries(said).filter(
      ([field, value]) => value !== undefined && !isSame(value, webhook[field as keyof StoredWebhook]),
    ),
  ) as Partial<StoredWebhook>;
