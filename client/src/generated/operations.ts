// Generated from the registry of operations by `npm run generate`; do not edit.

/** A participant, a team or everybody with a role. */
export type Addressee = {
  /** A UUID. */
  participant: string;
} | {
  /** A UUID. */
  team: string;
} | {
  role: 'admin' | 'member';
};

export type AnsweredRequest = {
  /** A UUID. */
  id: string;
  kind: 'question' | 'decision' | 'proposal' | 'handoff' | 'review' | 'exception';
  state: 'open' | 'answered' | 'declined' | 'withdrawn' | 'expired';
  /** Null when Coact itself asks. */
  from: string | null;
  to: Addressee;
  item: string | null;
  run: string | null;
  /** Whether the work stands still until it is answered. */
  blocking: boolean;
  due: string | null;
  /** What is asked; `text` says it in a sentence, the rest depends on the kind. */
  body: Record<string, unknown>;
  response: Record<string, unknown> | null;
  responder: string | null;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** When somebody who may answer first looked at it. */
  firstSeenAt: string | null;
  answeredAt: string | null;
  /** After accepting a handoff: your own run. */
  claim: RunClaim | null;
};

/** A file or text, known by the SHA-256 of its content. */
export type Artifact = {
  sha256: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  /** A UUID. */
  producer: string;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
};

export type ArtifactWithText = {
  sha256: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  /** A UUID. */
  producer: string;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** Null when it is not text. */
  text: string | null;
};

/** Everything that an executor needs to do the work. */
export type Brief = {
  item: {
    /** A UUID. */
    id: string;
    key: string;
    title: string;
    revision: number;
    type: string;
  };
  /** The outcomes that the work is for, then the larger work that it is a part of, each from the nearest up. */
  why: {
    kind: 'outcome' | 'item';
    /** A UUID. */
    id: string;
    /** Null for an outcome. */
    key: string | null;
    title: string;
    /** What will be true, in the words of the item or the outcome. */
    outcome: string;
  }[];
  contract: {
    outcome: string;
    scope: {
      included: string[];
      excluded: string[];
    };
    criteria: {
      id: string;
      text: string;
      check: string | null;
      required: boolean;
    }[];
    priority: number | null;
    risk: 'low' | 'medium' | 'high' | 'critical';
    reversible: boolean;
    start: string | null;
    due: string | null;
    context: string;
    links: string[];
  };
  authority: {
    mayDecide: string[];
    mustAsk: string[];
    mustNot: string[];
    /** A UUID. */
    owner: string;
  };
  answers: {
    /** A UUID. */
    request: string;
    question: string;
    answer: string;
    by: string;
    /** A time, ISO 8601 in UTC. */
    at: string;
  }[];
  /** What this work waited for, with its results. */
  dependencies: {
    key: string;
    title: string;
    state: string;
    result: string | null;
    evidence: {
      name: string;
      artifact: string;
    }[];
  }[];
  /** Runs before this one, how they ended, and why they were returned. */
  earlierAttempts: {
    /** A UUID. */
    executor: string;
    ending: string;
    note: string | null;
    verdicts: {
      criterion: string;
      verdict: 'pass' | 'fail';
      reason: string | null;
    }[] | null;
  }[];
  openRequests: {
    /** A UUID. */
    id: string;
    kind: string;
    text: string;
  }[];
  budget: {
    tokens?: number | undefined;
    /** In the currency of the workspace. */
    cost?: number | undefined;
    minutes?: number | undefined;
  } | null;
  howToDeliver: string;
  note: string;
};

/** A work item as a command leaves it: its contract and where it stands. */
export type ChangedItem = {
  /** A UUID. */
  id: string;
  key: string;
  /** A UUID. */
  team: string;
  title: string;
  state: 'draft' | 'ready' | 'active' | 'review' | 'done' | 'cancelled';
  /** Grows with every change; also the ETag. */
  version: number;
  type: string;
  /** The human who is accountable. */
  owner: string;
  /** Who is asked to do it; null: anybody able. */
  assignee: string | null;
  /** Who is doing it now. */
  executor: string | null;
  priority: number | null;
  risk: 'low' | 'medium' | 'high' | 'critical';
  labels: string[];
  skills: string[];
  /** Not to be started before. */
  start: string | null;
  due: string | null;
  /** Whether it waits to be triaged: nobody has decided yet that it is work. */
  intake: boolean;
  parent: string | null;
  /** The outcome that the work is for. */
  serves: string | null;
  /** Other work has to be finished first. */
  blocked: boolean;
  /** Somebody has to answer first. */
  waiting: boolean;
  overdue: boolean;
  openBlockers: number;
  openChildren: number;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** A time, ISO 8601 in UTC. */
  updatedAt: string;
  /** The live attempt, while somebody works on it. */
  run: RunSummary | null;
  /** Numbers the edits of the contract. */
  revision: number;
  outcome: string;
  scope: {
    included: string[];
    excluded: string[];
  };
  criteria: {
    id: string;
    text: string;
    check: string | null;
    required: boolean;
  }[];
  reversible: boolean;
  budget: {
    tokens?: number | undefined;
    /** In the currency of the workspace. */
    cost?: number | undefined;
    minutes?: number | undefined;
  } | null;
  context: string;
  links: string[];
  answers: {
    /** A UUID. */
    request: string;
    question: string;
    answer: string;
    by: string;
    /** A time, ISO 8601 in UTC. */
    at: string;
  }[];
  /** A UUID. */
  createdBy: string;
  endedAt: string | null;
  fence: number;
  /** Runs lost or failed in a row. */
  attempts: number;
  /** What waits to be verified, or was accepted. */
  delivery: {
    /** A UUID. */
    run: string;
    /** A UUID. */
    executor: string;
    summary: string;
    evidence: {
      criterion: string;
      artifact: string;
      name: string;
    }[];
  } | null;
};

/** A signed statement of how long the ledger is and what is in it. */
export type Checkpoint = {
  origin: string;
  /** The verifier key, in the form of C2SP signed notes. */
  key: string;
  size: number;
  /** Base64. */
  root: string;
  /** The signed note (C2SP tlog-checkpoint). */
  note: string;
  /** A time, ISO 8601 in UTC. */
  at: string;
};

export type Claim = {
  item: ChangedItem;
  run: RunClaim;
  brief: Brief;
};

/** Something said about an item that changes nothing in its contract. */
export type Comment = {
  /** A UUID. */
  id: string;
  /** A UUID. */
  item: string;
  author: string | null;
  authorName: string | null;
  text: string;
  /** A time, ISO 8601 in UTC. */
  at: string;
};

/** One fact in the ledger. */
export type Event = {
  /** A UUID. */
  id: string;
  /** What happened, such as item.claimed. */
  type: string;
  /** A time, ISO 8601 in UTC. */
  at: string;
  /** A UUID. */
  workspace: string;
  actor: {
    /** A UUID. */
    id: string;
    kind: 'human' | 'agent' | 'system';
  };
  /** The humans who answer for the actor, nearest first. */
  onBehalfOf: string[];
  /** The rule that allowed it. */
  authority: string;
  /** The event that led to this one. */
  cause: string | null;
  item: {
    /** A UUID. */
    id: string;
    key: string;
  } | null;
  team: string | null;
  request: string | null;
  subject: string | null;
  data: Record<string, unknown>;
};

/** A fact between its causes and its effects. */
export type EventChain = {
  /** What led to it, the first cause first; empty where somebody simply did it. */
  causes: FeedEntry[];
  event: FeedEntry;
  /** What it caused itself, oldest first; the first 200 of them. */
  effects: FeedEntry[];
};

/** What shows that a criterion is met: exactly one of artifact, text and url. */
export type EvidenceInput = {
  criterion: string;
  /** The SHA-256 that `artifact.create` gave. */
  artifact?: string | undefined;
  text?: string | undefined;
  url?: string | undefined;
  name?: string | undefined;
};

/** A fact with its place in the ledger. */
export type FeedEntry = {
  /** A UUID. */
  id: string;
  /** What happened, such as item.claimed. */
  type: string;
  /** A time, ISO 8601 in UTC. */
  at: string;
  /** A UUID. */
  workspace: string;
  actor: {
    /** A UUID. */
    id: string;
    kind: 'human' | 'agent' | 'system';
  };
  /** The humans who answer for the actor, nearest first. */
  onBehalfOf: string[];
  /** The rule that allowed it. */
  authority: string;
  /** The event that led to this one. */
  cause: string | null;
  item: {
    /** A UUID. */
    id: string;
    key: string;
  } | null;
  team: string | null;
  request: string | null;
  subject: string | null;
  data: Record<string, unknown>;
  /** Its place in the ledger, from 1 without gaps. */
  position: number;
};

/** What an import did, or would do. */
export type ImportReport = {
  dryRun: boolean;
  source: string;
  team: string;
  created: number;
  /** Already here from an earlier import. */
  unchanged: number;
  /** How many of the created items are in each state. */
  states: Record<string, number>;
  /** How many drafts lack each part of the contract. */
  missing: Record<string, number>;
  /** Open work that is not ready, and what it lacks. */
  drafts: {
    ref: string;
    title: string;
    missing: string[];
  }[];
  people: {
    created: number;
    matched: number;
  };
  criteria: number;
  comments: number;
  edges: {
    blockedBy: number;
    parents: number;
    related: number;
  };
  /** Fields that have no place here and are kept with the item: how many items have each. */
  kept: Record<string, number>;
};

