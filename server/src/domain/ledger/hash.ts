import { hash } from 'node:crypto';

/** A SHA-256 digest: 32 bytes. */
export type Hash = Uint8Array;

const sha256 = (...parts: readonly Uint8Array[]): Hash => hash('sha256', Buffer.concat(parts), 'buffer');

// The two prefixes keep an entry from ever being taken for a node, or a node for an entry (RFC 6962, section 2.1).
const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** The root of a tree without leaves. */
export const emptyRoot: Hash = sha256();

/** The hash of one ledger entry, over its exact bytes. */
export const leafHash = (entry: Uint8Array): Hash => sha256(leafPrefix, entry);

/** The hash of a node from the hashes of its children. */
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(nodePrefix, left, right);
