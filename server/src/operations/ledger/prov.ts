import { z } from 'zod';
import { dateTime } from '../../domain/contract.ts';
import { refuse } from '../../domain/refusals.ts';
import { completeIndex, listEntries } from '../../store/ledger-index.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { MOST_FACTS, exampleProv, provDocument, showProv } from '../resources/prov.ts';

export default query({
  name: 'ledger.prov',
  summary: `The provenance of everything in a period as W3C PROV-JSON, of up to ${MOST_FACTS} facts.`,
  http: 'GET /v1/ledger/prov',
  input: z.object({
    from: dateTime.describe('Its first moment.'),
    until: dateTime.describe('Its last moment.'),
  }),
  output: provDocument,
  needs: { action: 'ledger.read' },
  refuses: ['too_many_facts'],
  example: { input: { from: ids.at, until: ids.at }, output: exampleProv },

  async handle({ connection }, { from, until }) {
    await completeIndex(connection);
    const period = { order: 'oldest' as const, after: null, from, until };
    const rows = await listEntries(connection, { ...period, limit: MOST_FACTS + 1 });
    return rows.length > MOST_FACTS
      ? refuse('too_many_facts', { field: 'from', limit: MOST_FACTS })
      : showProv(connection.workspace, rows);
  },
});
