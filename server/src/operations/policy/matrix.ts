import { z } from 'zod';
import { risks } from '../../domain/contract.ts';
import { level, levels } from '../../domain/policy/autonomy.ts';
import { type Policy, compile, judge } from '../../domain/policy/judge.ts';
import { approver } from '../../domain/policy/rule.ts';
import type { Work } from '../../domain/policy/work.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { livePolicies } from '../../store/policies.ts';
import { query } from '../define.ts';
import { gather } from '../gather.ts';
import { requireTeam } from '../references.ts';

/** What agents do, as far as it is told apart: the act, and what is special about the work that it is done on. */
const deeds = {
  claim: { act: 'work.claim', work: {} },
  create: { act: 'item.create', work: {} },
  change: { act: 'item.update', work: {} },
  deliver: { act: 'run.deliver', work: {} },
  deliver_irreversible: { act: 'run.deliver', work: { reversible: false } },
  deliver_external: { act: 'run.deliver', work: { external: true } },
} as const satisfies Record<string, { act: string; work: Partial<Work> }>;
type Deed = keyof typeof deeds;
const deedNames = Object.keys(deeds) as [Deed, ...Deed[]];

const cell = z.object({
  level,
  deed: z.enum(deedNames).describe('What the agent does.'),
  risk: z.enum(risks),
  decision: z.enum(['allow', 'approve', 'forbid']),
  rules: z.array(z.object({ id: z.string(), because: z.string() })).describe('The rules that decide, if any do.'),
  needs: z
    .array(z.object({ rule: z.string(), by: z.array(approver), count: z.int() }))
    .describe('Who must approve; all of them are needed.'),
});

export default query({
  name: 'policy.matrix',
  summary: 'Show what the rules say of agents: by how far one acts alone, what it does, and the risk of the work.',
  http: 'GET /v1/policy/matrix',
  input: z.object({
    team: z.string().min(1).max(100).optional().describe('Of work of this team, by id or key.'),
    type: z.string().trim().min(1).max(60).optional().describe('Of work of this type.'),
  }),
  output: z
    .object({ cells: z.array(cell) })
    .meta({ id: 'PolicyMatrix', description: 'The decision matrix for agents without particular skills.' }),
  needs: { action: 'policy.read' },
  refuses: ['unknown_reference'],
  example: {
    input: { team: 'OPS' },
    output: {
      cells: [
        {
          level: 'reporting',
          deed: 'deliver_irreversible',
          risk: 'high',
          decision: 'approve',
          rules: [{ id: 'irreversible-needs-the-owner', because: 'A wrong result of this work cannot be undone.' }],
          needs: [{ rule: 'irreversible-needs-the-owner', by: ['owner'], count: 1 }],
        },
      ],
    },
  },

  async handle({ connection }, { team: named, type = 'task' }) {
    const found = await gather({
      team: named === undefined ? null : requireTeam(connection, named, []),
      policies: livePolicies(connection),
    });
    if (isRefusal(found)) return found;
    const policy = compile(found.policies);
    const work = { ...anyWork, team: found.team?.id ?? '', type };
    const cells = levels.flatMap((one) =>
      deedNames.flatMap((deed) =>
        risks.map((risk) => judgeCell(policy, { level: one, deed, work: { ...work, risk } })),
      ),
    );
    return { cells };
  },
});

/** Work of which nothing is known but what a cell says. */
const anyWork: Work = {
  id: null,
  key: null,
  team: '',
  type: 'task',
  risk: 'low',
  priority: null,
  amount: 0,
  reversible: true,
  external: false,
  owner: null,
  executor: null,
  run: null,
  state: 'active',
  revision: 0,
  version: 0,
};

type Asked = { level: (typeof levels)[number]; deed: Deed; work: Work };

function judgeCell(policy: Policy, { level: one, deed, work }: Asked) {
  const { act, work: special } = deeds[deed];
  const actor = { kind: 'agent' as const, skills: [], autonomy: { level: one, byType: {}, ceiling: one } };
  const { decision, rules, needs } = judge(policy, { acts: [act], actor, work: { ...work, ...special } });
  return {
    level: one,
    deed,
    risk: work.risk,
    decision,
    rules: [...rules],
    needs: needs.map(({ rule, by, count }) => ({ rule, by: [...by], count })),
  };
}
