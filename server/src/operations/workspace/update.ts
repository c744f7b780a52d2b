import { z } from 'zod';
import { currency, line } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { sql } from '../../store/sql.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { id } from '../resources/basics.ts';

const workspace = z
  .object({ id, name: z.string(), currency })
  .meta({ id: 'Workspace', description: 'The organisation itself.' });

const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export default command({
  name: 'workspace.update',
  summary: 'Name the workspace, as people see it on every page, or say in which currency it counts.',
  http: 'PATCH /v1/workspace',
  input: z.object({
    name: line(limits.nameLength).optional(),
    currency: currency
      .refine((code) => codes.has(code), 'is no currency of ISO 4217')
      .optional()
      .describe('After ISO 4217; amounts that are there already are not converted.'),
  }),
  output: workspace,
  needs: { action: 'workspace.update' },
  refuses: [],
  example: {
    input: { name: 'Keller & Daughters' },
    output: { id: ids.item, name: 'Keller & Daughters', currency: 'USD' },
  },

  async load({ connection }) {
    const [here] = await connection.query<{ name: string; currency: string }>(
      sql`select name, currency from workspaces where id = ${connection.workspace}`,
    );
    return { before: here ?? { name: '', currency: '' } };
  },

  decide({ connection, changes }, { before }, { name = before.name, currency: money = before.currency }) {
    const { workspace: own } = connection;
    const changed = name !== before.name || money !== before.currency;
    const written = changed
      ? [
          sql`update workspaces set name = ${name}, currency = ${money}
            where id = ${own} and name = ${before.name} and currency = ${before.currency} returning 1`,
        ]
      : [];
    if (name !== before.name) {
      const data = { name, before: before.name };
      changes.fact({ type: 'workspace.renamed', data }, { subject: own }, ...written.splice(0));
    }
    if (money !== before.currency) {
      const data = { currency: money, before: before.currency };
      changes.fact({ type: 'workspace.currency_set', data }, { subject: own }, ...written.splice(0));
    }
    return { id: own, name, currency: money };
  },
});
