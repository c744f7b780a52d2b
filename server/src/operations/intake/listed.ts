import { z } from 'zod';
import { listIntakes } from '../../store/intakes.ts';
import { query } from '../define.ts';
import { pageOf } from '../resources/basics.ts';
import { exampleIntake, intakeResource, showIntake } from './resource.ts';

const listed = intakeResource.pick({ key: true, name: true, description: true, tags: true, examples: true });

export default query({
  name: 'intake.listed',
  summary: 'What teams say to everybody about what they take in: the skills of the public agent card.',
  http: 'GET /v1/intakes/listed',
  open: true,
  input: z.object({}),
  output: pageOf(listed.meta({ id: 'ListedIntake' })),
  needs: { action: 'workspace.read' },
  refuses: [],
  example: { input: {}, output: { items: [listed.parse(exampleIntake)], next: null } },

  async handle({ connection }) {
    const teams = await listIntakes(connection, { listed: true });
    return { items: teams.map((one) => listed.parse(showIntake(one))), next: null };
  },
});
