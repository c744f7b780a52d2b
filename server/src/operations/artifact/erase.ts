import { z } from 'zod';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import { dueArtifacts, eraseArtifact, isArtifact, lockHolds, readRetention } from '../../store/retention.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { iso } from '../resources/basics.ts';

type Loaded = { due: { sha256: string; days: number } | null };

const DAY_MS = 86_400_000;

export default command({
  name: 'artifact.erase',
  summary: 'Erase the content of an artifact whose time is over; its hash, name and facts stay.',
  http: 'POST /v1/artifacts/{id}/erase',
  internal: true,
  locks: true,
  input: z.object({ id: z.string().max(64).describe('The SHA-256.') }),
  output: null,
  needs: { action: 'job.run' },
  refuses: ['not_found'],
  example: { input: { id: ids.artifact }, output: null },

  /** It is looked at again under the lock: a hold may have been placed since it was due. */
  async load({ connection, now }, { id: sha256 }): Promise<Loaded | Refusal> {
    if (!(await isArtifact(connection, sha256))) return refuse('not_found', { field: 'id', artifact: sha256 });
    await lockHolds(connection);
    const { artifacts: days } = await readRetention(connection);
    if (days === null) return { due: null };
    const [found] = await dueArtifacts(connection, { endedBefore: iso(now - days * DAY_MS), sha256, limit: 1 });
    return { due: found ? { sha256: found.id, days } : null };
  },

  decide({ changes, connection, now }, { due }) {
    if (due) changes.fact({ type: 'artifact.erased', data: due }, {}, eraseArtifact(connection, due.sha256, now));
    return null;
  },
});