/** A request in the inbox of somebody who may answer it. */
export type InboxEntry = {
  /** A UUID. */
  id: string;
  kind: 'question' | 'decision' | 'proposal' | 'handoff' | 'review' | 'exception';
  state: 'open' | 'answered' | 'declined' | 'withdrawn' | 'expired';
  /** Null when Coact itself asks. */
  from: string | null;
  to: Addressee;
  item: string | null;
  run: string | null;
  /** Whether the work stands still until it is answered. */
  blocking: boolean;
  due: string | null;
  /** What is asked; `text` says it in a sentence, the rest depends on the kind. */
  body: Record<string, unknown>;
  response: Record<string, unknown> | null;
  responder: string | null;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** When somebody who may answer first looked at it. */
  firstSeenAt: string | null;
  answeredAt: string | null;
  itemKey: string | null;
  itemTitle: string | null;
  /** Open items that wait behind it. */
  blocks: number;
  /** What leaving it costs: the order of the inbox. */
  cost: number;
  /** Where that cost comes from, in words. */
  why: string[];
};

/** A work item: its contract, where it stands and what you may do with it. */
export type Item = {
  /** A UUID. */
  id: string;
  key: string;
  /** A UUID. */
  team: string;
  title: string;
  state: 'draft' | 'ready' | 'active' | 'review' | 'done' | 'cancelled';
  /** Grows with every change; also the ETag. */
  version: number;
  type: string;
  /** The human who is accountable. */
  owner: string;
  /** Who is asked to do it; null: anybody able. */
  assignee: string | null;
  /** Who is doing it now. */
  executor: string | null;
  priority: number | null;
  risk: 'low' | 'medium' | 'high' | 'critical';
  labels: string[];
  skills: string[];
  /** Not to be started before. */
  start: string | null;
  due: string | null;
  /** Whether it waits to be triaged: nobody has decided yet that it is work. */
  intake: boolean;
  parent: string | null;
  /** The outcome that the work is for. */
  serves: string | null;
  /** Other work has to be finished first. */
  blocked: boolean;
  /** Somebody has to answer first. */
  waiting: boolean;
  overdue: boolean;
  openBlockers: number;
  openChildren: number;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** A time, ISO 8601 in UTC. */
  updatedAt: string;
  /** The live attempt, while somebody works on it. */
  run: RunSummary | null;
  /** Numbers the edits of the contract. */
  revision: number;
  outcome: string;
  scope: {
    included: string[];
    excluded: string[];
  };
  criteria: {
    id: string;
    text: string;
    check: string | null;
    required: boolean;
  }[];
  reversible: boolean;
  budget: {
    tokens?: number | undefined;
    /** In the currency of the workspace. */
    cost?: number | undefined;
    minutes?: number | undefined;
  } | null;
  context: string;
  links: string[];
  answers: {
    /** A UUID. */
    request: string;
    question: string;
    answer: string;
    by: string;
    /** A time, ISO 8601 in UTC. */
    at: string;
  }[];
  /** A UUID. */
  createdBy: string;
  endedAt: string | null;
  fence: number;
  /** Runs lost or failed in a row. */
  attempts: number;
  /** What waits to be verified, or was accepted. */
  delivery: {
    /** A UUID. */
    run: string;
    /** A UUID. */
    executor: string;
    summary: string;
    evidence: {
      criterion: string;
      artifact: string;
      name: string;
    }[];
  } | null;
  /** The names of the operations on it that you may use now. */
  abilities: string[];
};

/** Another item: its name and where it stands. */
export type ItemReference = {
  /** A UUID. */
  id: string;
  key: string;
  title: string;
  state: 'draft' | 'ready' | 'active' | 'review' | 'done' | 'cancelled';
};

/** A work item as lists show it. */
export type ItemSummary = {
  /** A UUID. */
  id: string;
  key: string;
  /** A UUID. */
  team: string;
  title: string;
  state: 'draft' | 'ready' | 'active' | 'review' | 'done' | 'cancelled';
  /** Grows with every change; also the ETag. */
  version: number;
  type: string;
  /** The human who is accountable. */
  owner: string;
  /** Who is asked to do it; null: anybody able. */
  assignee: string | null;
  /** Who is doing it now. */
  executor: string | null;
  priority: number | null;
  risk: 'low' | 'medium' | 'high' | 'critical';
  labels: string[];
  skills: string[];
  /** Not to be started before. */
  start: string | null;
  due: string | null;
  /** Whether it waits to be triaged: nobody has decided yet that it is work. */
  intake: boolean;
  parent: string | null;
  /** The outcome that the work is for. */
  serves: string | null;
  /** Other work has to be finished first. */
  blocked: boolean;
  /** Somebody has to answer first. */
  waiting: boolean;
  overdue: boolean;
  openBlockers: number;
  openChildren: number;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** A time, ISO 8601 in UTC. */
  updatedAt: string;
  /** The live attempt, while somebody works on it. */
  run: RunSummary | null;
};

/** A proof after RFC 6962. */
export type LedgerProof = {
  kind: 'inclusion' | 'consistency';
  size: number;
  /** The signed checkpoint of that size, or the newest within it. */
  note: string;
  /** The position proved; the leaf’s index is one less. */
  entry: number | null;
  /** The exact text of the entry: the leaf. */
  body: string | null;
  from: number | null;
  /** Hashes in base64, in the order of RFC 6962. */
  proof: string[];
};

/** Whether somebody may do something, and why. */
export type MayAnswer = {
  decision: 'allow' | 'approve' | 'forbid';
  /** By what standing they may at all, or who else may. */
  standing: string;
  /** The rules that decide, if any do. */
  rules: {
    id: string;
    because: string;
  }[];
  /** All of them are needed. Nobody approves what they ask for or work on. */
  approvals: {
    rule: string;
    count: number;
    approvers: {
      /** A UUID. */
      id: string;
      name: string;
    }[];
  }[];
};

/** A participant as they see themselves. */
export type Me = {
  /** A UUID. */
  id: string;
  kind: 'human' | 'agent' | 'system';
  name: string;
  email: string | null;
  role: 'admin' | 'member' | 'guest';
  status: 'active' | 'paused' | 'retired';
  /** The accountable human of an agent or a system. */
  sponsor: string | null;
  skills: string[];
  /** None: works for every team. */
  teams: string[];
  /** How many runs they may hold at once; null: any number. */
  wipLimit: number | null;
  stopped: Stopped | null;
  /** How far an agent acts alone; null for everybody else. */
  autonomy: {
    /** How far they act alone, unless the type of the work says otherwise. */
    level: 'observer' | 'recommender' | 'approver-gated' | 'reporting' | 'autonomous';
    /** Levels for types of work, such as `bug`. */
    byType: Record<string, 'observer' | 'recommender' | 'approver-gated' | 'reporting' | 'autonomous'>;
    /** The most that their sponsor may give them; an admin sets it. */
    ceiling: 'observer' | 'recommender' | 'approver-gated' | 'reporting' | 'autonomous';
  } | null;
  /** The import that brought them, if any. */
  origin: string | null;
  version: number;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  workspace: {
    /** A UUID. */
    id: string;
    name: string;
    /** Whether the sample is here, which `sample.remove` takes away. */
    sample: boolean;
  };
  /** The teams that `teams` names. */
  memberOf: Team[];
  /** The names of the operations that you may use at all. */
  abilities: string[];
};

/** A part of the contract, and how to supply it. */
export type MissingPart = {
  part: string;
  hint: string;
};

/** A result that the organisation wants, with what tells how far it is. */
export type Outcome = {
  /** A UUID. */
  id: string;
  title: string;
  description: string;
  /** The larger outcome that this is a part of. */
  parent: string | null;
  /** The human who is accountable. */
  owner: string;
  state: 'open' | 'achieved' | 'abandoned';
  measures: {
    id: string;
    name: string;
    unit: string;
    /** Where it stood before. */
    baseline: number;
    /** Where it shall stand. */
    target: number;
    /** Where it stands, as last read. */
    current: number;
    /** The last 50, the oldest of them first; lists leave them out. */
    readings: {
      value: number;
      /** A time, ISO 8601 in UTC. */
      at: string;
      /** A UUID. */
      by: string;
      note: string | null;
    }[];
  }[];
  /** How many items serve it. */
  items: {
    open: number;
    done: number;
  };
  /** Grows with every change; also the ETag. */
  version: number;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** A time, ISO 8601 in UTC. */
  updatedAt: string;
};

/** Whoever acts: a human, an agent or a system. */
export type Participant = {
  /** A UUID. */
  id: string;
  kind: 'human' | 'agent' | 'system';
  name: string;
  email: string | null;
  role: 'admin' | 'member' | 'guest';
  status: 'active' | 'paused' | 'retired';
  /** The accountable human of an agent or a system. */
  sponsor: string | null;
  skills: string[];
  /** None: works for every team. */
  teams: string[];
  /** How many runs they may hold at once; null: any number. */
  wipLimit: number | null;
  stopped: Stopped | null;
  /** How far an agent acts alone; null for everybody else. */
  autonomy: {
    /** How far they act alone, unless the type of the work says otherwise. */
    level: 'observer' | 'recommender' | 'approver-gated' | 'reporting' | 'autonomous';
    /** Levels for types of work, such as `bug`. */
    byType: Record<string, 'observer' | 'recommender' | 'approver-gated' | 'reporting' | 'autonomous'>;
    /** The most that their sponsor may give them; an admin sets it. */
    ceiling: 'observer' | 'recommender' | 'approver-gated' | 'reporting' | 'autonomous';
  } | null;
  /** The import that brought them, if any. */
  origin: string | null;
  version: number;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
};

/** One version of the rules of the workspace, a team, a type of work or an item. */
export type Policy = {
  scope: 'workspace' | 'team' | 'type' | 'item';
  /** The id of the team or item, or the type of work. */
  target: string | null;
  /** 0 where no rules were ever made. */
  version: number;
  rules: PolicyRule[];
  by: string | null;
  at: string | null;
  note: string | null;
};

export type PolicyInForce = {
  scope: 'workspace' | 'team' | 'type' | 'item';
  /** The id of the team or item, or the type of work. */
  target: string | null;
  /** 0 where no rules were ever made. */
  version: number;
  rules: PolicyRule[];
  by: string | null;
  at: string | null;
  note: string | null;
  /** The rules that every workspace has; others can only narrow them. */
  base: PolicyRule[];
};

