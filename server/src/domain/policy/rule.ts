import { z } from 'zod';
import { line, risks } from '../contract.ts';
import { limits } from '../limits.ts';
import { level } from './autonomy.ts';

/** One rule of a policy: when it counts, what follows, and why. */

const act = z
  .string()
  .regex(/^[a-z]+\.([a-z_]+|\*)$/)
  .max(80);
const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1).max(limits.listLength)]);

export const when = z.strictObject({
  action: oneOrMore(act)
    .optional()
    .describe('An operation such as `run.deliver`, a whole area such as `item.*`, or several; any act unless stated.'),
  actorKind: oneOrMore(z.enum(['human', 'agent', 'system'])).optional(),
  autonomy: level.optional().describe('An agent that acts alone at most so far, in work of this type.'),
  skill: line(limits.labelLength).optional().describe('Somebody who has this skill.'),
  team: oneOrMore(z.string().max(100)).optional().describe('Work of these teams, by id.'),
  type: oneOrMore(z.string().max(60)).optional().describe('Work of these types.'),
  risk: z.enum(risks).optional().describe('Work of at least this risk.'),
  priority: z.int().min(0).max(4).optional().describe('Work at least this urgent: 0 is the most urgent.'),
  amount: z
    .number()
    .min(0)
    .optional()
    .describe('Work on which at least so much may be spent, or a decision about at least so much.'),
  decisionKind: oneOrMore(z.string().min(1).max(60)).optional().describe('Decisions of these kinds, such as `vendor`.'),
  reversible: z.boolean().optional().describe('Work whose wrong result can, or cannot, be undone.'),
  external: z.boolean().optional().describe('Work whose result reaches outside: it carries the label `external`.'),
});

export const roles = ['owner', 'sponsor', 'decider', 'lead', 'department_lead', 'admin'] as const;
export const approver = z.union([z.enum(roles), z.strictObject({ participant: z.string().max(64) })]);

export const then = z.union([
  z.enum(['allow', 'forbid']),
  z.strictObject({
    approve: z.strictObject({
      by: z.array(approver).min(1).max(20).describe('Any of these may approve.'),
      count: z.int().min(1).max(20).default(1).describe('How many different people must.'),
    }),
  }),
]);

export const rule = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(80)
      .describe('Small letters, digits and hyphens.'),
    when,
    then: then.describe('`allow`, `forbid`, or who must approve.'),
    because: line(2_000).describe('Shown to whoever meets the rule.'),
  })
  .meta({ id: 'PolicyRule', description: 'When it counts, what follows and why; the most restrictive rule wins.' });

export type When = z.output<typeof when>;
export type Approver = z.output<typeof approver>;
export type Rule = z.output<typeof rule>;

export const scopes = ['workspace', 'team', 'type', 'item'] as const;
/** What a set of rules is for: everything, or the work of a team, of a type, or one item. */
export type Scope = (typeof scopes)[number];
export type RuleSet = { scope: Scope; target: string | null; rules: readonly Rule[] };

export const listed = <T>(one: T | readonly T[] | undefined): readonly T[] =>
  one === undefined ? [] : Array.isArray(one) ? (one as readonly T[]) : [one as T];
