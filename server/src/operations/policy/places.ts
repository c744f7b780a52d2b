import { z } from 'zod';
import { scopes } from '../../domain/policy/rule.ts';
import { findItems } from '../../store/items.ts';
import { livePolicies } from '../../store/policies.ts';
import { listTeams } from '../../store/teams.ts';
import { query } from '../define.ts';
import { examplePolicy, policyVersion, showPolicy } from '../resources/policy.ts';

const ruled = policyVersion
  .extend({
    label: z.string().nullable().describe('The name of the team, the key of the item, or the type of work.'),
  })
  .meta({ id: 'RuledPlace' });

export default query({
  name: 'policy.places',
  summary: 'List every place that has rules of its own: the workspace, teams, types of work and items.',
  http: 'GET /v1/policy/places',
  input: z.object({}),
  output: z.object({ items: z.array(ruled) }),
  needs: { action: 'policy.read' },
  refuses: [],
  example: { input: {}, output: { items: [{ ...examplePolicy, label: null }] } },

  async handle({ connection }) {
    const policies = (await livePolicies(connection)).toSorted(
      (a, b) => scopes.indexOf(a.scope) - scopes.indexOf(b.scope),
    );
    const about = (scope: string) => policies.flatMap((one) => (one.scope === scope ? (one.target ?? []) : []));
    const [items, teams] = await Promise.all([findItems(connection, about('item')), listTeams(connection)]);
    const names = new Map([
      ...items.map(({ id, key }) => [id, key] as const),
      ...teams.map(({ id, name }) => [id, name] as const),
    ]);
    return {
      items: policies.map((one) => ({
        ...showPolicy(one),
        label: one.scope === 'type' ? one.target : (names.get(one.target ?? '') ?? null),
      })),
    };
  },
});