/** When it counts, what follows and why; the most restrictive rule wins. */
export type PolicyRule = {
  /** Small letters, digits and hyphens. */
  id: string;
  when: {
    /** An operation such as `run.deliver`, a whole area such as `item.*`, or several; any act unless stated. */
    action?: string | string[] | undefined;
    actorKind?: 'human' | 'agent' | 'system' | ('human' | 'agent' | 'system')[] | undefined;
    /** An agent that acts alone at most so far, in work of this type. */
    autonomy?: 'observer' | 'recommender' | 'approver-gated' | 'reporting' | 'autonomous' | undefined;
    /** Somebody who has this skill. */
    skill?: string | undefined;
    /** Work of these teams, by id. */
    team?: string | string[] | undefined;
    /** Work of these types. */
    type?: string | string[] | undefined;
    /** Work of at least this risk. */
    risk?: 'low' | 'medium' | 'high' | 'critical' | undefined;
    /** Work at least this urgent: 0 is the most urgent. */
    priority?: number | undefined;
    /** Work on which at least so much may be spent. */
    amount?: number | undefined;
    /** Work whose wrong result can, or cannot, be undone. */
    reversible?: boolean | undefined;
    /** Work whose result reaches outside: it carries the label `external`. */
    external?: boolean | undefined;
  };
  /** `allow`, `forbid`, or who must approve. */
  then: 'allow' | 'forbid' | {
    approve: {
      /** Any of these may approve. */
      by: ('owner' | 'sponsor' | 'decider' | 'lead' | 'department_lead' | 'admin' | {
        participant: string;
      })[];
      /** How many different people must. */
      count?: number | undefined;
    };
  };
  /** Shown to whoever meets the rule. */
  because: string;
};

/** Something that needs somebody: six kinds, one shape. */
export type Request = {
  /** A UUID. */
  id: string;
  kind: 'question' | 'decision' | 'proposal' | 'handoff' | 'review' | 'exception';
  state: 'open' | 'answered' | 'declined' | 'withdrawn' | 'expired';
  /** Null when Coact itself asks. */
  from: string | null;
  to: Addressee;
  item: string | null;
  run: string | null;
  /** Whether the work stands still until it is answered. */
  blocking: boolean;
  due: string | null;
  /** What is asked; `text` says it in a sentence, the rest depends on the kind. */
  body: Record<string, unknown>;
  response: Record<string, unknown> | null;
  responder: string | null;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** When somebody who may answer first looked at it. */
  firstSeenAt: string | null;
  answeredAt: string | null;
};

/** Who has left, and who answers for what from now on. */
export type Retirement = {
  participant: Participant;
  handed: {
    kind: 'item' | 'outcome' | 'agent' | 'team' | 'request';
    /** A UUID. */
    id: string;
    label: string | null;
    /** A UUID. */
    to: string;
  }[];
  /** The runs of theirs that ended; their work is ready again. */
  ended: {
    /** A UUID. */
    run: string;
    /** A UUID. */
    item: string;
    key: string;
    /** A UUID. */
    executor: string;
  }[];
};

/** Something that an executor said they were doing. */
export type RunActivity = {
  /** A time, ISO 8601 in UTC. */
  at: string;
  activity: string;
  /** From 0 to 1, as it stood then. */
  progress: number | null;
  /** Totals of the run until then. */
  usage: {
    tokens: number;
    cost: number;
    minutes: number;
  };
};

/** A run that has begun: what its executor needs to write to it. */
export type RunClaim = {
  /** A UUID. */
  id: string;
  /** Send it with every write of this run. */
  fence: number;
  leaseExpiresAt: string | null;
};

/** An attempt at an item, live or ended. */
export type RunRecord = {
  /** A UUID. */
  id: string;
  /** A UUID. */
  item: string;
  itemKey: string;
  itemTitle: string;
  /** A UUID. */
  executor: string;
  fence: number;
  /** How it began: claimed, returned from review, handed over, or taken over from somebody. */
  origin: 'claim' | 'return' | 'handover' | 'takeover';
  /** A time, ISO 8601 in UTC. */
  startedAt: string;
  /** Null while it lives. */
  endedAt: string | null;
  /** delivered, released, failed, lost, stopped, taken over, handed over or cancelled. */
  ending: string | null;
  /** Who stopped it or took it over. */
  endedBy: string | null;
  /** What was said at its end: the summary, or the reason. */
  note: string | null;
  progress: number | null;
  /** What the executor last said they do. */
  activity: string | null;
  /** When they last said an activity or their progress. */
  reportedAt: string | null;
  usage: {
    tokens: number;
    cost: number;
    minutes: number;
  };
  /** Null for people, and once it has ended. */
  leaseExpiresAt: string | null;
  /** How its delivery was judged. */
  verdicts: {
    criterion: string;
    verdict: 'pass' | 'fail';
    reason: string | null;
  }[] | null;
};

/** A live attempt at an item. */
export type RunSummary = {
  /** A UUID. */
  id: string;
  /** A UUID. */
  executor: string;
  /** A time, ISO 8601 in UTC. */
  startedAt: string;
  /** Null for people, whose claims do not expire. */
  leaseExpiresAt: string | null;
  /** From 0 to 1, as last reported. */
  progress: number | null;
  /** What the executor last said they do. */
  activity: string | null;
  /** When they last said an activity or their progress. */
  reportedAt: string | null;
  usage: {
    tokens: number;
    cost: number;
    minutes: number;
  };
};

/** The sample organisation. */
export type Sample = {
  /** A UUID. */
  team: string;
  /** A UUID. */
  outcome: string;
  /** A colleague and two agents. */
  participants: string[];
};

/** Something that the words were found in. */
export type SearchResult = {
  kind: 'item' | 'comment' | 'artifact' | 'participant' | 'team';
  /** The id of what was found; of an artifact its SHA-256. */
  id: string;
  /** The key of the item that it is or is about, or of the team. */
  key: string | null;
  /** What to call it: a title or a name; of a comment the title of its item. */
  title: string;
  /** The item that it is or is about; an artifact may belong to none. */
  item: ItemSummary | null;
  /** The owner of an item, the author of a comment, the producer of an artifact, the sponsor, the lead. */
  by: string | null;
  /** When it was last changed, said or made. */
  at: string | null;
  snippet: Snippet;
};

/** Somebody who has signed in. */
export type Session = {
  /** Shown once; send it as a bearer token. A browser gets it as a cookie that scripts cannot read. */
  token: string;
  /** A time, ISO 8601 in UTC. */
  expiresAt: string;
  participant: Participant;
};

/** Something that the executor must hear. */
export type Signal = {
  id: number;
  kind: 'stop' | 'pause' | 'contract_revised' | 'answer' | 'decision' | 'message' | 'budget_low' | 'returned';
  data: Record<string, unknown>;
  /** A time, ISO 8601 in UTC. */
  at: string;
};

/** A piece of what was found. */
export type Snippet = {
  /** One line of plain text, never HTML. */
  text: string;
  /** What matched, as [start, end) in UTF-16 code units of `text`, in order; empty when nothing in it did. */
  marks: [number, number][];
};

/** An off switch for agents, with who pulled it and why. */
export type Stop = {
  /** A UUID. */
  id: string;
  covers: 'agent' | 'team' | 'workspace';
  /** The agent that it stops, if it is one. */
  participant: string | null;
  /** The team whose agents it stops, with those of the teams below it. */
  team: string | null;
  reason: string;
  /** A UUID. */
  by: string;
  /** A time, ISO 8601 in UTC. */
  since: string;
  /** Whom it stopped when it was made; those who come under it later are stopped too. */
  agents: string[];
  /** The runs that it ended; their work is ready again. */
  ended: {
    /** A UUID. */
    run: string;
    /** A UUID. */
    item: string;
    key: string;
    /** A UUID. */
    executor: string;
  }[];
  /** Null while it is in force. */
  lifted: {
    /** A time, ISO 8601 in UTC. */
    at: string;
    /** A UUID. */
    by: string;
    reason: string | null;
  } | null;
};

/** Why an agent may do nothing now; null where it is not stopped. */
export type Stopped = {
  /** `stop.lift` takes it. */
  stop: string;
  by: {
    /** A UUID. */
    id: string;
    name: string | null;
  };
  reason: string;
  /** A time, ISO 8601 in UTC. */
  since: string;
  /** This agent alone, the agents of a team, or all agents. */
  covers: 'agent' | 'team' | 'workspace';
};

export type TakenOver = {
  item: ChangedItem;
  run: RunClaim;
};

/** A group with members, a lead and a queue; teams nest. */
export type Team = {
  /** A UUID. */
  id: string;
  /** Begins the keys of its items. */
  key: string;
  name: string;
  parent: string | null;
  lead: string | null;
  version: number;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
};

/** A token or session; its text is shown only when it is made. */
export type Token = {
  /** A UUID. */
  id: string;
  name: string;
  purpose: 'token' | 'session' | 'operator' | 'setup';
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** Null: does not expire by itself. */
  expiresAt: string | null;
};

/** A way to look at the work that somebody saved. */
export type View = {
  /** A UUID. */
  id: string;
  name: string;
  layout: 'board' | 'list' | 'table' | 'graph' | 'timeline';
  filter: string;
  group: string | null;
  sort: string | null;
  /** Whose members see it. */
  team: string | null;
  /** Whether the whole workspace sees it. */
  shared: boolean;
  /** A UUID. */
  creator: string;
  version: number;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** A time, ISO 8601 in UTC. */
  updatedAt: string;
};

/** The organisation itself. */
export type Workspace = {
  /** A UUID. */
  id: string;
  name: string;
};

export type ArtifactCreateInput = {
  /** A file name. */
  name: string;
  mediaType?: string | undefined;
  text?: string | undefined;
  /** For content that is not text. */
  base64?: string | undefined;
};

export type ArtifactGetInput = {
  sha256: string;
};

