import { z } from 'zod';
import { compile } from '../../domain/policy/judge.ts';
import { fitBrief } from '../../domain/fit-brief.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { livePolicies } from '../../store/policies.ts';
import { briefResource, loadBrief, maxTokens } from '../brief.ts';
import { query } from '../define.ts';
import { exampleBrief } from '../examples.ts';
import { requireItem } from '../references.ts';
import { idOrKey } from '../resources/basics.ts';

export default query({
  name: 'item.brief',
  summary: 'Everything that an executor needs to do the work, in one answer.',
  http: 'GET /v1/items/{id}/brief',
  input: z.object({ id: idOrKey, maxTokens }),
  output: briefResource,
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { id: 'OPS-12' }, output: exampleBrief },

  async handle({ connection, actor }, { id, maxTokens: most }) {
    const item = await requireItem(connection, id);
    if (isRefusal(item)) return item;
    const policy = compile(await livePolicies(connection));
    const brief = await loadBrief(connection, item, { actor, policy });
    return fitBrief(brief, most ?? Infinity) as z.input<typeof briefResource>;
  },
});
