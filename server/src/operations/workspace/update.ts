import { z } from 'zod';
import { line } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { sql } from '../../store/sql.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { id } from '../resources/basics.ts';

const workspace = z.object({ id, name: z.string() }).meta({ id: 'Workspace', description: 'The organisation itself.' });

export default command({
  name: 'workspace.update',
  summary: 'Name the workspace, as people see it on every page.',
  http: 'PATCH /v1/workspace',
  input: z.object({ name: line(limits.nameLength) }),
  output: workspace,
  needs: { action: 'workspace.update' },
  refuses: [],
  example: { input: { name: 'Keller & Daughters' }, output: { id: ids.item, name: 'Keller & Daughters' } },

  async load({ connection }) {
    const [here] = await connection.query<{ name: string }>(
      sql`select name from workspaces where id = ${connection.workspace}`,
    );
    return { before: here?.name ?? '' };
  },

  decide({ connection, changes }, { before }, { name }) {
    const { workspace: own } = connection;
    if (name !== before) {
      const renamed = sql`update workspaces set name = ${name} where id = ${own} and name = ${before} returning 1`;
      changes.fact({ type: 'workspace.renamed', data: { name, before } }, { subject: own }, renamed);
    }
    return { id: own, name };
  },
});
