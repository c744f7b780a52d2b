import { parseObject } from './parse-object.ts';
import { isProblem, type Problem } from './problem.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';

/** `doubts` are problems of the header that do not keep the rest of the export from being read. */
export type ExportHeader = { origin: string; size: number; key: VerifierKey; doubts: string[] };

/** Reads the first line of an export, and the key that its checkpoints are to be verified with. */
export async function parseHeader(line: string, trustedKey?: string): Promise<ExportHeader | Problem> {
  const header = parseObject(line);
  if (header?.['coact'] !== 'ledger-export') {
    return { problem: 'This is not a ledger export: its first line should be an object with "coact":"ledger-export".' };
  }
  const { version, origin, size, key: ownKey } = header;
  if (version !== 1)
    return { problem: `The export has version ${JSON.stringify(version)}: use a verifier of that version.` };
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
    return { problem: 'The header does not say how many entries follow: "size" should be a whole number.' };
  }
  if (typeof origin !== 'string' || typeof ownKey !== 'string') {
    return { problem: 'The header does not name its ledger and key: "origin" and "key" should be texts.' };
  }
  const key = await parseVerifierKey(trustedKey ?? ownKey);
  if (isProblem(key))
    return { problem: `The ${trustedKey ? 'trusted key' : 'key in the header'} cannot be used. ${key.problem}` };
  return { origin, size, key, doubts: doubtsAbout({ origin, ownKey, key }) };
}

function doubtsAbout({ origin, ownKey, key }: { origin: string; ownKey: string; key: VerifierKey }): string[] {
  const doubts: string[] = [];
  if (ownKey !== key.text) doubts.push(`The header names the key ${ownKey}, which is not the trusted key ${key.text}.`);
  if (origin !== key.name) doubts.push(`The header names the ledger ${origin}, but the key speaks for ${key.name}.`);
  return doubts;
}
