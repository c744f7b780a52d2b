/**
 * The bounds within which the server takes an item, in characters or entries: what is larger would be refused there, after
 * everything was sent, so it is named here, by line or file.
 */
export const limits = {
  refLength: 120,
  titleLength: 300,
  typeLength: 60,
  nameLength: 120,
  textLength: 100_000,
  criterionLength: 2_000,
  criteria: 100,
  labelLength: 120,
  labels: 200,
  linkLength: 2_000,
  links: 200,
  blockers: 200,
  /** One line of a beads file, or one task's file. */
  recordLength: 1_000_000,
  /** How deep lists and objects nest in a field that is kept as it is. */
  depth: 64,
} as const;
