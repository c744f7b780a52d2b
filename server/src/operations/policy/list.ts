import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { policyVersions } from '../../store/policies.ts';
import { query } from '../define.ts';
import { cut, page, pageOf } from '../resources/basics.ts';
import { examplePolicy, place, policyVersion, showPolicy } from '../resources/policy.ts';
import { requirePlace } from './place.ts';

export default query({
  name: 'policy.list',
  summary: 'List the versions that the rules of the workspace, a team, a type of work or an item had, newest first.',
  http: 'GET /v1/policy/versions',
  input: z.object({ ...place, ...page }),
  output: pageOf(policyVersion),
  needs: { action: 'policy.read' },
  refuses: ['unknown_reference', 'invalid_input'],
  example: { input: {}, output: { items: [examplePolicy], next: null } },

  async handle({ connection }, { limit, cursor, ...named }) {
    if (cursor !== undefined && !/^\d{1,9}$/.test(cursor))
      return refuse('invalid_input', { errors: [{ field: 'cursor', problem: 'is not from a page of this list' }] });
    const found = await requirePlace(connection, named);
    if (isRefusal(found)) return found;
    const before = cursor === undefined ? undefined : Number(cursor);
    const rows = await policyVersions(connection, found, { before, limit: limit + 1 });
    return cut(rows.map(showPolicy), limit, ({ version }) => String(version));
  },
});
