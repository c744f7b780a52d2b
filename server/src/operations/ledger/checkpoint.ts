import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { readCheckpoint, readKey } from '../../store/ledger.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { instant, iso } from '../resources/basics.ts';

export default query({
  name: 'ledger.checkpoint',
  summary:
    'The newest signed checkpoint: size and root of the ledger, which anybody can keep and check later ones against.',
  http: 'GET /v1/ledger/checkpoint',
  input: z.object({}),
  output: z
    .object({
      origin: z.string(),
      key: z.string().describe('The verifier key, in the form of C2SP signed notes.'),
      size: z.int(),
      root: z.string().describe('Base64.'),
      note: z.string().describe('The signed note (C2SP tlog-checkpoint).'),
      at: instant,
    })
    .meta({ id: 'Checkpoint', description: 'A signed statement of how long the ledger is and what is in it.' }),
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: {
    input: {},
    output: {
      origin: 'coact/0197a000',
      key: 'coact/0197a000+1a2b3c4d+AbCd',
      size: 42,
      root: 'q83v',
      note: 'coact/0197a000\n42\nq83v\n\n— coact/0197a000 AAAA\n',
      at: ids.at,
    },
  },

  async handle({ connection }) {
    const [checkpoint, key] = await Promise.all([readCheckpoint(connection), readKey(connection)]);
    if (!checkpoint || !key) return refuse('not_found', { field: 'checkpoint', problem: 'nothing is sealed yet' });
    const { size, root, note, at } = checkpoint;
    return { origin: key.name, key: key.publicKey, size, root: root.toString('base64'), note, at: iso(at) };
  },
});
