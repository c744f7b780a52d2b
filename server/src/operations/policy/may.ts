import { z } from 'zod';
import { type Facts, authorise } from '../../domain/authority.ts';
import { stillNeeded } from '../../domain/policy/approvers.ts';
import { VERIFY } from '../../domain/policy/base-rules.ts';
import { compile, judge } from '../../domain/policy/judge.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import type { Participant } from '../../store/people.ts';
import { livePolicies } from '../../store/policies.ts';
import type { QueryContext } from '../context.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { gather } from '../gather.ts';
import { itemFacts, loadItemWithPeople } from '../item-facts.ts';
import { requireParticipant } from '../references.ts';
import { id, idOrKey } from '../resources/basics.ts';
import { loadStanding } from '../standing.ts';

const output = z
  .object({
    decision: z.enum(['allow', 'approve', 'forbid']),
    standing: z.string().describe('By what standing they may at all, or who else may.'),
    rules: z.array(z.object({ id: z.string(), because: z.string() })).describe('The rules that decide, if any do.'),
    approvals: z
      .array(
        z.object({
          rule: z.string(),
          count: z.int(),
          approvers: z.array(z.object({ id, name: z.string() })),
        }),
      )
      .describe('All of them are needed. Nobody approves what they ask for or work on.'),
  })
  .meta({ id: 'MayAnswer', description: 'Whether somebody may do something, and why.' });

export default query({
  name: 'policy.may',
  summary: 'Ask whether somebody may do something with an item, why, and who would have to approve it.',
  http: 'GET /v1/policy/may',
  input: z.object({
    who: z.string().min(1).max(254).default('me').describe('A participant by id, name, e-mail address, or `me`.'),
    action: z.string().max(80).describe('An operation, such as `run.deliver`.'),
    item: idOrKey.optional(),
  }),
  output,
  needs: { action: 'policy.read' },
  refuses: ['not_found', 'unknown_reference', 'invalid_input'],
  example: {
    input: { who: ids.bot, action: 'run.deliver', item: 'OPS-12' },
    output: {
      decision: 'approve',
      standing: 'base: executor may run.report',
      rules: [{ id: 'irreversible-needs-the-owner', because: 'A wrong result of this work cannot be undone.' }],
      approvals: [{ rule: 'irreversible-needs-the-owner', count: 1, approvers: [{ id: ids.ana, name: 'Ana' }] }],
    },
  },

  async handle(context, { who, action, item: named }) {
    const { connection, actor } = context;
    const found = await gather({
      who: requireParticipant(connection, 'who', who, actor),
      item: named === undefined ? null : loadItemWithPeople(connection, named),
      asked: findOperation(action),
    });
    if (isRefusal(found)) return found;
    const facts = found.item ? itemFacts(found.item) : { subject: found.who.id, subjectSponsor: found.who.sponsor };
    const authority = authorise(found.who, found.asked.action, facts);
    if (isRefusal(authority)) {
      const allowed = Array.isArray(authority['allowed']) ? authority['allowed'].join(', ') : authority.refused;
      return { decision: 'forbid' as const, standing: `allowed to: ${allowed}`, rules: [], approvals: [] };
    }
    return { standing: authority.rule, ...(await rulesOn(context, { ...found, action, facts })) };
  },
});

type Asked = { who: Participant; action: string; facts: Facts };

/** What the rules say, with those who would have to approve. */
async function rulesOn({ connection }: QueryContext, { who, action, facts }: Asked) {
  const work = facts.work ?? null;
  const policy = compile(await livePolicies(connection));
  const { decision, rules, needs } = judge(policy, { acts: [action], actor: who, work });
  const { standing, concerned, nameOf } = await loadStanding(connection, { work, needs, requester: who });
  const approvals = stillNeeded(needs, standing, { concerned, given: [] }).map(({ rule, count, approvers }) => ({
    rule,
    count,
    approvers: approvers.map((one) => ({ id: one, name: nameOf(one) })),
  }));
  return { decision, rules: [...rules], approvals };
}

/** The action that standing is judged on: reading, for what is only asked. */
async function findOperation(name: string) {
  if (name === VERIFY) return { action: 'request.verify' as const };
  // Imported when it is asked for: the registry itself lists the operation that asks.
  const { operations } = await import('../registry.ts');
  const operation = operations.find((one) => one.name === name && !one.internal);
  return operation
    ? { action: operation.needs.action }
    : (refuse('unknown_reference', { field: 'action', operation: name }) satisfies Refusal);
}
