import { z } from 'zod';
import { baseRules } from '../../domain/policy/base-rules.ts';
import { rule } from '../../domain/policy/rule.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { query } from '../define.ts';
import { examplePolicy, place, policyVersion, showPolicy } from '../resources/policy.ts';
import { currentPolicy, requirePlace } from './place.ts';

export default query({
  name: 'policy.get',
  summary: 'Read the rules in force: the base rules, which always count, and those made here.',
  http: 'GET /v1/policy',
  input: z.object(place),
  output: policyVersion
    .extend({ base: z.array(rule).describe('The rules that every workspace has; others can only narrow them.') })
    .meta({ id: 'PolicyInForce' }),
  needs: { action: 'policy.read' },
  refuses: ['unknown_reference', 'invalid_input'],
  example: { input: {}, output: { ...examplePolicy, base: baseRules.slice(0, 1).map((one) => ({ ...one })) } },

  async handle({ connection }, named) {
    const found = await requirePlace(connection, named);
    if (isRefusal(found)) return found;
    const policy = await currentPolicy(connection, found);
    const none = { ...found, version: 0, rules: [], by: null, at: null, note: null };
    return { ...(policy ? showPolicy(policy) : none), base: [...baseRules] };
  },
});
