import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { lockPeople } from '../../store/people.ts';
import { type Place, type StoredPolicy, insertPolicy } from '../../store/policies.ts';
import { command } from '../define.ts';
import { examplePolicy, place, policyRules, policyVersion, showPolicy } from '../resources/policy.ts';
import { currentPolicy, requirePlace } from './place.ts';
import { refuseUnsound } from './refuse-unsound.ts';

type Loaded = { place: Place; before: StoredPolicy | null; unsound: Refusal | null };

export default command({
  name: 'policy.update',
  summary: 'Make a new version of the rules of the workspace, a team, a type of work or an item; it counts at once.',
  http: 'PUT /v1/policy',
  locks: true,
  wantsVersion: true,
  input: z.object({
    ...place,
    rules: policyRules.describe('All of them: what is left out is no longer in force. Their order never matters.'),
    note: z.string().trim().max(limits.reasonLength).optional().describe('Why, for whoever reads the versions.'),
  }),
  output: policyVersion,
  needs: { action: 'policy.update' },
  refuses: ['unknown_reference', 'version_conflict', 'precondition_required', 'policy_unsound', 'invalid_input'],
  example: {
    input: { rules: examplePolicy.rules, note: 'The audit asked for it.' },
    output: { ...examplePolicy, version: 2, note: 'The audit asked for it.' },
  },

  async load({ connection }, { rules, note: _, ...named }): Promise<Loaded | Refusal> {
    // Rules of two scopes that are each sound could together shut everybody out, so one is made at a time.
    await lockPeople(connection);
    const found = await requirePlace(connection, named);
    if (isRefusal(found)) return found;
    const before = await currentPolicy(connection, found);
    const unsound = await refuseUnsound(connection, { ...found, rules: rules });
    return { place: found, before, unsound };
  },

  decide({ actor, changes, connection, ifMatch, now }, loaded, { rules, note = null }) {
    const version = loaded.before?.version ?? 0;
    if (ifMatch !== null && ifMatch !== version) return refuse('version_conflict', { version });
    if (loaded.unsound) return loaded.unsound;
    const after = { ...loaded.place, version: version + 1, rules: rules, by: actor.id, at: now, note };
    const { by: _, at: __, ...data } = after;
    const subject = after.scope === 'team' || after.scope === 'item' ? after.target : null;
    changes.fact({ type: 'policy.updated', data }, { subject }, insertPolicy(connection, after));
    changes.forgetParticipants();
    return showPolicy(after);
  },
});
