import { z } from 'zod';
import { computeHashes } from '../../domain/ledger/compute-hashes.ts';
import { type HashPlan, planConsistency, planInclusion } from '../../domain/ledger/proof-plan.ts';
import { refuse } from '../../domain/refusals.ts';
import type { Connection } from '../../store/database.ts';
import { readCheckpoint, readEntries, readHashes } from '../../store/ledger.ts';
import { query } from '../define.ts';

const size = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

export default query({
  name: 'ledger.proof',
  summary: 'Proof that an entry is in the ledger, or that a checkpoint’s ledger begins with an older one.',
  http: 'GET /v1/ledger/proof',
  input: z.object({
    entry: size.optional().describe('A position: prove that this entry is in the ledger.'),
    from: size.optional().describe('An older size: prove that the ledger still begins with it.'),
    size: size.optional().describe('The size to prove for; that of the newest checkpoint unless stated.'),
  }),
  output: z
    .object({
      kind: z.enum(['inclusion', 'consistency']),
      size: z.int(),
      note: z.string().describe('The signed checkpoint of that size, or the newest within it.'),
      entry: z.int().nullable().describe('The position proved; the leaf’s index is one less.'),
      body: z.string().nullable().describe('The exact text of the entry: the leaf.'),
      from: z.int().nullable(),
      proof: z.array(z.string()).describe('Hashes in base64, in the order of RFC 6962.'),
    })
    .meta({ id: 'LedgerProof', description: 'A proof after RFC 6962.' }),
  needs: { action: 'ledger.read' },
  refuses: ['not_found', 'invalid_input'],
  example: {
    input: { entry: 7 },
    output: {
      kind: 'inclusion',
      size: 42,
      note: 'coact/0197a000\n42\nq83v\n\n— coact/0197a000 AAAA\n',
      entry: 7,
      body: '{"id":"…"}',
      from: null,
      proof: ['q83v'],
    },
  },

  async handle({ connection }, { entry, from, size: wanted }) {
    if ((entry === undefined) === (from === undefined)) {
      return refuse('invalid_input', { errors: [{ field: 'entry', problem: 'give either `entry` or `from`' }] });
    }
    const checkpoint = await readCheckpoint(connection, wanted);
    const upTo = wanted ?? checkpoint?.size ?? 0;
    const newest = await readCheckpoint(connection);
    if (!checkpoint || !newest || upTo > newest.size)
      return refuse('not_found', { field: 'size', sealed: newest?.size ?? 0 });
    const first = entry ?? from ?? 0;
    if (first > upTo) return refuse('not_found', { field: entry === undefined ? 'from' : 'entry', size: upTo });

    const common = { size: upTo, note: checkpoint.note };
    if (entry === undefined)
      return {
        ...common,
        kind: 'consistency' as const,
        entry: null,
        body: null,
        from: first,
        proof: await prove(connection, planConsistency({ first, second: upTo })),
      };
    const [leaf] = await readEntries(connection, { after: first - 1, limit: 1 });
    const proof = await prove(connection, planInclusion({ index: first - 1, size: upTo }));
    return { ...common, kind: 'inclusion' as const, entry: first, body: leaf?.body ?? null, from: null, proof };
  },
});

async function prove(connection: Connection, plan: HashPlan): Promise<string[]> {
  const stored = await Promise.all(plan.reads.map((range) => readHashes(connection, range)));
  return computeHashes(plan, stored.flat()).map((hash) => Buffer.from(hash).toString('base64'));
}
