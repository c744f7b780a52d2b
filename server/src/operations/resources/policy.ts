import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { rule, scopes } from '../../domain/policy/rule.ts';
import type { StoredPolicy } from '../../store/policies.ts';
import { ids } from '../examples.ts';
import { id, instant, iso } from './basics.ts';

/** What a set of rules is for, as callers name it. */
export const place = {
  scope: z.enum(scopes).default('workspace').describe('All of the workspace, one team, one type of work, or one item.'),
  target: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Which one: the team or the item by id or key, or the type of work. Not for the workspace.'),
};

export const policyRules = z.array(rule).max(limits.rules);

export const policyVersion = z
  .object({
    scope: z.enum(scopes),
    target: z.string().nullable().describe('The id of the team or item, or the type of work.'),
    version: z.int().describe('0 where no rules were ever made.'),
    rules: z.array(rule),
    by: id.nullable(),
    at: instant.nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Policy', description: 'One version of the rules of the workspace, a team, a type of work or an item.' });

export const showPolicy = ({ at, ...policy }: StoredPolicy): z.input<typeof policyVersion> => ({
  ...policy,
  at: iso(at),
});

export const examplePolicy = {
  scope: 'workspace' as const,
  target: null,
  version: 1,
  rules: [
    {
      id: 'expensive-needs-an-admin',
      when: { action: 'run.deliver', amount: 10_000 },
      then: { approve: { by: ['admin' as const], count: 1 } },
      because: 'So much money is not spent without an admin.',
    },
  ],
  by: ids.ana,
  at: ids.at,
  note: null,
};
