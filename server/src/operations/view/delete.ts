import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { deleteView } from '../../store/views.ts';
import { command } from '../define.ts';
import { id } from '../resources/basics.ts';
import { exampleView } from './fields.ts';
import { requireView, viewFacts } from './references.ts';

export default command({
  name: 'view.delete',
  summary: 'Delete a saved view; the work that it shows stays as it is.',
  http: 'DELETE /v1/views/{id}',
  input: z.object({ id }),
  output: null,
  needs: { action: 'view.change', facts: viewFacts },
  refuses: ['not_found'],
  example: { input: { id: exampleView.id }, output: null },

  async load({ connection }, { id: named }) {
    const view = await requireView(connection, named);
    return isRefusal(view) ? view : { view };
  },

  decide({ connection, changes }, { view }) {
    const { id: deleted, name } = view;
    changes.fact(
      { type: 'view.deleted', data: { id: deleted, name } },
      { subject: deleted },
      deleteView(connection, view),
    );
    return null;
  },
});
