import { z } from 'zod';
import { listTeams } from '../../store/teams.ts';
import { sql } from '../../store/sql.ts';
import { ownAbilities } from '../abilities.ts';
import { query } from '../define.ts';
import { exampleParticipant, ids } from '../examples.ts';
import { id } from '../resources/basics.ts';
import { participantResource, showParticipant, showTeam, teamResource } from '../resources/people.ts';

const workspace = z.object({
  id,
  name: z.string(),
  currency: z.string().describe('In which every amount is, after ISO 4217.'),
  sample: z.boolean().describe('Whether the sample is here, which `sample.remove` takes away.'),
});

export default query({
  name: 'me.get',
  summary: 'Read who you are: the participant that your token or session stands for, its teams and its workspace.',
  http: 'GET /v1/me',
  input: z.object({}),
  output: participantResource
    .extend({
      workspace,
      memberOf: z.array(teamResource).describe('The teams that `teams` names.'),
      abilities: z.array(z.string()).describe('The names of the operations that you may use at all.'),
      scopes: z.array(z.string()).nullable().describe('What your token may be used for; null: all that you may.'),
      limitedTo: z.array(id).nullable().describe('The teams that your token is kept to; null: every team.'),
    })
    .meta({ id: 'Me', description: 'A participant as they see themselves.' }),
  needs: { action: 'workspace.read' },
  refuses: [],
  example: {
    input: {},
    output: {
      ...exampleParticipant,
      workspace: { id: ids.item, name: 'Coact', currency: 'USD', sample: false },
      memberOf: [],
      abilities: ['work.claim', 'run.deliver'],
      scopes: null,
      limitedTo: null,
    },
  },

  async handle({ connection, actor }) {
    const named = connection.query<{ id: string; name: string; currency: string; sample: boolean }>(sql`
      select w.id, w.name, w.currency, exists (select from samples s where s.workspace = w.id) as sample
      from workspaces w where w.id = ${connection.workspace}`);
    const [[here], teams, abilities] = await Promise.all([
      named,
      listTeams(connection, { of: actor.id }),
      ownAbilities(actor),
    ]);
    const own = { ...showParticipant(actor), teams: teams.map((team) => team.id) };
    const workspaceHere = here ?? { id: connection.workspace, name: '', currency: '', sample: false };
    const limited = {
      scopes: actor.scopes ? [...actor.scopes] : null,
      limitedTo: actor.limitedTo ? [...actor.limitedTo] : null,
    };
    return { ...own, workspace: workspaceHere, memberOf: teams.map(showTeam), abilities, ...limited };
  },
});