export type EventChainInput = {
  /** A UUID. */
  id: string;
};

export type EventGetInput = {
  /** A UUID. */
  id: string;
};

export type EventListInput = {
  /** A position; the entries behind it in the order asked for are given. 0 begins with the first one. */
  after?: number | undefined;
  limit?: number | undefined;
  /** Which come first. */
  order?: 'oldest' | 'newest' | undefined;
  /** Only what is about this item. */
  item?: string | undefined;
  /** Only events of this type, such as item.claimed, or of a whole area, such as `item.` */
  type?: string | undefined;
  /** Only what this participant did: an id, name or `me`. */
  actor?: string | undefined;
  /** Only what is about work of this team: an id or key. */
  team?: string | undefined;
  /** Only what is about this participant, team or other thing. */
  subject?: string | undefined;
  /** Only what is about this request. */
  request?: string | undefined;
  /** Only what happened at this time or later. */
  from?: string | undefined;
  /** Only what happened until this time. */
  until?: string | undefined;
};

export type EventListOutput = {
  items: FeedEntry[];
  next: string | null;
};

export type ImportCreateInput = {
  /** Where the backlog comes from, such as beads; with `ref` it tells what is already here. */
  source: string;
  /** Whose work it becomes; your own first team unless stated. */
  team?: string | undefined;
  items: {
    /** The id in the source, unique within the batch. */
    ref: string;
    title: string;
    state: 'open' | 'done' | 'cancelled';
    outcome?: string | undefined;
    type?: string | undefined;
    priority?: number | undefined;
    criteria?: {
      text: string;
      met?: boolean | undefined;
    }[] | undefined;
    labels?: string[] | undefined;
    context?: string | undefined;
    links?: string[] | undefined;
    parent?: string | undefined;
    blockedBy?: string[] | undefined;
    related?: {
      kind: string;
      ref: string;
    }[] | undefined;
    assignee?: string | undefined;
    createdBy?: string | undefined;
    createdAt?: string | undefined;
    updatedAt?: string | undefined;
    closedAt?: string | undefined;
    comments?: {
      author?: string | undefined;
      text: string;
      at?: string | undefined;
    }[] | undefined;
    /** What has no place above, kept verbatim. */
    sourceData?: Record<string, unknown> | undefined;
  }[];
  people?: {
    name: string;
    kind: 'human' | 'agent';
    email?: string | undefined;
  }[] | undefined;
  /** Only say what would happen. */
  dryRun?: boolean | undefined;
};

export type InboxListInput = {
  limit?: number | undefined;
};

export type InboxListOutput = {
  items: InboxEntry[];
  next: string | null;
};

export type ItemAssignInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  /** An id, name or e-mail address, or null. */
  assignee: string | null;
};

export type ItemBriefInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
};

export type ItemCancelInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  reason?: string | undefined;
};

export type ItemChildrenInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
};

export type ItemChildrenOutput = {
  items: ItemReference[];
  /** Parts that are wanted: all but the cancelled ones. */
  total: number;
  done: number;
  /** From 0 to 1; null without parts. */
  progress: number | null;
};

export type ItemCommentInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  text: string;
};

export type ItemCommentsInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type ItemCommentsOutput = {
  items: Comment[];
  next: string | null;
};

export type ItemCommitInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
};

export type ItemCreateInput = {
  title: string;
  /** The human who is accountable; you, or your sponsor, unless stated. */
  owner?: string | undefined;
  /** The desired outcome: what will be true for whom. Markdown. */
  outcome?: string | undefined;
  scope?: {
    included?: string[] | undefined;
    excluded?: string[] | undefined;
  } | undefined;
  criteria?: {
    /** Keeps its id when an edit sends it again; leave it out for a new one. */
    id?: string | undefined;
    /** What must be true when the work is done. */
    text: string;
    /** How somebody else can tell. */
    check?: string | undefined;
    required?: boolean | undefined;
  }[] | undefined;
  priority?: number | 'critical' | 'high' | 'medium' | 'low' | 'lowest' | null | undefined;
  risk?: 'low' | 'medium' | 'high' | 'critical' | undefined;
  /** Whether a wrong result can be undone. */
  reversible?: boolean | undefined;
  /** The kind of work, such as task, bug or feature. */
  type?: string | undefined;
  /** The outcome that this work is for, by its id. */
  serves?: string | null | undefined;
  /** What an executor must be able to do. */
  skills?: string[] | undefined;
  labels?: string[] | undefined;
  /** Not to be started before. */
  start?: string | null | undefined;
  due?: string | null | undefined;
  budget?: {
    tokens?: number | undefined;
    /** In the currency of the workspace. */
    cost?: number | undefined;
    minutes?: number | undefined;
  } | null | undefined;
  /** Background for whoever does the work. Markdown. */
  context?: string | undefined;
  links?: string[] | undefined;
  /** An id or key; your own first team unless stated. */
  team?: string | undefined;
  /** The larger work that this is a part of. */
  parent?: string | null | undefined;
  /** Who shall do it, by id, name or e-mail address. */
  assignee?: string | null | undefined;
  /** Items that have to be finished first. */
  blockedBy?: string[] | undefined;
  /** Let it wait to be triaged. What agents, guests and systems write down does so in any case. */
  intake?: boolean | undefined;
};

export type ItemDependInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  /** One item, or several. */
  blockedBy: string | string[];
};

export type ItemGetInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
};

export type ItemHistoryInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type ItemHistoryOutput = {
  items: Event[];
  next: string | null;
};

export type ItemListInput = {
  /** One or several states. */
  state?: ('draft' | 'ready' | 'active' | 'review' | 'done' | 'cancelled')[] | undefined;
  team?: string | undefined;
  /** Who is accountable: an id, name, e-mail address or `me`. */
  owner?: string | undefined;
  /** Who is doing it now. */
  executor?: string | undefined;
  assignee?: string | undefined;
  /** An id, or a key such as OPS-12. */
  parent?: string | undefined;
  /** The outcome that the work is for. */
  serves?: string | undefined;
  type?: string | undefined;
  label?: string | undefined;
  risk?: 'low' | 'medium' | 'high' | 'critical' | undefined;
  blocked?: boolean | undefined;
  waiting?: boolean | undefined;
  /** Whether somebody able could claim it now. */
  claimable?: boolean | undefined;
  /** Whether it waits to be triaged. */
  intake?: boolean | undefined;
  sort?: 'newest' | 'priority' | undefined;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type ItemListOutput = {
  items: ItemSummary[];
  next: string | null;
};

export type ItemMoveInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  parent: string | null;
};

export type ItemReadinessInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
};

export type ItemReadinessOutput = {
  ready: boolean;
  state: string;
  missing: MissingPart[];
  advised: MissingPart[];
};

export type ItemReopenInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  reason: string;
};

export type ItemTakeOverInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  reason: string;
};

export type ItemTriageInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  as: 'accept' | 'duplicate' | 'decline';
  /** Accept: whose work it becomes, by id or key. */
  team?: string | undefined;
  /** Accept: the human who is accountable from now on. */
  owner?: string | undefined;
  /** Duplicate: the item that says it already; it gets a comment about this one. */
  duplicateOf?: string | undefined;
  /** Why; needed to decline. */
  reason?: string | undefined;
};

export type ItemUndependInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  /** An id, or a key such as OPS-12. */
  blocker: string;
};

export type ItemUpdateInput = {
  title?: string | undefined;
  /** The one human who is accountable for the result; `me` for yourself. */
  owner?: string | undefined;
  /** The desired outcome: what will be true for whom. Markdown. */
  outcome?: string | undefined;
  scope?: {
    included?: string[] | undefined;
    excluded?: string[] | undefined;
  } | undefined;
  criteria?: {
    /** Keeps its id when an edit sends it again; leave it out for a new one. */
    id?: string | undefined;
    /** What must be true when the work is done. */
    text: string;
    /** How somebody else can tell. */
    check?: string | undefined;
    required?: boolean | undefined;
  }[] | undefined;
  priority?: number | 'critical' | 'high' | 'medium' | 'low' | 'lowest' | null | undefined;
  risk?: 'low' | 'medium' | 'high' | 'critical' | undefined;
  /** Whether a wrong result can be undone. */
  reversible?: boolean | undefined;
  /** The kind of work, such as task, bug or feature. */
  type?: string | undefined;
  /** The outcome that this work is for, by its id. */
  serves?: string | null | undefined;
  /** What an executor must be able to do. */
  skills?: string[] | undefined;
  labels?: string[] | undefined;
  /** Not to be started before. */
  start?: string | null | undefined;
  due?: string | null | undefined;
  budget?: {
    tokens?: number | undefined;
    /** In the currency of the workspace. */
    cost?: number | undefined;
    minutes?: number | undefined;
  } | null | undefined;
  /** Background for whoever does the work. Markdown. */
  context?: string | undefined;
  links?: string[] | undefined;
  /** An id, or a key such as OPS-12. */
  id: string;
  /** Why, for whoever reads the history. */
  reason?: string | undefined;
};

export type ItemWithdrawInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  reason?: string | undefined;
};

export type LedgerCheckpointInput = Record<never, never>;

export type LedgerProofInput = {
  /** A position: prove that this entry is in the ledger. */
  entry?: number | undefined;
  /** An older size: prove that the ledger still begins with it. */
  from?: number | undefined;
  /** The size to prove for; that of the newest checkpoint unless stated. */
  size?: number | undefined;
};

export type MeGetInput = Record<never, never>;

export type OutcomeCreateInput = {
  /** What will be true when it is achieved. */
  title: string;
  /** Why, for whom, and how one will know. Markdown. */
  description?: string | undefined;
  /** The larger outcome that this is a part of; null for none. */
  parent?: string | null | undefined;
  /** The human who is accountable: an id, name, e-mail or `me`. */
  owner?: string | undefined;
  measures?: {
    /** Keeps the measure when an edit sends it again; leave it out for a new one. */
    id?: string | undefined;
    /** What is counted. */
    name: string;
    /** Such as %, days or EUR. */
    unit: string;
    /** Where it stood before. */
    baseline: number;
    /** Where it shall stand. */
    target: number;
    /** Where a new measure stands; its baseline unless stated. Later ones are read with outcome.measure. */
    current?: number | undefined;
  }[] | undefined;
};

