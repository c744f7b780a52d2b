import { z } from 'zod';
import { compile } from '../../domain/policy/judge.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { livePolicies } from '../../store/policies.ts';
import { briefResource, loadBrief } from '../brief.ts';
import { query } from '../define.ts';
import { exampleBrief } from '../examples.ts';
import { requireItem } from '../references.ts';
import { idOrKey } from '../resources/basics.ts';

export default query({
  name: 'item.brief',
  summary: 'Everything that an executor needs to do the work, in one answer.',
  http: 'GET /v1/items/{id}/brief',
  input: z.object({ id: idOrKey }),
  output: briefResource,
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { id: 'OPS-12' }, output: exampleBrief },

  async handle({ connection, actor }, { id }) {
    const item = await requireItem(connection, id);
    if (isRefusal(item)) return item;
    const policy = compile(await livePolicies(connection));
    return (await loadBrief(connection, item, { actor, policy })) as z.input<typeof briefResource>;
  },
});
