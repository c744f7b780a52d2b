/** A SHA-256 digest: 32 bytes. */
export type Digest = Uint8Array<ArrayBuffer>;

export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Digest> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** The hash of a leaf: SHA-256 of a 0 byte and the entry's bytes (RFC 6962, section 2.1). Text is taken as UTF-8. */
export function hashLeaf(entry: string | Uint8Array): Promise<Digest> {
  const bytes = typeof entry === 'string' ? new TextEncoder().encode(entry) : entry;
  const input = new Uint8Array(1 + bytes.length);
  input.set(bytes, 1);
  return sha256(input);
}

/** The hash of a node: SHA-256 of a 1 byte and the hashes of its children (RFC 6962, section 2.1). */
export function hashChildren(left: Uint8Array, right: Uint8Array): Promise<Digest> {
  const input = new Uint8Array(1 + left.length + right.length);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + left.length);
  return sha256(input);
}

export const sameHash = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, place) => byte === other[place]);
