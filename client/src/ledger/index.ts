/**
 * Verifies what a Coact ledger says of itself: checkpoints, proofs and exports. It shares no code with the server, needs only
 * Web Crypto with Ed25519 and SHA-256, and runs in browsers and Node alike.
 */
export { fromBase64, toBase64 } from './base64.ts';
export { type Checkpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
export { openNote } from './open-note.ts';
export { isProblem, type Problem } from './problem.ts';
export { readLines, UnreadableLineError } from './read-lines.ts';
export { hashLeaf } from './tree-hash.ts';
export { treeRoot } from './tree-root.ts';
export type { LineProblem } from './verification.ts';
export { parseVerifierKey, type VerifierKey } from './verifier-key.ts';
export { verifyConsistency } from './verify-consistency.ts';
export { type ExportReport, verifyExport, type VerifyExportOptions } from './verify-export.ts';
export { verifyInclusion } from './verify-inclusion.ts';
