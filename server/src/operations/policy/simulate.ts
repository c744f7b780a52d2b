import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { compile } from '../../domain/policy/judge.ts';
import type { DecisionPoint, Uncovered } from '../../domain/policy/recorded.ts';
import { createSimulation } from '../../domain/policy/simulate.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import { completeIndex } from '../../store/ledger-index.ts';
import { type Place, livePolicies } from '../../store/policies.ts';
import { placeBefore } from '../../store/recorded.ts';
import type { CommandContext } from '../context.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { id, instant, iso } from '../resources/basics.ts';
import { examplePolicy, place, policyRules } from '../resources/policy.ts';
import { requirePlace } from './place.ts';
import { knownActs, refuseUnsound } from './refuse-unsound.ts';
import { replayDecisions } from './replay-decisions.ts';

const decided = z.enum(['allow', 'hold', 'forbid']);
const tally = z.object({ allow: z.int(), hold: z.int(), forbid: z.int() });
const DAY_MS = 86_400_000;

/** Why some of what was recorded is not judged again, in words. */
const reasons: Record<Uncovered | 'too many', string> = {
  'work unknown': 'The ledger does not tell what the work was like then.',
  'other refusal': 'It was refused by who they are to it, not by a rule, so no rule would let it happen.',
  'counted only': 'The same attempt was repeated; the ledger tells only how often.',
  'too many': `Only the newest ${limits.simulated.toLocaleString('en')} facts of the period are replayed.`,
};

const output = z
  .object({
    period: z.object({ from: instant, until: instant }),
    decisions: z.object({ seen: z.int(), was: tally, would: tally }).describe('As they were, and by the draft.'),
    changes: z
      .array(
        z.object({
          rule: z.string(),
          from: decided,
          to: decided,
          count: z.int(),
          examples: z.array(
            z.object({
              event: id,
              at: instant,
              actor: id,
              operation: z.string(),
              item: z.string().nullable().describe('A key.'),
              because: z.string(),
            }),
          ),
        }),
      )
      .describe(
        'What would differ, by the rule that makes it differ, with up to five examples; the most frequent first.',
      ),
    notCovered: z.array(z.object({ why: z.string(), count: z.int() })),
  })
  .meta({ id: 'PolicySimulation', description: 'What a draft of rules would have made of past decisions.' });

type Loaded = { found: Place | Refusal };

export default command({
  name: 'policy.simulate',
  summary: 'Replay the decisions of some days against a draft of rules, and see what would have been different.',
  http: 'POST /v1/policy/simulate',
  input: z.object({
    ...place,
    rules: policyRules.describe('The draft: all rules of this scope.'),
    days: z.int().min(1).max(366).default(30).describe('How many days back.'),
  }),
  output,
  needs: { action: 'policy.simulate' },
  refuses: ['unknown_reference', 'policy_unsound', 'invalid_input', 'busy'],
  example: {
    input: { rules: examplePolicy.rules, days: 30 },
    output: {
      period: { from: ids.at, until: ids.at },
      decisions: { seen: 2, was: { allow: 2, hold: 0, forbid: 0 }, would: { allow: 1, hold: 1, forbid: 0 } },
      changes: [
        {
          rule: 'expensive-needs-an-admin',
          from: 'allow',
          to: 'hold',
          count: 1,
          examples: [
            {
              event: ids.request,
              at: ids.at,
              actor: ids.bot,
              operation: 'run.deliver',
              item: 'OPS-12',
              because: 'So much money is not spent without an admin.',
            },
          ],
        },
      ],
      notCovered: [],
    },
  },

  // Nothing is read before it is known that they may: replaying is work.
  load: async ({ connection }, { rules: _, days: __, ...named }): Promise<Loaded> => ({
    found: await requirePlace(connection, named),
  }),

  async decide(context, { found }, { rules, days }) {
    if (isRefusal(found)) return found;
    const { workspace } = context.connection;
    if (running.has(workspace)) return refuse('busy', { retryAfter: 1 });
    running.add(workspace);
    try {
      const unsound = await refuseUnsound(context.connection, { ...found, rules });
      return unsound ?? (await simulate(context, { ...found, rules }, days));
    } finally {
      running.delete(workspace);
    }
  },
});

/** One at a time in a workspace: each holds a connection for seconds. */
const running = new Set<string>();

type Draft = Place & { rules: z.output<typeof policyRules> };

async function simulate({ connection, now }: CommandContext, draft: Draft, days: number) {
  await completeIndex(connection);
  const from = iso(now - days * DAY_MS);
  const { after, size, isCut } = await placeBefore(connection, { from, most: limits.simulated });
  const others = (await livePolicies(connection)).filter(
    (one) => one.scope !== draft.scope || one.target !== draft.target,
  );
  const simulation = createSimulation(compile([...others, draft]));
  const left = new Map<string, number>();
  const skip = (why: Uncovered) => void left.set(reasons[why], (left.get(reasons[why]) ?? 0) + 1);
  const take = (point: DecisionPoint) => simulation.take(point);
  await replayDecisions(connection, { after, upTo: size, judged: await knownActs(), take, skip });
  if (isCut) left.set(reasons['too many'], 1);
  const { was, would, changes } = simulation.result();
  return {
    period: { from, until: iso(now) },
    decisions: { seen: was.allow + was.hold + was.forbid, was, would },
    changes,
    notCovered: [...left].map(([why, count]) => ({ why, count })),
  };
}
