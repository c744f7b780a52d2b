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
  /** Of one proposal. */
  steps: 100,
  evidence: 200,
  /** Of one outcome. */
  measures: 50,
  /** Of one measure, in an answer. */
  readings: 50,
  /** Guests with whom one item is shared. */
  shares: 100,
  /** Saved views of one participant. */
  views: 200,
  viewFilterLength: 2_000,
  /** Of one policy. */
  rules: 200,
  /** Through which people sign in. */
  providers: 20,
  /** Webhooks, and addresses for those of others. */
  webhooks: 50,
  /** Addresses that are told of one task. */
  pushes: 10,
  /** Days for which it can be looked up what a webhook delivered, and what came at an address. */
  deliveryDays: 30,
  /** Days for which what GitHub told is not done again: it signs no time, so nothing else tells that it is old. */
  githubReceiptDays: 365,
  /** Hours for which a webhook's old secret may stay valid. */
  secretOverlapHours: 168,
  /** Facts that one simulation of rules replays at most. */
  simulated: 1_000_000,
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
  /** The most that a budget or a report may say, and the least that a budget may allow. */
  budgetTokens: 1e12,
  budgetCost: 1e9,
  budgetMinutes: 1e7,
  budgetAttempts: 1_000,
  budgetLeast: 0.01,
  /** What a run reserves of a budget at a time, where its item's own budget does not say how much it may use. */
  reservedTokens: 100_000,
  reservedCost: 1,
  reservedMinutes: 60,
  /** Models in the price table, and in one report. */
  prices: 500,
  /** Seconds that an answer may say its responder looked at it. */
  dwellMax: 86_400,
  /** Seconds: a session ends after so long at the latest, and sooner when nobody uses it. */
  sessionLife: 30 * 86_400,
  sessionIdle: 7 * 86_400,
  /** Seconds: how long a link serves to choose another password. */
  resetLife: 86_400,
  /** Days: how long an invitation holds, unless stated and at most. */
  invitationDays: 2,
  invitationDaysMax: 14,
  /** Of one participant. */
  passkeys: 20,
  /** Seconds: how long a browser may take to sign with a passkey. */
  passkeyPatience: 300,
  /** How deep teams, items and outcomes nest. */
  depth: 20,
} as const;
