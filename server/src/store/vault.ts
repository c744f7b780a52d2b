import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * What has to be used again, and so cannot be hashed, lies in the database sealed with a key that does not: AES-256-GCM, bound to
 * the row that it belongs to, so that whoever can write the database cannot put the secret of one row into another.
 */

/** A secret as it is kept; opened only where it is used. */
export type Secret = {
  sealed: string;
  /** The secret itself. Throws SecretError where this server has not the key, or the text was changed or moved. */
  reveal: () => string;
};

export type Vault = {
  /** Seals a secret for its place: workspace, table and row in one text. */
  seal: (place: string, secret: string) => Secret;
  /** A secret as it was read from its place. */
  at: (place: string, sealed: string) => Secret;
  /** The names of the keys, the one that seals first: they stand in what they sealed, and tell nothing of the key. */
  keys: readonly string[];
};

/** A secret in the database cannot be opened by this server. */
export class SecretError extends Error {
  override name = 'SecretError';
}

const CIPHER = 'aes-256-gcm';
const [NONCE, TAG] = [12, 16];
export const KEY_BYTES = 32;

/** Seals with the first of some keys of 32 bytes, and opens with any of them. */
export function createVault(keys: readonly Buffer[]): Vault {
  const byName = new Map(keys.map((key) => [nameOf(key), key]));
  const [current] = byName;
  const at: Vault['at'] = (place, sealed) => ({ sealed, reveal: () => open(byName, place, sealed) });
  return {
    keys: [...byName.keys()],
    at,
    seal(place, secret) {
      if (!current) throw new SecretError('This server has no key to seal secrets with. Set COACT_SECRET_KEY.');
      return at(place, seal(current, place, secret));
    },
  };
}

const nameOf = (key: Buffer): string =>
  createHash('sha256').update('coact key ').update(key).digest('hex').slice(0, 12);

function seal([name, key]: [string, Buffer], place: string, secret: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(place));
  const bytes = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `v1.${name}.${bytes.toString('base64url')}`;
}

function open(keys: ReadonlyMap<string, Buffer>, place: string, sealed: string): string {
  const [, name = '', text = ''] = /^v1\.([0-9a-f]{12})\.([\w-]+)$/.exec(sealed) ?? [];
  const key = keys.get(name);
  if (!key)
    throw new SecretError(
      'A secret was sealed with a key that this server has not. Give all servers the same COACT_SECRET_KEY, or enter the secret anew.',
    );
  try {
    const bytes = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
  } catch {
    throw new SecretError('A secret was changed in the database, or moved to another row. Enter it anew.');
  }
}

/** A secret that can be opened, or null: whoever replaces one that cannot has nothing to keep. */
export function ifOpens(secret: Secret): Secret | null {
  try {
    secret.reveal();
    return secret;
  } catch (error) {
    if (error instanceof SecretError) return null;
    throw error;
  }
}