export type OutcomeEndInput = {
  /** A UUID. */
  id: string;
  as: 'achieved' | 'abandoned';
  reason?: string | undefined;
};

export type OutcomeGetInput = {
  /** A UUID. */
  id: string;
};

export type OutcomeListInput = {
  state?: 'open' | 'achieved' | 'abandoned' | undefined;
  /** Who is accountable: an id, name, e-mail address or `me`. */
  owner?: string | undefined;
  /** Only those directly under this one. */
  parent?: string | undefined;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type OutcomeListOutput = {
  items: Outcome[];
  next: string | null;
};

export type OutcomeMeasureInput = {
  /** A UUID. */
  id: string;
  /** The id of the measure, such as m1. */
  measure: string;
  /** In the unit of the measure. */
  value: number;
  /** Where the figure is from, or what moved it. */
  note?: string | undefined;
};

export type OutcomeUpdateInput = {
  /** A UUID. */
  id: string;
  /** What will be true when it is achieved. */
  title?: string | undefined;
  /** Why, for whom, and how one will know. Markdown. */
  description?: string | undefined;
  /** The larger outcome that this is a part of; null for none. */
  parent?: string | null | undefined;
  /** The human who is accountable: an id, name, e-mail or `me`. */
  owner?: string | undefined;
  /** All of them: one that is left out is measured no longer. */
  measures?: {
    /** Keeps the measure when an edit sends it again; leave it out for a new one. */
    id?: string | undefined;
    /** What is counted. */
    name: string;
    /** Such as %, days or EUR. */
    unit: string;
    /** Where it stood before. */
    baseline: number;
    /** Where it shall stand. */
    target: number;
    /** Where a new measure stands; its baseline unless stated. Later ones are read with outcome.measure. */
    current?: number | undefined;
  }[] | undefined;
};

export type ParticipantCreateInput = {
  kind: 'human' | 'agent' | 'system';
  name: string;
  /** The accountable human of an agent or a system; you unless stated. */
  sponsor?: string | undefined;
  skills?: string[] | undefined;
  /** Ids or keys; none: works for every team. */
  teams?: string[] | undefined;
  email?: string | undefined;
  role?: 'admin' | 'member' | 'guest' | undefined;
  /** How many runs they may hold at once; null: any number. */
  wipLimit?: number | null | undefined;
};

export type ParticipantGetInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
};

export type ParticipantInviteInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
};

export type ParticipantInviteOutput = {
  /** Shown once: give it to nobody else. */
  url: string;
  /** A time, ISO 8601 in UTC. */
  expiresAt: string;
};

export type ParticipantListInput = {
  kind?: 'human' | 'agent' | 'system' | undefined;
  /** Only members of this team, by id or key. */
  team?: string | undefined;
  /** How the name begins, in capitals or not. */
  q?: string | undefined;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type ParticipantListOutput = {
  items: Participant[];
  next: string | null;
};

export type ParticipantRetireInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
  /** Who takes over everything that nobody is named for below. */
  successor?: string | undefined;
  /** Who takes over which one thing. */
  successors?: {
    /** An id or key. */
    item?: string | undefined;
    outcome?: string | undefined;
    /** An id or a name. */
    agent?: string | undefined;
    /** An id or key. */
    team?: string | undefined;
    request?: string | undefined;
    /** Who takes it over: a human who is active. */
    to: string;
  }[] | undefined;
  /** Why: it stands beside everything that is handed over. */
  reason: string;
};

export type ParticipantSetAutonomyInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
  /** How far the agent acts alone, unless the type of the work says otherwise. */
  level?: 'observer' | 'recommender' | 'approver-gated' | 'reporting' | 'autonomous' | undefined;
  /** Levels for types of work, such as `{"bug": "autonomous"}`; they replace those of before. */
  byType?: Record<string, 'observer' | 'recommender' | 'approver-gated' | 'reporting' | 'autonomous'> | undefined;
  /** The most that the sponsor may give; only an admin sets it. */
  ceiling?: 'observer' | 'recommender' | 'approver-gated' | 'reporting' | 'autonomous' | undefined;
};

export type ParticipantUpdateInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
  name?: string | undefined;
  skills?: string[] | undefined;
  /** Ids or keys; none: works for every team. */
  teams?: string[] | undefined;
  role?: 'admin' | 'member' | 'guest' | undefined;
  /** Paused or retired, they can do nothing and lose the work they hold; retired, their tokens end as well. */
  status?: 'active' | 'paused' | 'retired' | undefined;
  /** How many runs they may hold at once; null: any number. */
  wipLimit?: number | null | undefined;
  /** The accountable human of an agent or a system. */
  sponsor?: string | undefined;
};

export type PasswordChangeInput = {
  current: string;
  /** From 10 to 200 characters, and not the e-mail address. */
  password: string;
};

export type PolicyGetInput = {
  /** All of the workspace, one team, one type of work, or one item. */
  scope?: 'workspace' | 'team' | 'type' | 'item' | undefined;
  /** Which one: the team or the item by id or key, or the type of work. Not for the workspace. */
  target?: string | undefined;
};

