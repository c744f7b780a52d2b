import { createHash, randomBytes } from 'node:crypto';
import type { Part } from '../store/save-item.ts';
import { ANY_ROWS } from '../store/commit.ts';
import { insertPersonal } from '../store/personal-data.ts';

/** What facts never say of a participant, since a ledger that only grows could not forget it. */
const personal = ['name', 'email'] as const;
const about = new Set(['participant.created', 'participant.updated', 'participant.email_set', 'setup.completed']);

type Fact = { type: string; data: unknown };
type Sealing = { workspace: string; subject: string | null; ids: { next(): string } };

/**
 * Puts commitments in the place of names and e-mail addresses: SHA-256 of a salt and the value, which are kept beside the
 * ledger. Whoever has both can prove what the fact said; once they are deleted, nobody can tell, and the fact verifies as ever.
 */
export function sealPersonal(
  { type, data }: Fact,
  { workspace, subject, ids }: Sealing,
): { data: unknown; parts: Part[] } {
  if (!about.has(type) || subject === null || typeof data !== 'object' || data === null) return { data, parts: [] };
  const said = Object.entries(data);
  const isPersonal = ([field]: [string, unknown]) => (personal as readonly string[]).includes(field);
  const rows = said
    .filter(isPersonal)
    .flatMap(([field, value]) => (typeof value === 'string' ? [sealed(field, value, ids)] : []));
  const rest = said.filter((one) => !isPersonal(one));
  if (rows.length === 0) return { data: Object.fromEntries(rest), parts: [] };
  const commitments = Object.fromEntries(rows.map(({ id, field, sha256 }) => [field, { id, sha256 }]));
  const statement = insertPersonal(workspace, subject, rows);
  return {
    data: { ...Object.fromEntries(rest), personal: commitments },
    parts: [{ of: 'personal data', rows: ANY_ROWS, statement }],
  };
}

function sealed(field: string, value: string, ids: Sealing['ids']) {
  const salt = randomBytes(32);
  return { id: ids.next(), field, value, salt, sha256: createHash('sha256').update(salt).update(value).digest('hex') };
}
