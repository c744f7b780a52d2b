import { z } from 'zod';
import { listIntakes } from '../../store/intakes.ts';
import { query } from '../define.ts';
import { pageOf } from '../resources/basics.ts';
import { exampleIntake, intakeResource, showIntake } from './resource.ts';

export default query({
  name: 'intake.list',
  summary: 'What each team takes in from outside, and on what terms.',
  http: 'GET /v1/intakes',
  input: z.object({}),
  output: pageOf(intakeResource),
  needs: { action: 'workspace.read' },
  refuses: [],
  example: { input: {}, output: { items: [exampleIntake], next: null } },

  handle: async ({ connection }) => ({
    items: (await listIntakes(connection, { listed: false })).map(showIntake),
    next: null,
  }),
});
