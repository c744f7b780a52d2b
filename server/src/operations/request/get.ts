import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { findRequest } from '../../store/requests.ts';
import { query } from '../define.ts';
import { exampleRequest, ids } from '../examples.ts';
import { id } from '../resources/basics.ts';
import { requestResource, showRequest } from '../resources/request.ts';

export default query({
  name: 'request.get',
  summary: 'Read one request.',
  http: 'GET /v1/requests/{id}',
  input: z.object({ id }),
  output: requestResource,
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: { input: { id: ids.request }, output: exampleRequest },

  async handle({ connection }, input) {
    const request = await findRequest(connection, input.id);
    return request ? showRequest(request) : refuse('not_found', { field: 'id', request: input.id });
  },
});
