/** Reads backlogs of other tools; runs in a browser as in Node. Reading folders, in Node alone, is `read-backlog-folder.ts`. */
export type { ImportBatch, ImportItem, ImportPerson } from './backlog-format.ts';
export type { BacklogFile } from './backlog-files.ts';
export { parseBacklog } from './backlog.ts';
export { parseBeads } from './beads.ts';
export { decodeText } from './decode-text.ts';
export { ImportError, type ImportProblem } from './import-error.ts';
export type { Progress } from './progress.ts';
