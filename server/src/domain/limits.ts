/** Every bound on size and number, in one table: schemas, checks and the documents read it from here. */
export const limits = {
  titleLength: 300,
  nameLength: 120,
  textLength: 100_000,
  reasonLength: 10_000,
  labelLength: 120,
  listLength: 200,
  criteria: 100,
  blockers: 200,
  options: 20,
  evidence: 200,
  /** Of one outcome. */
  measures: 50,
  /** Of one measure, in an answer. */
  readings: 50,
  /** Saved views of one participant. */
  views: 200,
  viewFilterLength: 2_000,
  /** Of one policy. */
  rules: 200,
  pageSize: 200,
  importItems: 50_000,
  /** Bytes of a JSON body; imports and artifacts state larger ones of their own. */
  bodyBytes: 1_000_000,
  importBytes: 100_000_000,
  artifactBytes: 10_000_000,
  /** Seconds. */
  leaseDefault: 300,
  leaseMin: 5,
  leaseMax: 86_400,
  /** Lost or failed attempts in a row after which nobody claims the item until its owner has decided. */
  attempts: 3,
  /** Seconds that an answer may say its responder looked at it. */
  dwellMax: 86_400,
  /** How deep teams, items and outcomes nest. */
  depth: 20,
} as const;
