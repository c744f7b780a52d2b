import { z } from 'zod';
import { listTeams } from '../../store/people.ts';
import { sql } from '../../store/sql.ts';
import { query } from '../define.ts';
import { exampleParticipant, ids } from '../examples.ts';
import { id } from '../resources/basics.ts';
import { participantResource, showParticipant, showTeam, teamResource } from '../resources/people.ts';

const workspace = z.object({ id, name: z.string() });

export default query({
  name: 'me.get',
  summary: 'Read who you are: the participant that your token or session stands for, its teams and its workspace.',
  http: 'GET /v1/me',
  input: z.object({}),
  output: participantResource
    .extend({ workspace, memberOf: z.array(teamResource).describe('The teams that `teams` names.') })
    .meta({ id: 'Me', description: 'A participant as they see themselves.' }),
  needs: { action: 'workspace.read' },
  refuses: [],
  example: { input: {}, output: { ...exampleParticipant, workspace: { id: ids.item, name: 'Coact' }, memberOf: [] } },

  async handle({ connection, actor }) {
    const named = connection.query<{ id: string; name: string }>(
      sql`select id, name from workspaces where id = ${connection.workspace}`,
    );
    const [[here], teams] = await Promise.all([named, listTeams(connection, { of: actor.id })]);
    const own = { ...showParticipant(actor), teams: teams.map((team) => team.id) };
    return { ...own, workspace: here ?? { id: connection.workspace, name: '' }, memberOf: teams.map(showTeam) };
  },
});
