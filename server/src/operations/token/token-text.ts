import { createHash, randomBytes } from 'node:crypto';

const FORM = /^coact_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;

/**
 * A new secret for one workspace: `coact_<workspace id, 32 hex digits>_<32 random bytes, base64url>`. The text is shown
 * once; only its SHA-256 is kept, which suffices for 256 bits that nobody can guess.
 */
export function mintToken(workspace: string): { text: string; hash: Buffer } {
  const text = `coact_${workspace.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`;
  return { text, hash: hashToken(text) };
}

/** The workspace that a token says it is for and what it is found by, or null where the text is no token. */
export function readToken(text: string): { workspace: string; hash: Buffer } | null {
  const parts = FORM.exec(text);
  return parts && { workspace: parts.slice(1).join('-'), hash: hashToken(text) };
}

const hashToken = (text: string) => createHash('sha256').update(text).digest();
