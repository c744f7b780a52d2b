import { z } from 'zod';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { lockPeople } from '../../store/people.ts';
import { createTeamSequence, findTeam, insertTeam } from '../../store/teams.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { gather } from '../gather.ts';
import { requireHuman } from '../participant/subject.ts';
import { showTeam, teamResource } from '../resources/people.ts';
import * as fields from './fields.ts';
import { requireParentTeam } from './references.ts';

export default command({
  name: 'team.create',
  summary: 'Make a team; its key begins the keys of its items.',
  http: 'POST /v1/teams',
  status: 201,
  locks: true,
  input: z.object({
    name: fields.name,
    key: z
      .string()
      .regex(/^[A-Z][A-Z0-9]{1,9}$/, 'is not a key: two to ten capitals and digits, a capital first')
      .describe('Begins the keys of its items, as OPS in OPS-12; it cannot be changed later.'),
    parent: fields.team.nullish().describe('The larger team that this is a part of.'),
    lead: fields.lead.nullish(),
  }),
  output: teamResource,
  needs: { action: 'team.create' },
  refuses: ['already_exists', 'unknown_reference', 'not_active', 'limit_reached'],
  example: { input: { name: 'Operations', key: 'OPS', lead: ids.ana }, output: fields.exampleTeam },

  async load({ connection, actor }, { key, parent, lead }) {
    await lockPeople(connection);
    const found = await gather({
      holder: findTeam(connection, key),
      parent: parent ? requireParentTeam(connection, parent, null) : null,
      lead: lead ? requireHuman(connection, 'lead', lead, actor) : null,
    });
    if (isRefusal(found)) return found;
    return found.holder
      ? refuse('already_exists', { field: 'key' })
      : { parent: found.parent?.id ?? null, lead: found.lead?.id ?? null };
  },

  decide({ connection, changes, ids, now }, { parent, lead }, { name, key }) {
    const team = { id: ids.next(), key, name, parent, lead, version: 1, createdAt: now };
    changes.fact(
      { type: 'team.created', data: { key, name, parent, lead } },
      { subject: team.id },
      insertTeam(connection, team),
      createTeamSequence(team.id),
    );
    return showTeam(team);
  },
});
