import { z } from 'zod';
import { isSame } from '../../domain/is-same.ts';
import { type StoredHook, updateHook } from '../../store/hooks.ts';
import { command } from '../define.ts';
import { gather } from '../gather.ts';
import { requireTeam } from '../references.ts';
import { id } from '../resources/basics.ts';
import { hookResource, showHook } from '../resources/hook.ts';
import { refuseVersion } from '../webhook/references.ts';
import * as fields from './fields.ts';
import { requireHook } from './require-hook.ts';

export default command({
  name: 'hook.update',
  summary: 'Change what may be told at an address, or close it for a time.',
  http: 'PATCH /v1/hooks/{id}',
  wantsVersion: true,
  input: z.object({
    id,
    name: fields.name.optional(),
    allows: fields.allows.optional(),
    team: fields.team.nullable().optional(),
    labels: fields.labels.optional(),
    criteria: fields.criteria.optional(),
    enabled: z.boolean().optional(),
  }),
  output: hookResource,
  needs: { action: 'hook.manage' },
  refuses: ['not_found', 'unknown_reference', 'version_conflict'],
  example: {
    input: { id: fields.exampleHook.id, enabled: false },
    output: { ...fields.exampleHook, enabled: false, version: 2 },
  },

  async load({ connection }, { id: named, team }) {
    return gather({ hook: requireHook(connection, named), team: team ? requireTeam(connection, team, []) : null });
  },

  decide({ connection, changes, ifMatch, now, server }, { hook, team }, { id: _, team: said, ...others }) {
    const refused = refuseVersion(ifMatch, hook);
    if (refused) return refused;
    const patch = differing(hook, { ...others, ...(said !== undefined && { team: team?.id ?? null }) });
    if (Object.keys(patch).length === 0) return showHook(hook, server);
    const after = { ...hook, ...patch, updatedAt: now };
    changes.fact(
      { type: 'hook.updated', data: { id: hook.id, ...patch } },
      { subject: hook.id },
      updateHook(connection, hook, after),
    );
    return showHook({ ...after, version: hook.version + 1 }, server);
  },
});

type Said = { [Field in keyof StoredHook]?: StoredHook[Field] | undefined };

/** What was said and is not so already. */
const differing = (hook: StoredHook, said: Said) =>
  Object.fromEntries(
    Object.entries(said).filter(
      ([field, value]) => value !== undefined && !isSame(value, hook[field as keyof StoredHook]),
    ),
  ) as Partial<StoredHook>;
