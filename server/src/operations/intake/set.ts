import { z } from 'zod';
import { line } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { findIntake, saveIntake } from '../../store/intakes.ts';
import { command } from '../define.ts';
import { gather } from '../gather.ts';
import { requireOwner } from '../references.ts';
import { requireCurrency } from '../require-currency.ts';
import { iso } from '../resources/basics.ts';
import * as team from '../team/fields.ts';
import { requirePathTeam, teamFacts } from '../team/references.ts';
import { exampleIntake, firstContract, intakeResource, showIntake } from './resource.ts';

export default command({
  name: 'intake.set',
  summary: 'Say what a team takes in from outside, what new work begins with, and whether it is committed at once.',
  http: 'PUT /v1/teams/{id}/intake',
  input: z.object({
    id: team.team,
    description: line(2_000).describe('What the team does for others.'),
    tags: z.array(line(limits.labelLength)).max(50).default([]),
    examples: z.array(line(limits.titleLength)).max(20).default([]),
    takes: z.boolean().default(true).describe('Whether agents elsewhere may send it work.'),
    listed: z.boolean().default(false).describe('Whether those who have not signed in may read of it.'),
    commits: z
      .boolean()
      .default(false)
      .describe('Whether work that the contract and the message make ready is committed at once, without triage.'),
    contract: firstContract.default({}).describe('What new work begins with.'),
  }),
  output: intakeResource,
  needs: {
    action: 'intake.set',
    facts: teamFacts,
  },
  refuses: ['not_found', 'unknown_reference', 'not_active', 'wrong_currency'],
  example: {
    input: {
      id: 'OPS',
      description: exampleIntake.description,
      tags: exampleIntake.tags,
      examples: exampleIntake.examples,
      listed: true,
      contract: { priority: 2, risk: 'medium' },
    },
    output: exampleIntake,
  },

  async load({ connection, actor }, { id, contract }) {
    const found = await gather({
      team: requirePathTeam(connection, id),
      money: requireCurrency(connection, contract.budget ?? undefined),
      owner: contract.owner === undefined ? null : requireOwner(connection, contract.owner, actor, null),
    });
    if (isRefusal(found)) return found;
    return { team: found.team, owner: found.owner, before: await findIntake(connection, found.team.id) };
  },

  decide({ actor, changes, connection, now }, { team: of, owner, before }, { id: _, contract: said, ...rest }) {
    const contract = owner === null ? said : { ...said, owner };
    const intake = { team: of.id, ...rest, contract, version: (before?.version ?? 0) + 1 };
    changes.fact(
      { type: 'intake.set', data: { ...rest, contract } },
      { subject: of.id },
      saveIntake(connection, intake, { id: actor.id, at: iso(now) }),
    );
    return showIntake({ team: of.id, key: of.key, name: of.name, lead: of.lead, intake });
  },
});