export type PolicyListInput = {
  /** All of the workspace, one team, one type of work, or one item. */
  scope?: 'workspace' | 'team' | 'type' | 'item' | undefined;
  /** Which one: the team or the item by id or key, or the type of work. Not for the workspace. */
  target?: string | undefined;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type PolicyListOutput = {
  items: Policy[];
  next: string | null;
};

export type PolicyMayInput = {
  /** A participant by id, name, e-mail address, or `me`. */
  who?: string | undefined;
  /** An operation, such as `run.deliver`. */
  action: string;
  /** An id, or a key such as OPS-12. */
  item?: string | undefined;
};

export type PolicyUpdateInput = {
  /** All of the workspace, one team, one type of work, or one item. */
  scope?: 'workspace' | 'team' | 'type' | 'item' | undefined;
  /** Which one: the team or the item by id or key, or the type of work. Not for the workspace. */
  target?: string | undefined;
  /** All of them: what is left out is no longer in force. Their order never matters. */
  rules: PolicyRule[];
  /** Why, for whoever reads the versions. */
  note?: string | undefined;
};

export type RequestCreateInput = {
  kind: 'question' | 'handoff' | 'exception';
  /** A participant (id, name, e-mail address), a team (`team:KEY`), or a role (`role:admin`); the item’s owner unless stated. */
  to?: Addressee | string | undefined;
  /** What it is about. */
  item?: string | undefined;
  /** What is asked, in a sentence or two. */
  text: string;
  /** Whether the work stands still until it is answered; so for questions unless stated. */
  blocking?: boolean | undefined;
  /** When an answer is needed. */
  due?: string | undefined;
  /** Question: the answers to choose from. */
  options?: string[] | undefined;
  /** Question: what holds when nobody answers until `due`. */
  default?: string | undefined;
  /** Handoff: what is done so far. */
  done?: string | undefined;
  /** Handoff: what remains. */
  remaining?: string | undefined;
  /** Handoff: what may go wrong. */
  risks?: string | undefined;
  /** Handoff: the output that is expected. */
  expected?: string | undefined;
  /** Handoff: artifacts that help. */
  artifacts?: string[] | undefined;
  /** Exception: what kind of trouble. */
  class?: 'blocked' | 'failed' | 'lost' | 'stalled' | 'looping' | 'overrun' | 'out_of_scope' | 'conflict' | 'policy' | 'external' | undefined;
  /** Exception: how bad. */
  severity?: 'low' | 'medium' | 'high' | undefined;
  /** Exception: what somebody must supply. */
  needed?: string | undefined;
};

export type RequestForwardInput = {
  /** A UUID. */
  id: string;
  /** A participant (id, name, e-mail address), a team (`team:KEY`), or a role (`role:admin`). */
  to: Addressee | string;
  reason: string;
};

export type RequestGetInput = {
  /** A UUID. */
  id: string;
};

export type RequestListInput = {
  /** An id, or a key such as OPS-12. */
  item?: string | undefined;
  kind?: 'question' | 'decision' | 'proposal' | 'handoff' | 'review' | 'exception' | undefined;
  state?: 'open' | 'answered' | 'declined' | 'withdrawn' | 'expired' | undefined;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type RequestListOutput = {
  items: Request[];
  next: string | null;
};

export type RequestRespondInput = {
  /** A UUID. */
  id: string;
  /** Question: the answer. */
  answer?: string | undefined;
  /** Decision: one of the options. */
  choice?: string | undefined;
  /** Handoff, proposal: yes or no. */
  accept?: boolean | undefined;
  /** Review: a verdict for each required criterion; a fail says why. */
  verdicts?: {
    criterion: string;
    verdict: 'pass' | 'fail';
    reason?: string | null | undefined;
  }[] | undefined;
  /** Exception: what is done about it. */
  resolution?: 'retry' | 'reassign' | 'rescope' | 'split' | 'waive' | 'cancel' | 'fixed' | undefined;
  /** Exception, with `reassign`: who shall do it. */
  assignee?: string | undefined;
  /** Proposal: what to change before accepting. */
  edits?: unknown;
  reason?: string | undefined;
  /** Seconds that you looked at it before answering: how much attention it took, and whether it was read. */
  dwell?: number | undefined;
};

export type RequestSeeInput = {
  /** A UUID. */
  id: string;
};

export type RequestWithdrawInput = {
  /** A UUID. */
  id: string;
  reason?: string | undefined;
};

export type RunActivitiesInput = {
  /** A UUID. */
  id: string;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type RunActivitiesOutput = {
  items: RunActivity[];
  next: string | null;
};

export type RunDeliverInput = {
  /** A UUID. */
  id: string;
  /** The fence that the claim gave; an older one changes nothing. */
  fence: number;
  /** What was done, for whoever verifies it. */
  summary: string;
  evidence?: EvidenceInput[] | undefined;
};

export type RunFailInput = {
  /** A UUID. */
  id: string;
  /** The fence that the claim gave; an older one changes nothing. */
  fence: number;
  reason: string;
};

export type RunHeartbeatInput = {
  /** A UUID. */
  id: string;
  /** The fence that the claim gave; an older one changes nothing. */
  fence: number;
  /** From 0 to 1. */
  progress?: number | undefined;
  /** Totals of this run so far. */
  usage?: {
    tokens?: number | undefined;
    cost?: number | undefined;
    minutes?: number | undefined;
  } | undefined;
};

export type RunHeartbeatOutput = {
  leaseExpiresAt: string | null;
  signals: Signal[];
};

export type RunListInput = {
  /** Only attempts at this item. */
  item?: string | undefined;
  /** Only theirs: an id, name, e-mail address or `me`. */
  executor?: string | undefined;
  /** Only those that live, or only those that have ended. */
  live?: boolean | undefined;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type RunListOutput = {
  items: RunRecord[];
  next: string | null;
};

export type RunMessageInput = {
  /** A UUID. */
  id: string;
  text: string;
};

export type RunReleaseInput = {
  /** A UUID. */
  id: string;
  /** Wanted from the executor. */
  fence?: number | undefined;
  reason?: string | undefined;
};

export type RunReportInput = {
  /** A UUID. */
  id: string;
  /** The fence that the claim gave; an older one changes nothing. */
  fence: number;
  /** From 0 to 1. */
  progress?: number | undefined;
  /** Totals of this run so far. */
  usage?: {
    tokens?: number | undefined;
    cost?: number | undefined;
    minutes?: number | undefined;
  } | undefined;
  /** What is being done, in a sentence. */
  activity: string;
};

export type RunReportOutput = {
  leaseExpiresAt: string | null;
  signals: Signal[];
};

export type RunStopInput = {
  /** A UUID. */
  id: string;
  /** Why, for the executor and for whoever does the work next. */
  reason: string;
};

export type SampleCreateInput = Record<never, never>;

export type SampleRemoveInput = Record<never, never>;

export type SearchQueryInput = {
  /** Words, the last one possibly unfinished; "quoted" for a phrase, -word to leave out, or for either. */
  q: string;
  limit?: number | undefined;
};

export type SearchQueryOutput = {
  items: SearchResult[];
  next: string | null;
};

export type SessionCreateInput = {
  email: string;
  password: string;
};

export type SessionEndInput = Record<never, never>;

export type SetupCompleteInput = {
  /** What stands behind the # of the link. */
  token: string;
  name: string;
  email: string;
  /** From 10 to 200 characters, and not the e-mail address. */
  password: string;
};

export type SnapshotGetInput = {
  /** Only these items, ended ones too; one that does not exist is left out. */
  items?: string[] | undefined;
};

export type SnapshotGetOutput = {
  /** Follow the feed after it, and nothing is missed. */
  position: number;
  items: ItemSummary[];
  /** The open ones about these items. */
  requests: Request[];
  /** What these items wait for, where both are open. */
  dependencies: {
    /** A UUID. */
    item: string;
    /** What has to be finished first. */
    blocker: string;
  }[];
};

export type StopCreateInput = {
  /** One agent. */
  participant?: string | undefined;
  /** The agents of a team and of the teams below it, by id or key. */
  team?: string | undefined;
  /** All agents. */
  workspace?: true | undefined;
  /** Why: the agents are told, and so is whoever asks what they do. */
  reason: string;
};

export type StopLiftInput = {
  /** A UUID. */
  id: string;
  reason?: string | undefined;
};

export type StopListInput = {
  /** Only those in force, or only those that were lifted. */
  live?: boolean | undefined;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type StopListOutput = {
  items: Stop[];
  next: string | null;
};

export type TeamAddMemberInput = {
  /** An id or a key. */
  id: string;
  /** An id, a name, an e-mail address, or `me`. */
  participant: string;
};

export type TeamCreateInput = {
  name: string;
  /** Begins the keys of its items, as OPS in OPS-12; it cannot be changed later. */
  key: string;
  /** The larger team that this is a part of. */
  parent?: string | null | undefined;
  lead?: string | null | undefined;
};

export type TeamGetInput = {
  /** An id or a key. */
  id: string;
};

export type TeamListInput = {
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type TeamListOutput = {
  items: Team[];
  next: string | null;
};

export type TeamRemoveMemberInput = {
  /** An id or a key. */
  id: string;
  /** An id, a name, an e-mail address, or `me`. */
  participant: string;
};

export type TeamUpdateInput = {
  /** An id or a key. */
  id: string;
  name?: string | undefined;
  lead?: string | null | undefined;
  /** The larger team; null for none. */
  parent?: string | null | undefined;
};

export type TokenCreateInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
  /** Where it is used, so that you know later which one to revoke. */
  name: string;
  /** Does not expire by itself unless stated. */
  expiresAt?: string | null | undefined;
};

export type TokenCreateOutput = {
  /** A UUID. */
  id: string;
  name: string;
  /** Shown once: keep it where nobody else reads it. */
  token: string;
  expiresAt: string | null;
};

export type TokenListInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type TokenListOutput = {
  items: Token[];
  next: string | null;
};

export type TokenRevokeInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
  /** The token's id, not its text. */
  token: string;
};

export type ViewCreateInput = {
  name: string;
  layout: 'board' | 'list' | 'table' | 'graph' | 'timeline';
  /** Which work it shows, as it is typed into the filter; empty for all of it. */
  filter?: string | undefined;
  group?: string | null | undefined;
  sort?: string | null | undefined;
  team?: string | null | undefined;
  /** Whether the whole workspace sees it. */
  shared?: boolean | undefined;
};

export type ViewDeleteInput = {
  /** A UUID. */
  id: string;
};

export type ViewListInput = {
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type ViewListOutput = {
  items: View[];
  next: string | null;
};

export type ViewUpdateInput = {
  /** A UUID. */
  id: string;
  name?: string | undefined;
  layout?: 'board' | 'list' | 'table' | 'graph' | 'timeline' | undefined;
  /** Which work it shows, as it is typed into the filter; empty for all of it. */
  filter?: string | undefined;
  group?: string | null | undefined;
  sort?: string | null | undefined;
  team?: string | null | undefined;
  /** Whether the whole workspace sees it. */
  shared?: boolean | undefined;
};

export type WorkClaimInput = {
  /** Without it, the next ready item that you are able to do: by priority, then age. */
  item?: string | undefined;
  /** Only this team's work. */
  team?: string | undefined;
  /** Only work that needs no other skills than these of yours. */
  skills?: string[] | undefined;
  /** Seconds until the claim ends unless renewed; people have no lease. */
  lease?: number | undefined;
};

export type WorkspaceUpdateInput = {
  name: string;
};

/** Every operation's input and output; `optional` where it can be called with nothing. */
export type Operations = {
  /** Keep a file or text by the SHA-256 of its content, to show as evidence or to hand over. */
  'artifact.create': { input: ArtifactCreateInput; output: Artifact };
  /** Read an artifact: what it is and, when it is text, what it says. */
  'artifact.get': { input: ArtifactGetInput; output: ArtifactWithText };
  /** Follow a fact to what led to it, back to the first cause, and to what it caused itself. */
  'event.chain': { input: EventChainInput; output: EventChain };
  /** Read one fact of the ledger with its place; a fact has it moments after it happened. */
  'event.get': { input: EventGetInput; output: FeedEntry };
  /** The ledger page by page, as a feed from a position on or the newest first: who did what, about what and when. */
  'event.list': { input: EventListInput; output: EventListOutput; optional: true };
  /** Bring in a backlog from another tool, whole or not at all; what is already here stays as it is. */
  'import.create': { input: ImportCreateInput; output: ImportReport };
  /** Everything that needs you, the most costly to leave first, and why. */
  'inbox.list': { input: InboxListInput; output: InboxListOutput; optional: true };
  /** Name who shall do the work; null leaves it to anybody able. */
  'item.assign': { input: ItemAssignInput; output: ChangedItem };
  /** Everything that an executor needs to do the work, in one answer. */
  'item.brief': { input: ItemBriefInput; output: Brief };
  /** End work that is no longer wanted; the owners of whatever waits for it are told. */
  'item.cancel': { input: ItemCancelInput; output: ChangedItem };
  /** The parts of a larger work, and how far it is by those that are verified. */
  'item.children': { input: ItemChildrenInput; output: ItemChildrenOutput };
  /** Say something about an item; whoever works on it hears it with the next heartbeat. */
  'item.comment': { input: ItemCommentInput; output: Comment };
  /** What was said about an item, oldest first. */
  'item.comments': { input: ItemCommentsInput; output: ItemCommentsOutput };
  /** Say that the work is clear enough to be handed out; refused with every part that is missing. */
  'item.commit': { input: ItemCommitInput; output: ChangedItem };
  /** Write down work as a draft; everything but the title may come later. */
  'item.create': { input: ItemCreateInput; output: ChangedItem };
  /** Say what has to be finished before this item can start. */
  'item.depend': { input: ItemDependInput; output: ChangedItem };
  /** Read one item: its contract, where it stands and what you may do with it. */
  'item.get': { input: ItemGetInput; output: Item };
  /** Everything that happened to an item, oldest first: by whom, on whose behalf and on what authority. */
  'item.history': { input: ItemHistoryInput; output: ItemHistoryOutput };
  /** List items, filtered and in pages. */
  'item.list': { input: ItemListInput; output: ItemListOutput; optional: true };
  /** File the item as a part of a larger one, or of none. */
  'item.move': { input: ItemMoveInput; output: ChangedItem };
  /** What the contract still lacks before the work can be handed out, and what would make it clearer. */
  'item.readiness': { input: ItemReadinessInput; output: ItemReadinessOutput };
  /** Take finished work up again; it counts as a defect that got away, so say why. */
  'item.reopen': { input: ItemReopenInput; output: ChangedItem };
  /** Take work out of the hands of whoever does it and go on with it yourself; they learn who took it and why. */
  'item.take_over': { input: ItemTakeOverInput; output: TakenOver };
  /** Decide on a draft in the intake: accept it as work, end it as a duplicate of another item, or decline it. */
  'item.triage': { input: ItemTriageInput; output: ChangedItem };
  /** Say that the item need not wait for another one any longer. */
  'item.undepend': { input: ItemUndependInput; output: ChangedItem };
  /** Edit the contract: each edit is a numbered revision, and whoever works on the item is told. */
  'item.update': { input: ItemUpdateInput; output: ChangedItem };
  /** Take ready work back to be clarified. */
  'item.withdraw': { input: ItemWithdrawInput; output: ChangedItem };
  /** The newest signed checkpoint: size and root of the ledger, which anybody can keep and check later ones against. */
  'ledger.checkpoint': { input: LedgerCheckpointInput; output: Checkpoint; optional: true };
  /** Proof that an entry is in the ledger, or that a checkpoint’s ledger begins with an older one. */
  'ledger.proof': { input: LedgerProofInput; output: LedgerProof; optional: true };
  /** Read who you are: the participant that your token or session stands for, its teams and its workspace. */
  'me.get': { input: MeGetInput; output: Me; optional: true };
  /** Write down a result that is wanted, with what tells how far it is. */
  'outcome.create': { input: OutcomeCreateInput; output: Outcome };
  /** Say that an outcome was achieved, or that it is wanted no longer. */
  'outcome.end': { input: OutcomeEndInput; output: Outcome };
  /** Read one outcome with the last readings of its measures. */
  'outcome.get': { input: OutcomeGetInput; output: Outcome };
  /** List outcomes, the oldest first, with how many items serve each. */
  'outcome.list': { input: OutcomeListInput; output: OutcomeListOutput; optional: true };
  /** Note where a measure stands now: a reading with its date. */
  'outcome.measure': { input: OutcomeMeasureInput; output: Outcome };
  /** Change what is wanted, how it is measured, who is accountable, or which outcome it is a part of. */
  'outcome.update': { input: OutcomeUpdateInput; output: Outcome };
  /** Add a person, an agent or a system. */
  'participant.create': { input: ParticipantCreateInput; output: Participant };
  /** Read one participant. */
  'participant.get': { input: ParticipantGetInput; output: Participant };
  /** Make a link with which a person sets their name, e-mail address and password, once and within two days. */
  'participant.invite': { input: ParticipantInviteInput; output: ParticipantInviteOutput };
  /** List people, agents and systems, the longest known first. */
  'participant.list': { input: ParticipantListInput; output: ParticipantListOutput; optional: true };
  /** Retire somebody and hand over, in one step, everything that they own, sponsor, lead or are asked. */
  'participant.retire': { input: ParticipantRetireInput; output: Retirement };
  /** Say how far an agent acts alone, for all work or by type of work; it counts at once. */
  'participant.set_autonomy': { input: ParticipantSetAutonomyInput; output: Participant };
  /** Change a participant: rename, pause, resume or retire them, or change what they may and can do. */
  'participant.update': { input: ParticipantUpdateInput; output: Participant };
  /** Change your password; your other sessions end. */
  'password.change': { input: PasswordChangeInput; output: null };
  /** Read the rules in force: the base rules, which always count, and those made here. */
  'policy.get': { input: PolicyGetInput; output: PolicyInForce; optional: true };
  /** List the versions that the rules of the workspace, a team, a type of work or an item had, newest first. */
  'policy.list': { input: PolicyListInput; output: PolicyListOutput; optional: true };
  /** Ask whether somebody may do something with an item, why, and who would have to approve it. */
  'policy.may': { input: PolicyMayInput; output: MayAnswer };
  /** Make a new version of the rules of the workspace, a team, a type of work or an item; it counts at once. */
  'policy.update': { input: PolicyUpdateInput; output: Policy };
  /** Ask somebody: a question, a handoff for them to take over, or an exception that needs a decision. */
  'request.create': { input: RequestCreateInput; output: Request };
  /** Escalate a request: pass it on to somebody who is better placed to answer, with the reason. */
  'request.forward': { input: RequestForwardInput; output: Request };
  /** Read one request. */
  'request.get': { input: RequestGetInput; output: Request };
  /** List requests, newest first. */
  'request.list': { input: RequestListInput; output: RequestListOutput; optional: true };
  /** Answer a request, in the way that its kind asks for. */
  'request.respond': { input: RequestRespondInput; output: AnsweredRequest };
  /** Say that you have looked at a request: the first look is kept, so that thinking and waiting can be told apart. */
  'request.see': { input: RequestSeeInput; output: Request };
  /** Take back a request that needs no answer any longer. */
  'request.withdraw': { input: RequestWithdrawInput; output: Request };
  /** What the executor of a run said they were doing, newest first, as the ledger has it. */
  'run.activities': { input: RunActivitiesInput; output: RunActivitiesOutput };
  /** Hand the work over for review, with evidence for every required criterion. */
  'run.deliver': { input: RunDeliverInput; output: ChangedItem };
  /** Say that you could not do it, and why: a proper ending, which the owner learns of. */
  'run.fail': { input: RunFailInput; output: ChangedItem };
  /** Say that the work goes on: renews the lease and hears what waits to be told. */
  'run.heartbeat': { input: RunHeartbeatInput; output: RunHeartbeatOutput };
  /** Attempts at work, live and ended, newest first: who did what, how far they came and how it ended. */
  'run.list': { input: RunListInput; output: RunListOutput; optional: true };
  /** Tell whoever works on something a word: they hear it with their next heartbeat. */
  'run.message': { input: RunMessageInput; output: null };
  /** Give the work back unfinished; its owner, the executor’s sponsor or an admin may take it back without a fence. */
  'run.release': { input: RunReleaseInput; output: ChangedItem };
  /** Say what is being done now: kept in the history, and renews the lease like a heartbeat. */
  'run.report': { input: RunReportInput; output: RunReportOutput };
  /** Stop a run at once: its executor can write nothing more, learns who stopped it and why, and the work is ready again. */
  'run.stop': { input: RunStopInput; output: ChangedItem };
  /** Make a small organisation with work in all states to try Coact with; `sample.remove` takes it all away. */
  'sample.create': { input: SampleCreateInput; output: Sample; optional: true };
  /** Take the sample away at once, with everything that was put into its team; the ledger alone remembers it. */
  'sample.remove': { input: SampleRemoveInput; output: null; optional: true };
  /** Find work, comments, artifacts, people and teams by words, or an item by its key; the best match first. */
  'search.query': { input: SearchQueryInput; output: SearchQueryOutput };
  /** Sign in with an e-mail address and a password. */
  'session.create': { input: SessionCreateInput; output: Session };
  /** Sign out: the session that you call with ends at once. */
  'session.end': { input: SessionEndInput; output: null; optional: true };
  /** Use a set-up link: choose your name, e-mail address and password, and be signed in. */
  'setup.complete': { input: SetupCompleteInput; output: Session };
  /** Read all open work in one answer, and the position from which the feed goes on. */
  'snapshot.get': { input: SnapshotGetInput; output: SnapshotGetOutput; optional: true };
  /** Stop one agent, the agents of a team, or all: their runs end at once and they may do nothing until it is lifted. */
  'stop.create': { input: StopCreateInput; output: Stop };
  /** Lift a stop: the agents that no other one covers may claim work again. What they held stays taken from them. */
  'stop.lift': { input: StopLiftInput; output: Stop };
  /** List the stops of agents, the newest first. */
  'stop.list': { input: StopListInput; output: StopListOutput; optional: true };
  /** Make a participant a member of a team. */
  'team.add_member': { input: TeamAddMemberInput; output: null };
  /** Make a team; its key begins the keys of its items. */
  'team.create': { input: TeamCreateInput; output: Team };
  /** Read one team. */
  'team.get': { input: TeamGetInput; output: Team };
  /** List the teams, the oldest first. */
  'team.list': { input: TeamListInput; output: TeamListOutput; optional: true };
  /** End a membership; whoever is in no team works for every team. */
  'team.remove_member': { input: TeamRemoveMemberInput; output: null };
  /** Rename a team, give it another lead, or move it under another team. */
  'team.update': { input: TeamUpdateInput; output: Team };
  /** Make a token with which an agent, a system or a person calls Coact. */
  'token.create': { input: TokenCreateInput; output: TokenCreateOutput };
  /** List a participant's tokens and sessions that are not revoked. */
  'token.list': { input: TokenListInput; output: TokenListOutput };
  /** End a token or a session at once. */
  'token.revoke': { input: TokenRevokeInput; output: null };
  /** Save a way to look at the work, for yourself, a team or everybody. */
  'view.create': { input: ViewCreateInput; output: View };
  /** Delete a saved view; the work that it shows stays as it is. */
  'view.delete': { input: ViewDeleteInput; output: null };
  /** List the saved views that you see, the oldest first: your own, your teams’ and everybody’s. */
  'view.list': { input: ViewListInput; output: ViewListOutput; optional: true };
  /** Change a saved view, or whom it is shared with. */
  'view.update': { input: ViewUpdateInput; output: View };
  /** Take the next ready item that you are able to do, under a lease, with everything needed to do it. */
  'work.claim': { input: WorkClaimInput; output: Claim | null; optional: true };
  /** Name the workspace, as people see it on every page. */
  'workspace.update': { input: WorkspaceUpdateInput; output: Workspace };
};

/** Where each operation is found. Fields in the path are named there; the others go into the query string with GET and DELETE, else into the body. */
export const routes = {
  'artifact.create': { kind: 'command', method: 'POST', path: '/v1/artifacts' },
  'artifact.get': { kind: 'query', method: 'GET', path: '/v1/artifacts/{sha256}' },
  'event.chain': { kind: 'query', method: 'GET', path: '/v1/events/{id}/chain' },
  'event.get': { kind: 'query', method: 'GET', path: '/v1/events/{id}' },
  'event.list': { kind: 'query', method: 'GET', path: '/v1/events' },
  'import.create': { kind: 'command', method: 'POST', path: '/v1/imports' },
  'inbox.list': { kind: 'query', method: 'GET', path: '/v1/inbox' },
  'item.assign': { kind: 'command', method: 'POST', path: '/v1/items/{id}/assign' },
  'item.brief': { kind: 'query', method: 'GET', path: '/v1/items/{id}/brief' },
  'item.cancel': { kind: 'command', method: 'POST', path: '/v1/items/{id}/cancel' },
  'item.children': { kind: 'query', method: 'GET', path: '/v1/items/{id}/children' },
  'item.comment': { kind: 'command', method: 'POST', path: '/v1/items/{id}/comments' },
  'item.comments': { kind: 'query', method: 'GET', path: '/v1/items/{id}/comments' },
  'item.commit': { kind: 'command', method: 'POST', path: '/v1/items/{id}/commit' },
  'item.create': { kind: 'command', method: 'POST', path: '/v1/items' },
  'item.depend': { kind: 'command', method: 'POST', path: '/v1/items/{id}/dependencies' },
  'item.get': { kind: 'query', method: 'GET', path: '/v1/items/{id}' },
  'item.history': { kind: 'query', method: 'GET', path: '/v1/items/{id}/history' },
  'item.list': { kind: 'query', method: 'GET', path: '/v1/items' },
  'item.move': { kind: 'command', method: 'POST', path: '/v1/items/{id}/move' },
  'item.readiness': { kind: 'query', method: 'GET', path: '/v1/items/{id}/readiness' },
  'item.reopen': { kind: 'command', method: 'POST', path: '/v1/items/{id}/reopen' },
  'item.take_over': { kind: 'command', method: 'POST', path: '/v1/items/{id}/take-over' },
  'item.triage': { kind: 'command', method: 'POST', path: '/v1/items/{id}/triage' },
  'item.undepend': { kind: 'command', method: 'DELETE', path: '/v1/items/{id}/dependencies/{blocker}' },
  'item.update': { kind: 'command', method: 'PATCH', path: '/v1/items/{id}', wantsVersion: true },
  'item.withdraw': { kind: 'command', method: 'POST', path: '/v1/items/{id}/withdraw' },
  'ledger.checkpoint': { kind: 'query', method: 'GET', path: '/v1/ledger/checkpoint' },
  'ledger.proof': { kind: 'query', method: 'GET', path: '/v1/ledger/proof' },
  'me.get': { kind: 'query', method: 'GET', path: '/v1/me' },
  'outcome.create': { kind: 'command', method: 'POST', path: '/v1/outcomes' },
  'outcome.end': { kind: 'command', method: 'POST', path: '/v1/outcomes/{id}/end' },
  'outcome.get': { kind: 'query', method: 'GET', path: '/v1/outcomes/{id}' },
  'outcome.list': { kind: 'query', method: 'GET', path: '/v1/outcomes' },
  'outcome.measure': { kind: 'command', method: 'POST', path: '/v1/outcomes/{id}/measures/{measure}' },
  'outcome.update': { kind: 'command', method: 'PATCH', path: '/v1/outcomes/{id}', wantsVersion: true },
  'participant.create': { kind: 'command', method: 'POST', path: '/v1/participants' },
  'participant.get': { kind: 'query', method: 'GET', path: '/v1/participants/{id}' },
  'participant.invite': { kind: 'command', method: 'POST', path: '/v1/participants/{id}/invite' },
  'participant.list': { kind: 'query', method: 'GET', path: '/v1/participants' },
  'participant.retire': { kind: 'command', method: 'POST', path: '/v1/participants/{id}/retire' },
  'participant.set_autonomy': { kind: 'command', method: 'PUT', path: '/v1/participants/{id}/autonomy' },
  'participant.update': { kind: 'command', method: 'PATCH', path: '/v1/participants/{id}' },
  'password.change': { kind: 'command', method: 'POST', path: '/v1/me/password' },
  'policy.get': { kind: 'query', method: 'GET', path: '/v1/policy' },
  'policy.list': { kind: 'query', method: 'GET', path: '/v1/policy/versions' },
  'policy.may': { kind: 'query', method: 'GET', path: '/v1/policy/may' },
  'policy.update': { kind: 'command', method: 'PUT', path: '/v1/policy', wantsVersion: true },
  'request.create': { kind: 'command', method: 'POST', path: '/v1/requests' },
  'request.forward': { kind: 'command', method: 'POST', path: '/v1/requests/{id}/forward' },
  'request.get': { kind: 'query', method: 'GET', path: '/v1/requests/{id}' },
  'request.list': { kind: 'query', method: 'GET', path: '/v1/requests' },
  'request.respond': { kind: 'command', method: 'POST', path: '/v1/requests/{id}/respond' },
  'request.see': { kind: 'command', method: 'POST', path: '/v1/requests/{id}/see' },
  'request.withdraw': { kind: 'command', method: 'POST', path: '/v1/requests/{id}/withdraw' },
  'run.activities': { kind: 'query', method: 'GET', path: '/v1/runs/{id}/activities' },
  'run.deliver': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/deliver' },
  'run.fail': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/fail' },
  'run.heartbeat': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/heartbeat' },
  'run.list': { kind: 'query', method: 'GET', path: '/v1/runs' },
  'run.message': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/message' },
  'run.release': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/release' },
  'run.report': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/report' },
  'run.stop': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/stop' },
  'sample.create': { kind: 'command', method: 'POST', path: '/v1/sample' },
  'sample.remove': { kind: 'command', method: 'DELETE', path: '/v1/sample' },
  'search.query': { kind: 'query', method: 'GET', path: '/v1/search' },
  'session.create': { kind: 'command', method: 'POST', path: '/v1/sessions' },
  'session.end': { kind: 'command', method: 'DELETE', path: '/v1/sessions/current' },
  'setup.complete': { kind: 'command', method: 'POST', path: '/v1/setup' },
  'snapshot.get': { kind: 'query', method: 'GET', path: '/v1/snapshot' },
  'stop.create': { kind: 'command', method: 'POST', path: '/v1/stops' },
  'stop.lift': { kind: 'command', method: 'POST', path: '/v1/stops/{id}/lift' },
  'stop.list': { kind: 'query', method: 'GET', path: '/v1/stops' },
  'team.add_member': { kind: 'command', method: 'PUT', path: '/v1/teams/{id}/members/{participant}' },
  'team.create': { kind: 'command', method: 'POST', path: '/v1/teams' },
  'team.get': { kind: 'query', method: 'GET', path: '/v1/teams/{id}' },
  'team.list': { kind: 'query', method: 'GET', path: '/v1/teams' },
  'team.remove_member': { kind: 'command', method: 'DELETE', path: '/v1/teams/{id}/members/{participant}' },
  'team.update': { kind: 'command', method: 'PATCH', path: '/v1/teams/{id}' },
  'token.create': { kind: 'command', method: 'POST', path: '/v1/participants/{id}/tokens' },
  'token.list': { kind: 'query', method: 'GET', path: '/v1/participants/{id}/tokens' },
  'token.revoke': { kind: 'command', method: 'DELETE', path: '/v1/participants/{id}/tokens/{token}' },
  'view.create': { kind: 'command', method: 'POST', path: '/v1/views' },
  'view.delete': { kind: 'command', method: 'DELETE', path: '/v1/views/{id}' },
  'view.list': { kind: 'query', method: 'GET', path: '/v1/views' },
  'view.update': { kind: 'command', method: 'PATCH', path: '/v1/views/{id}' },
  'work.claim': { kind: 'command', method: 'POST', path: '/v1/work/claim' },
  'workspace.update': { kind: 'command', method: 'PATCH', path: '/v1/workspace' },
} as const;

/** Every way the server says no. */
export type RefusalCode =
  | 'invalid_input'
  | 'malformed'
  | 'too_large'
  | 'not_found'
  | 'unknown_reference'
  | 'method_not_allowed'
  | 'unauthenticated'
  | 'wrong_credentials'
  | 'forbidden'
  | 'foreign_origin'
  | 'too_many_attempts'
  | 'not_active'
  | 'stopped'
  | 'last_admin'
  | 'still_accountable'
  | 'no_successor'
  | 'version_conflict'
  | 'precondition_required'
  | 'key_reused'
  | 'already_exists'
  | 'not_ready'
  | 'wrong_state'
  | 'blocked'
  | 'waiting'
  | 'already_triaged'
  | 'too_early'
  | 'already_claimed'
  | 'held_back'
  | 'lacks_skill'
  | 'not_your_team'
  | 'assigned_elsewhere'
  | 'over_wip'
  | 'stale_fence'
  | 'evidence_missing'
  | 'children_open'
  | 'outcomes_open'
  | 'cycle'
  | 'limit_reached'
  | 'not_verifier'
  | 'verdict_missing'
  | 'reason_missing'
  | 'forbidden_by_policy'
  | 'not_approver'
  | 'world_moved'
  | 'policy_unsound'
  | 'above_ceiling'
  | 'sample_exists'
  | 'no_sample'
  | 'sample_in_use'
  | 'busy'
  | 'unavailable'
  | 'internal';

/** Those that may go away by themselves. */
export const retryableCodes: readonly string[] = ['too_many_attempts', 'version_conflict', 'blocked', 'waiting', 'too_early', 'already_claimed', 'over_wip', 'children_open', 'busy', 'unavailable'];
