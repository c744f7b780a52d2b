import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { mintSecret } from '../../domain/webhook/sign.ts';
import { insertHook, listHooks, lockHooks, sealHookSecret } from '../../store/hooks.ts';
import { command } from '../define.ts';
import { gather } from '../gather.ts';
import { refuseCoact } from '../participant/subject.ts';
import { requireParticipant, requireTeam } from '../references.ts';
import { hookResource, showHook } from '../resources/hook.ts';
import { exampleSecret } from '../webhook/fields.ts';
import * as fields from './fields.ts';

export default command({
  name: 'hook.create',
  summary: 'Make an address at which another system tells of work, of checks, or that its work is finished.',
  http: 'POST /v1/hooks',
  status: 201,
  locks: true,
  input: z.object({
    name: fields.name,
    form: z
      .enum(['generic', 'github'])
      .default('generic')
      .describe('`generic`: signed as Standard Webhooks say. `github`: as GitHub sends them.'),
    participant: z.string().min(1).max(200).describe('The system in whose name it acts: an id or name.'),
    allows: fields.allows,
    team: fields.team.nullish(),
    labels: fields.labels.default([]),
    criteria: fields.criteria.default([]),
  }),
  output: hookResource.extend({ secret: fields.secret }),
  secrets: ['secret'],
  needs: { action: 'hook.manage' },
  refuses: ['unknown_reference', 'not_active', 'limit_reached', 'invalid_input'],
  example: {
    input: {
      name: 'GitHub of the web team',
      form: 'github',
      participant: 'ci',
      allows: ['intake', 'check'],
      team: 'OPS',
      criteria: [{ check: 'build', criterion: 'It is built' }],
    },
    output: { ...fields.exampleHook, secret: exampleSecret },
  },

  async load({ connection, actor }, { participant, team }) {
    await lockHooks(connection);
    if ((await listHooks(connection)).length >= limits.webhooks)
      return refuse('limit_reached', { limit: limits.webhooks });
    const found = await gather({
      system: requireParticipant(connection, 'participant', participant, actor),
      team: team ? requireTeam(connection, team, []) : null,
    });
    if (isRefusal(found)) return found;
    const { id, kind, status } = found.system;
    if (kind !== 'system' || refuseCoact(found.system, 'hook.create'))
      return refuse('invalid_input', {
        errors: [{ field: 'participant', problem: 'must be a system of yours: people and agents act by themselves' }],
      });
    return status === 'active' ? found : refuse('not_active', { participant: id, status });
  },

  decide({ actor, connection, changes, ids, now, server }, { system, team }, { participant: _, team: __, ...said }) {
    const data = { id: ids.next(), ...said, participant: system.id, team: team?.id ?? null };
    const secret = mintSecret();
    const kept = { secret: sealHookSecret(connection, data.id, secret), previousSecret: null, previousUntil: null };
    const hook = { ...data, ...kept, enabled: true, createdBy: actor.id, version: 1, createdAt: now, updatedAt: now };
    changes.fact({ type: 'hook.created', data }, { subject: data.id }, insertHook(connection, hook));
    return { ...showHook(hook, server), secret };
  },
});
