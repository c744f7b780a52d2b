/** The one form that every importer produces and `POST /v1/imports` takes, whatever the backlog came from. */
export type ImportBatch = {
  /** Which tool the backlog came from; together with `ref` it tells a second import that an item is already here. */
  source: 'beads' | 'backlog.md';
  items: ImportItem[];
  people: ImportPerson[];
};

/** Somebody the backlog names: matched by e-mail address or name, created when unknown. */
export type ImportPerson = { name: string; kind: 'human' | 'agent'; email?: string };

export type ImportItem = {
  /** The item's id in its source, unique within the batch. */
  ref: string;
  title: string;
  /** `open` work becomes ready when its contract is clear enough, else a draft that says what it lacks. */
  state: 'open' | 'done' | 'cancelled';
  /** The desired outcome, Markdown. */
  outcome?: string;
  type?: string;
  /** 0 (most urgent) to 4. */
  priority?: number;
  /** What must be true when the work is done; `met` where the source had a box to check. */
  criteria: { text: string; met?: boolean }[];
  labels: string[];
  /** Background for whoever does the work: plans, notes, summaries; Markdown, each under a second-level heading. */
  context?: string;
  /** Web addresses and documents that the item refers to. */
  links: string[];
  /** Links are refs of this batch; neither `parent` nor `blockedBy` has a cycle. */
  parent?: string;
  blockedBy: string[];
  /** References without effect on readiness, such as `related` or `discovered-from`. */
  related: { kind: string; ref: string }[];
  /** Names from `people`. */
  assignee?: string;
  createdBy?: string;
  /** ISO 8601 with offset. */
  createdAt?: string;
  updatedAt?: string;
  closedAt?: string;
  comments: { author?: string; text: string; at?: string }[];
  /**
   * Whatever has no place above, verbatim, by the source's own field name. Nothing is dropped. What has a place but did not fit
   * is here as well: a status that says more than the state, references that lead outside the batch or would close a cycle
   * (`dependencies`, `parent_task_id`; beads' edges that became links are in `dependencies_mapped`), further assignees, and under
   * `comments` an entry for each comment, in the same order, with what it has besides author, text and time.
   */
  sourceData: Record<string, unknown>;
};
