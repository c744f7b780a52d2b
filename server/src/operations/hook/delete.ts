import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { deleteHook } from '../../store/hooks.ts';
import { command } from '../define.ts';
import { id } from '../resources/basics.ts';
import { exampleHook } from './fields.ts';
import { requireHook } from './require-hook.ts';

export default command({
  name: 'hook.delete',
  summary: 'Close an address for good.',
  http: 'DELETE /v1/hooks/{id}',
  input: z.object({ id }),
  output: null,
  needs: { action: 'hook.manage' },
  refuses: ['not_found'],
  example: { input: { id: exampleHook.id }, output: null },

  async load({ connection }, { id: named }) {
    const hook = await requireHook(connection, named);
    return isRefusal(hook) ? hook : { hook };
  },

  decide({ connection, changes }, { hook }) {
    const { id: deleted, name } = hook;
    changes.fact(
      { type: 'hook.deleted', data: { id: deleted, name } },
      { subject: deleted },
      deleteHook(connection, hook),
    );
    return null;
  },
});
