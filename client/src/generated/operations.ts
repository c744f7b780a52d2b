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
  /** After accepting a proposal: what was done. */
  applied: {
    step: number;
    operation: string;
    id: string | null;
    key: string | null;
  }[];
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
  /** Null when it is not text, or was erased. */
  text: string | null;
  /** When its content was erased, since its time was over. */
  erasedAt: string | null;
  /** Whether it is a PDF by its type and by how it begins. */
  isPdf: boolean;
};

/** Who stands behind a fact: actor, accountable human, authority and cause. */
export type Attribution = {
  event: FeedEntry;
  actor: {
    /** A UUID. */
    id: string;
    kind: 'human' | 'agent' | 'system';
    /** As it is now. */
    name: string;
  };
  /** Who answered for the actor then, up to a human. */
  chain: {
    participant: {
      /** A UUID. */
      id: string;
      kind: 'human' | 'agent' | 'system';
      /** As it is now. */
      name: string;
    };
    /** A UUID. */
    answersFor: string;
    since: {
      /** The fact that tells it. */
      event: string | null;
      at: string | null;
    };
  }[];
  /** The human who is accountable; null where Coact itself acted. */
  accountable: {
    /** A UUID. */
    id: string;
    kind: 'human' | 'agent' | 'system';
    /** As it is now. */
    name: string;
  } | null;
  authority: {
    text: string;
    /** The rules that it names, as they were then; version 0 for those that every workspace has. */
    rules: {
      id: string;
      because: string;
      scope: string;
      version: number;
    }[];
  };
  approvals: {
    by: {
      /** A UUID. */
      id: string;
      kind: 'human' | 'agent' | 'system';
      /** As it is now. */
      name: string;
    };
    /** The fact that tells it. */
    event: string | null;
    at: string | null;
  }[];
  /** What led to it, the first cause first. */
  causes: FeedEntry[];
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
  /** What the work may cost, what was used of it and what is left. */
  budget: {
    tokens?: number | undefined;
    /** In the currency of the workspace. */
    cost?: number | undefined;
    minutes?: number | undefined;
    /** How many runs the work may have. */
    attempts?: number | undefined;
    used: {
      tokens: number;
      cost: number;
      minutes: number;
    };
    left: {
      tokens?: number | undefined;
      cost?: number | undefined;
      minutes?: number | undefined;
      attempts?: number | undefined;
    };
  } | null;
  howToDeliver: string;
  note: string;
  /** What was shortened or left out to fit `maxTokens`, and the operation that gives all of it. */
  omitted: {
    part: string;
    left: string;
    from: string;
  }[];
};

/** A brief as Markdown. */
export type BriefText = {
  /** What others wrote stands in fences marked as data. */
  markdown: string;
};

/** What an agent or a team may use in each day, week or month. */
export type Budget = {
  /** A UUID. */
  id: string;
  of: 'participant' | 'team';
  /** The participant or the team; a team’s budget counts the work of the teams below it. */
  subject: string;
  /** A day, a week from Monday or a month of the calendar; each begins at midnight UTC. */
  period: 'day' | 'week' | 'month';
  /** Only what is limited; nothing, where the budget was taken away. */
  limits: {
    tokens?: number | undefined;
    cost?: number | undefined;
    minutes?: number | undefined;
  };
  /** In this period. */
  used: {
    tokens: number;
    cost: number;
    minutes: number;
  };
  /** Set apart for runs that live. */
  reserved: {
    tokens: number;
    cost: number;
    minutes: number;
  };
  /** What no run has used or reserved. */
  left: {
    tokens?: number | undefined;
    cost?: number | undefined;
    minutes?: number | undefined;
  };
  /** A time, ISO 8601 in UTC. */
  starts: string;
  /** When the period ends, and all of it may be used anew. */
  ends: string;
  currency: string;
};

export type BudgetDetails = {
  /** A UUID. */
  id: string;
  of: 'participant' | 'team';
  /** The participant or the team; a team’s budget counts the work of the teams below it. */
  subject: string;
  /** A day, a week from Monday or a month of the calendar; each begins at midnight UTC. */
  period: 'day' | 'week' | 'month';
  /** Only what is limited; nothing, where the budget was taken away. */
  limits: {
    tokens?: number | undefined;
    cost?: number | undefined;
    minutes?: number | undefined;
  };
  /** In this period. */
  used: {
    tokens: number;
    cost: number;
    minutes: number;
  };
  /** Set apart for runs that live. */
  reserved: {
    tokens: number;
    cost: number;
    minutes: number;
  };
  /** What no run has used or reserved. */
  left: {
    tokens?: number | undefined;
    cost?: number | undefined;
    minutes?: number | undefined;
  };
  /** A time, ISO 8601 in UTC. */
  starts: string;
  /** When the period ends, and all of it may be used anew. */
  ends: string;
  currency: string;
  /** In this period, the dearest first. */
  byItem: {
    /** A UUID. */
    item: string;
    key: string;
    title: string;
    runs: number;
    used: {
      tokens: number;
      cost: number;
      minutes: number;
    };
  }[];
  /** The newest first. */
  byPeriod: {
    /** The day on which the period began. */
    date: string;
    /** Only what is limited; nothing, where the budget was taken away. */
    limits: {
      tokens?: number | undefined;
      cost?: number | undefined;
      minutes?: number | undefined;
    };
    used: {
      tokens: number;
      cost: number;
      minutes: number;
    };
  }[];
};

/** What became of the wish to cancel. */
export type CanceledTask = {
  task: string;
  /** `asked`: work is under way, so its owner was asked. */
  did: 'canceled' | 'asked';
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
    /** How many runs the work may have. */
    attempts?: number | undefined;
  } | null;
  /** What all of its runs have used so far; time by the clock while an agent works on it. */
  used: {
    tokens: number;
    cost: number;
    minutes: number;
  };
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

export type Conversation = {
  /** The id of the item. */
  id: string;
  key: string;
  title: string;
  /** The conversation that it belongs to. */
  context: string;
  state: 'submitted' | 'working' | 'input_required' | 'auth_required' | 'completed' | 'canceled' | 'rejected';
  /** What is needed, done or decided, in words. */
  says: string | null;
  /** The open question that the next message answers. */
  request: string | null;
  progress: number | null;
  /** When it last changed. */
  at: string;
  messages: ConversationMessage[];
  artifacts: TaskArtifact[];
  /** Who sent the work. */
  participant: string;
};

/** One message of the conversation about an item. */
export type ConversationMessage = {
  /** Its sender’s name for it; of a question, the id of the request. */
  id: string;
  /** `user`: whoever sent the work; `agent`: Coact. */
  role: 'user' | 'agent';
  /** As A2A writes them; a file is named by the SHA-256 of its content. */
  parts: Record<string, unknown>[];
  metadata: Record<string, unknown>;
  /** A time, ISO 8601 in UTC. */
  at: string;
};

/** One decision of the log: what was asked, and who decided what. */
export type Decision = {
  /** Of the request that asked for it. */
  id: string;
  /** `expired` where silence decided. */
  state: 'open' | 'answered' | 'declined' | 'withdrawn' | 'expired';
  question: string;
  decisionKind: string | null;
  amount: number | null;
  reversible: boolean | null;
  item: string | null;
  itemKey: string | null;
  itemTitle: string | null;
  options: {
    id: string;
    text: string;
    consequences: string | null;
  }[];
  /** Null while nobody has decided. */
  choice: {
    id: string;
    text: string;
  } | null;
  reason: string | null;
  askedBy: string | null;
  /** A time, ISO 8601 in UTC. */
  askedAt: string;
  to: Addressee;
  due: string | null;
  onSilence: 'keep_asking' | {
    choose: string;
  };
  /** Null where silence decided. */
  decidedBy: string | null;
  decidedAt: string | null;
  /** By what right it was decided. */
  authority: string | null;
};

/** Who recommends, agrees, performs, gives input and decides about an item. */
export type DecisionRights = {
  recommend: string | null;
  agree: string[];
  perform: string | null;
  input: string[];
  decide: string | null;
  /** Null: for every kind that has no rights of its own. */
  decisionKind: string | null;
  /** Who said so. */
  by: string;
  /** A time, ISO 8601 in UTC. */
  at: string;
};

/** What an outer directory calls a participant or a team. */
export type DirectoryLink = {
  kind: 'participant' | 'team';
  /** A UUID. */
  id: string;
  externalId: string | null;
  userName: string | null;
};

/** What somebody owns, sponsors, leads and is asked. */
export type Duties = {
  pieces: {
    kind: 'item' | 'outcome' | 'agent' | 'team' | 'request';
    /** A UUID. */
    id: string;
    /** A key, a name or a title; of a request, what it says. */
    label: string | null;
    /** Of a request, the item that it is about. */
    item: string | null;
    /** Of a request, who may not answer it: they ask it, or did the work. */
    barred: string | null;
  }[];
  /** What they work on; it goes back to the queue. */
  held: {
    /** A UUID. */
    id: string;
    key: string;
  }[];
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
  /** The operation that it is part of; null where Coact set itself up. */
  act: string | null;
  /** The rule that allowed it; `none` where it was refused. */
  authority: string;
  /** The request that held the act, and who approved it; null where nobody had to. */
  approval: {
    /** A UUID. */
    request: string;
    by: string[];
  } | null;
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
  /** The operation that it is part of; null where Coact set itself up. */
  act: string | null;
  /** The rule that allowed it; `none` where it was refused. */
  authority: string;
  /** The request that held the act, and who approved it; null where nobody had to. */
  approval: {
    /** A UUID. */
    request: string;
    by: string[];
  } | null;
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

/** A legal hold: what it covers is neither erased nor made anonymous. */
export type Hold = {
  /** A UUID. */
  id: string;
  scope: 'workspace' | 'outcome' | 'item' | 'participant';
  /** The outcome, item or participant; null for the whole workspace. */
  target: string | null;
  reason: string;
  /** A UUID. */
  by: string;
  /** A time, ISO 8601 in UTC. */
  at: string;
  lifted: {
    /** A time, ISO 8601 in UTC. */
    at: string;
    /** A UUID. */
    by: string;
    reason: string;
  } | null;
};

/** An address at which another system tells of something, signed. */
export type Hook = {
  /** A UUID. */
  id: string;
  name: string;
  form: 'generic' | 'github';
  /** Where the other system sends to. */
  address: string;
  /** The system in whose name it acts. */
  participant: string;
  allows: ('intake' | 'check' | 'finish')[];
  /** Where intake goes; null: the first team of the participant. */
  team: string | null;
  labels: string[];
  criteria: {
    check: string;
    criterion: string;
  }[];
  enabled: boolean;
  previousSecretUntil: string | null;
  /** A UUID. */
  createdBy: string;
  version: number;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** A time, ISO 8601 in UTC. */
  updatedAt: string;
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

export type IncreasedBudget = {
  of: 'item' | 'participant' | 'team';
  /** A UUID. */
  subject: string;
  limits: {
    tokens?: number | undefined;
    cost?: number | undefined;
    minutes?: number | undefined;
    attempts?: number | undefined;
  };
};

/** What a team takes in from outside, and on what terms. */
export type Intake = {
  /** A UUID. */
  team: string;
  key: string;
  name: string;
  /** What the team takes in; null where it has not said. */
  description: string | null;
  tags: string[];
  examples: string[];
  /** Whether agents elsewhere may send it work. */
  takes: boolean;
  /** Whether it stands in the public agent card. */
  listed: boolean;
  /** Whether work that its contract makes ready is committed at once, without triage. */
  commits: boolean;
  /** What new work begins with; a message adds its title and outcome. */
  contract: Record<string, unknown>;
};

/** A link, not used yet, with which a person comes in. */
export type Invitation = {
  /** A UUID. */
  id: string;
  /** Of whoever is invited. */
  name: string;
  /** A UUID. */
  participant: string;
  /** Null: the server itself, at its first start. */
  invitedBy: string | null;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** A time, ISO 8601 in UTC. */
  expiresAt: string;
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
    /** How many runs the work may have. */
    attempts?: number | undefined;
  } | null;
  /** What all of its runs have used so far; time by the clock while an agent works on it. */
  used: {
    tokens: number;
    cost: number;
    minutes: number;
  };
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

export type ListedIntake = {
  key: string;
  name: string;
  /** What the team takes in; null where it has not said. */
  description: string | null;
  tags: string[];
  examples: string[];
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
  /** Who paused them, and why; null also where that is not known. */
  paused: {
    by: {
      /** A UUID. */
      id: string;
      name: string | null;
    };
    reason: string | null;
    /** A time, ISO 8601 in UTC. */
    since: string;
  } | null;
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
    /** In which every amount is, after ISO 4217. */
    currency: string;
    /** Whether the sample is here, which `sample.remove` takes away. */
    sample: boolean;
  };
  /** The teams that `teams` names. */
  memberOf: Team[];
  /** The names of the operations that you may use at all. */
  abilities: string[];
  /** What your token may be used for; null: all that you may. */
  scopes: string[] | null;
  /** The teams that your token is kept to; null: every team. */
  limitedTo: string[] | null;
};

/** A part of the contract, and how to supply it. */
export type MissingPart = {
  part: string;
  hint: string;
};

/** A browser in which somebody is signed in. */
export type OpenSession = {
  /** A UUID. */
  id: string;
  /** As it named itself when the session began. */
  browser: string;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** Within an hour; null: not since it began. */
  lastUsedAt: string | null;
  /** When it ends at the latest, or sooner when nobody uses it any more. */
  endsAt: string;
  /** Whether it is the one that you call with. */
  current: boolean;
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
  /** Who paused them, and why; null also where that is not known. */
  paused: {
    by: {
      /** A UUID. */
      id: string;
      name: string | null;
    };
    reason: string | null;
    /** A time, ISO 8601 in UTC. */
    since: string;
  } | null;
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

/** A key, kept by a device or a password manager, with which a person signs in. */
export type Passkey = {
  /** A UUID. */
  id: string;
  name: string;
  /** The host name under which browsers offer it. */
  host: string;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  lastUsedAt: string | null;
};

/** What a browser needs to make a passkey. */
export type PasskeyCreation = {
  /** For `navigator.credentials.create`, in JSON; good once. */
  options: Record<string, unknown>;
};

/** What a browser needs to sign in with a passkey. */
export type PasskeyRequest = {
  /** For `navigator.credentials.get`, in JSON; good once. */
  options: Record<string, unknown>;
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

/** The decision matrix for agents without particular skills. */
export type PolicyMatrix = {
  cells: {
    level: 'observer' | 'recommender' | 'approver-gated' | 'reporting' | 'autonomous';
    /** What the agent does. */
    deed: 'claim' | 'create' | 'change' | 'deliver' | 'deliver_irreversible' | 'deliver_external';
    risk: 'low' | 'medium' | 'high' | 'critical';
    decision: 'allow' | 'approve' | 'forbid';
    /** The rules that decide, if any do. */
    rules: {
      id: string;
      because: string;
    }[];
    /** Who must approve; all of them are needed. */
    needs: {
      rule: string;
      by: ('owner' | 'sponsor' | 'decider' | 'lead' | 'department_lead' | 'admin' | {
        participant: string;
      })[];
      count: number;
    }[];
  }[];
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
    /** Work on which at least so much may be spent, or a decision about at least so much. */
    amount?: number | undefined;
    /** Decisions of these kinds, such as `vendor`. */
    decisionKind?: string | string[] | undefined;
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

/** What a draft of rules would have made of past decisions. */
export type PolicySimulation = {
  period: {
    /** A time, ISO 8601 in UTC. */
    from: string;
    /** A time, ISO 8601 in UTC. */
    until: string;
  };
  /** As they were, and by the draft. */
  decisions: {
    seen: number;
    was: {
      allow: number;
      hold: number;
      forbid: number;
    };
    would: {
      allow: number;
      hold: number;
      forbid: number;
    };
  };
  /** What would differ, by the rule that makes it differ, with up to five examples; the most frequent first. */
  changes: {
    rule: string;
    from: 'allow' | 'hold' | 'forbid';
    to: 'allow' | 'hold' | 'forbid';
    count: number;
    examples: {
      /** A UUID. */
      event: string;
      /** A time, ISO 8601 in UTC. */
      at: string;
      /** A UUID. */
      actor: string;
      operation: string;
      /** A key. */
      item: string | null;
      because: string;
    }[];
  }[];
  notCovered: {
    why: string;
    count: number;
  }[];
};

/** What a model costs. */
export type Price = {
  model: string;
  /** For a million tokens that it reads. */
  input: number;
  /** For a million tokens that it writes. */
  output: number;
  currency: string;
};

/** Provenance in the form of W3C PROV-JSON. */
export type ProvDocument = {
  prefix: Record<string, string>;
  /** Contract revisions, artifacts and deliveries. */
  entity: Record<string, Record<string, unknown>>;
  /** Runs, reviews, decisions and other acts, with the ids of their facts. */
  activity: Record<string, Record<string, unknown>>;
  /** Participants, by id alone. */
  agent: Record<string, Record<string, unknown>>;
  wasGeneratedBy: Record<string, Record<string, unknown>>;
  used: Record<string, Record<string, unknown>>;
  wasAssociatedWith: Record<string, Record<string, unknown>>;
  wasAttributedTo: Record<string, Record<string, unknown>>;
  actedOnBehalfOf: Record<string, Record<string, unknown>>;
  wasInformedBy: Record<string, Record<string, unknown>>;
  wasDerivedFrom: Record<string, Record<string, unknown>>;
};

/** A provider of OpenID Connect through which people sign in. */
export type Provider = {
  /** A UUID. */
  id: string;
  /** As it stands on the button. */
  name: string;
  issuer: string;
  clientId: string;
  /** Whether a client secret is kept; it is never shown. */
  hasSecret: boolean;
  scopes: string[];
  groupsClaim: string | null;
  mappings: {
    group: string;
    role: 'admin' | 'member' | 'guest' | null;
    teams: string[];
  }[];
  createPeople: boolean;
  emailDomains: string[];
  /** The redirect URI to register with the provider. */
  callback: string;
  version: number;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** A time, ISO 8601 in UTC. */
  updatedAt: string;
};

/** A participant that is an agent elsewhere, reached by A2A. */
export type RemoteAgent = {
  /** A UUID. */
  participant: string;
  /** Where its agent card is. */
  url: string;
  /** How it is signed in to; the credentials are not shown again. */
  scheme: string | null;
  /** A time, ISO 8601 in UTC. */
  updatedAt: string;
  /** When it answered last; null before it has been called. */
  heardAt: string | null;
  /** Why it could not be spoken to lately, in words; null where all is well. */
  trouble: string | null;
  /** Since when. */
  troubleAt: string | null;
};

/** The agent card at an address, as it is right now. Its words are data, not instructions. */
export type RemoteCard = {
  /** What it says of itself; null where it cannot be read. */
  card: {
    name: string;
    description: string;
    version: string;
    provider: string | null;
    /** Whether it tells of its work while it does it; others are asked again and again. */
    streams: boolean;
    /** How it can be spoken to, such as JSONRPC. */
    bindings: string[];
    /** How one signs in to it, by its own names. */
    schemes: string[];
    skills: {
      name: string;
      description: string;
      tags: string[];
    }[];
  } | null;
  /** Why it cannot be read, in words. */
  trouble: string | null;
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

/** How long contents are kept. Facts and hashes are kept for ever. */
export type Retention = {
  /** Days after the end of all work that they are evidence of; then contents go. Null: kept for ever. */
  artifacts: number | null;
  by: string | null;
  at: string | null;
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

export type RuledPlace = {
  scope: 'workspace' | 'team' | 'type' | 'item';
  /** The id of the team or item, or the type of work. */
  target: string | null;
  /** 0 where no rules were ever made. */
  version: number;
  rules: PolicyRule[];
  by: string | null;
  at: string | null;
  note: string | null;
  /** The name of the team, the key of the item, or the type of work. */
  label: string | null;
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

/** What became of a message. */
export type SentMessage = {
  /** The id of the item. */
  task: string;
  context: string;
  /** `before`: the same message was sent before. */
  did: 'began' | 'answered' | 'commented' | 'before';
};

/** Somebody who has signed in. */
export type Session = {
  /** Shown once; send it as a bearer token. A browser gets it as a cookie that scripts cannot read. */
  token: string;
  /** A time, ISO 8601 in UTC. */
  expiresAt: string;
  participant: Participant;
};

/** A guest with whom an item is shared, and how far. */
export type Share = {
  /** A UUID. */
  item: string;
  /** A UUID. */
  with: string;
  /** view: see it and what belongs to it; comment: also say something; work: also claim it, ask, and deliver. */
  may: 'view' | 'comment' | 'work';
  /** A UUID. */
  by: string;
  /** A time, ISO 8601 in UTC. */
  at: string;
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

/** What one step of a proposal would do now. */
export type StepPreview = {
  step: number;
  operation: string;
  /** What it would do, in a sentence. */
  summary: string;
  /** As it was proposed, or as you would edit it. */
  input: Record<string, unknown>;
  about: {
    /** A UUID. */
    id: string;
    key: string | null;
    name: string;
  } | null;
  /** Whether it would make something new. */
  makes: boolean;
  /** What would be different, field by field; of something new, what it would be. */
  changes: {
    field: string;
    before: unknown;
    after: unknown;
  }[];
  /** Why you could not let it happen now. */
  refusal: {
    code: string;
    title: string;
    hint: string;
    detail: Record<string, unknown>;
  } | null;
  /** Who would have to approve beside you. */
  approvals: {
    rule: string;
    approvers: string[];
  }[];
  /** What is no longer as it was when this was proposed. */
  moved: string[];
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

/** A work item as whoever sent it over A2A sees it. */
export type Task = {
  /** The id of the item. */
  id: string;
  key: string;
  title: string;
  /** The conversation that it belongs to. */
  context: string;
  state: 'submitted' | 'working' | 'input_required' | 'auth_required' | 'completed' | 'canceled' | 'rejected';
  /** What is needed, done or decided, in words. */
  says: string | null;
  /** The open question that the next message answers. */
  request: string | null;
  progress: number | null;
  /** When it last changed. */
  at: string;
  messages: ConversationMessage[];
  artifacts: TaskArtifact[];
};

/** What a delivery brought. */
export type TaskArtifact = {
  /** The SHA-256 of its content. */
  id: string;
  name: string;
  mediaType: string;
  size: number;
  /** What it says, where it is text and short. */
  text: string | null;
  /** Whether somebody else has accepted the delivery that it is a part of. */
  verified: boolean;
};

/** Where somebody wants to be told of a task. */
export type TaskPush = {
  /** A UUID. */
  task: string;
  id: string;
  url: string;
  /** How each notification signs in; its credentials are not shown again. */
  scheme: string | null;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
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
  purpose: 'token' | 'session' | 'operator' | 'setup' | 'reset';
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** Null: does not expire by itself. */
  expiresAt: string | null;
  /** Within an hour; null: not yet. */
  lastUsedAt: string | null;
  /** What it may be used for; null: all that its participant may. */
  scopes: string[] | null;
  /** The teams that it is kept to, with those below them; null: every team. */
  teams: string[] | null;
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

/** Where events are sent, signed, in order for each item. */
export type Webhook = {
  /** A UUID. */
  id: string;
  name: string;
  url: string;
  /** Facts of the ledger; or the work that is assigned or offered to `participant`. */
  carries: 'events' | 'assignments';
  /** Only what they may see is sent; of assignments, whose work it is. */
  participant: string;
  types: string[];
  filter: {
    team: string | null;
    item: string | null;
    actor: string | null;
  };
  status: 'active' | 'disabled';
  /** `by_hand`, `gone` (it answered 410), `failing` (for three days) or `nobody` (its participant has left). */
  disabledBecause: string | null;
  /** Since when every attempt has failed. */
  failingSince: string | null;
  /** How long the secret before this one signs as well. */
  previousSecretUntil: string | null;
  /** The place in the ledger up to which it has been given what fits. */
  position: number;
  /** Deliveries that wait. */
  pending: number;
  /** Dead letters: given up after three days. */
  dead: number;
  /** A UUID. */
  createdBy: string;
  version: number;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** A time, ISO 8601 in UTC. */
  updatedAt: string;
};

/** One fact on its way to a webhook, with every attempt. */
export type WebhookDelivery = {
  /** The `webhook-id` of every attempt. */
  id: string;
  type: string;
  event: string | null;
  /** The place of the fact in the ledger; 0 for a test. */
  position: number;
  item: string | null;
  /** `skipped`: by the time it could be sent, it was no longer to be seen, or the work was no longer theirs. */
  state: 'pending' | 'delivered' | 'dead' | 'skipped';
  /** When it is tried next. */
  nextAt: string | null;
  endedAt: string | null;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** The newest first. */
  attempts: {
    /** A time, ISO 8601 in UTC. */
    at: string;
    /** Of the answer; null where none came. */
    status: number | null;
    ms: number;
    /** Why it counts as failed; null where it does not. */
    error: string | null;
  }[];
};

/** One decision, with who had which part in it and what was known. */
export type WholeDecision = {
  /** Of the request that asked for it. */
  id: string;
  /** `expired` where silence decided. */
  state: 'open' | 'answered' | 'declined' | 'withdrawn' | 'expired';
  question: string;
  decisionKind: string | null;
  amount: number | null;
  reversible: boolean | null;
  item: string | null;
  itemKey: string | null;
  itemTitle: string | null;
  options: {
    id: string;
    text: string;
    consequences: string | null;
  }[];
  /** Null while nobody has decided. */
  choice: {
    id: string;
    text: string;
  } | null;
  reason: string | null;
  askedBy: string | null;
  /** A time, ISO 8601 in UTC. */
  askedAt: string;
  to: Addressee;
  due: string | null;
  onSilence: 'keep_asking' | {
    choose: string;
  };
  /** Null where silence decided. */
  decidedBy: string | null;
  decidedAt: string | null;
  /** By what right it was decided. */
  authority: string | null;
  /** Null where there is none, or where it is kept back. */
  recommendation: {
    option: string;
    reason: string | null;
    by: string | null;
  } | null;
  /** Whether there is a recommendation that is shown only after a first judgement. */
  keptBack: boolean;
  roles: {
    recommend: string | null;
    agree: string[];
    perform: string | null;
    input: string[];
    decide: string | null;
  };
  /** Where rules want several to choose the same: for each rule, how many of whom. Empty where one decides. */
  wanted: {
    rule: string;
    count: number;
    among: string[];
  }[];
  /** Of several who must choose the same: what each of them chose last. */
  choices: {
    /** A UUID. */
    by: string;
    /** A time, ISO 8601 in UTC. */
    at: string;
    choice: string;
    reason: string | null;
  }[];
  agreements: {
    /** A UUID. */
    by: string;
    /** A time, ISO 8601 in UTC. */
    at: string;
    agree: boolean;
    reason: string | null;
  }[];
  inputs: {
    /** A UUID. */
    by: string;
    /** A time, ISO 8601 in UTC. */
    at: string;
    input: string;
  }[];
  /** What was chosen before the recommendation was seen. */
  judgement: {
    /** A UUID. */
    by: string;
    /** A time, ISO 8601 in UTC. */
    at: string;
    choice: string;
    reason: string | null;
  } | null;
  /** The contract’s revision, the answers in it and the evidence, as they were then. */
  knowing: {
    revision: number | null;
    answers: string[];
    evidence: {
      criterion: string;
      artifact: string;
      name: string;
    }[];
    agreements: number;
    inputs: number;
  } | null;
  /** When whoever may decide first looked at it. */
  seenAt: string | null;
  /** Seconds that it was looked at before it was decided. */
  dwell: number | null;
  /** The handoff to whoever performs: `answered` once they took it up, `declined` with a reason. */
  performance: {
    /** A UUID. */
    request: string;
    state: 'open' | 'answered' | 'declined' | 'withdrawn' | 'expired';
    reason: string | null;
    answeredAt: string | null;
  } | null;
  /** The events that it caused. */
  followed: {
    /** A UUID. */
    id: string;
    type: string;
    /** A time, ISO 8601 in UTC. */
    at: string;
    itemKey: string | null;
  }[];
};

/** The organisation itself. */
export type Workspace = {
  /** A UUID. */
  id: string;
  name: string;
  currency: string;
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

export type BudgetGetInput = {
  /** A UUID. */
  id: string;
};

export type BudgetIncreaseInput = {
  for: {
    /** An agent or a system, by id, name or `me`. */
    participant?: string | undefined;
    /** A team and the teams below it, by id or key. */
    team?: string | undefined;
    /** An id, or a key such as OPS-12. */
    item?: string | undefined;
  };
  /** Which of the budgets of a participant or a team; an item has only one. */
  period?: 'day' | 'week' | 'month' | undefined;
  by: {
    tokens?: number | undefined;
    cost?: number | undefined;
    minutes?: number | undefined;
    /** Refused where the workspace counts in another. */
    currency?: string | undefined;
    /** Of an item: runs. */
    attempts?: number | undefined;
  };
  /** Why, for whoever approves it and for the ledger. */
  reason: string;
};

export type BudgetListInput = {
  /** Only theirs, by id, name or `me`. */
  participant?: string | undefined;
  /** Only those of this team, by id or key. */
  team?: string | undefined;
};

export type BudgetListOutput = {
  items: Budget[];
};

export type BudgetSetInput = {
  for: {
    /** An agent or a system, by id, name or `me`. */
    participant?: string | undefined;
    /** A team and the teams below it, by id or key. */
    team?: string | undefined;
  };
  /** A day, a week from Monday or a month of the calendar; each begins at midnight UTC. */
  period: 'day' | 'week' | 'month';
  limits: {
    tokens?: number | undefined;
    cost?: number | undefined;
    minutes?: number | undefined;
    /** Refused where the workspace counts in another. */
    currency?: string | undefined;
  };
};

export type CheckReportInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  /** What was checked, such as `build`. */
  name: string;
  conclusion: 'passed' | 'failed' | 'neutral';
  /** What it shows: the id of a criterion or a part of its text. Else the one whose check names it. */
  criterion?: string | undefined;
  /** Where more is to be read. */
  url?: string | undefined;
  text?: string | undefined;
};

export type CheckReportOutput = {
  /** A UUID. */
  item: string;
  /** The SHA-256 of what was kept. */
  artifact: string;
  /** The id of the criterion that it is evidence for. */
  criterion: string | null;
  /** The attempt that it is about. */
  run: string | null;
};

export type DecisionGetInput = {
  /** A UUID. */
  id: string;
};

export type DecisionListInput = {
  /** An id, or a key such as OPS-12. */
  item?: string | undefined;
  /** The kind of decision, such as `vendor`. */
  kind?: string | undefined;
  /** Who decided it, or, while it is open, is asked; `me` for you. */
  decider?: string | undefined;
  /** Decided, or while it is open asked, at or after. */
  from?: string | undefined;
  /** Decided, or while it is open asked, at or before. */
  until?: string | undefined;
  /** Words in the question or the reason. */
  text?: string | undefined;
  state?: 'open' | 'decided' | undefined;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type DecisionListOutput = {
  items: Decision[];
  next: string | null;
};

export type DirectoryLinkInput = {
  kind: 'participant' | 'team';
  id: string;
  /** Null: none; it stays as it is unless stated. */
  externalId?: string | null | undefined;
  /** Null: none; it stays as it is unless stated. */
  userName?: string | null | undefined;
};

export type DirectoryLinksInput = {
  kind: 'participant' | 'team';
  /** Only of these. */
  ids?: string[] | undefined;
  /** The id that the directory itself gives them. */
  externalId?: string | undefined;
  /** The name by which the directory knows a person. */
  userName?: string | undefined;
};

export type DirectoryLinksOutput = {
  items: DirectoryLink[];
};

export type EventAttributionInput = {
  /** A UUID. */
  id: string;
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

export type HoldLiftInput = {
  /** A UUID. */
  id: string;
  reason: string;
};

export type HoldListInput = {
  /** Only those in force, or only those that were lifted. */
  live?: boolean | undefined;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type HoldListOutput = {
  items: Hold[];
  next: string | null;
};

export type HoldPlaceInput = {
  scope: 'workspace' | 'outcome' | 'item' | 'participant';
  /** Which one, by id, key or name. Not for the workspace. */
  target?: string | undefined;
  /** Why, for whoever would lift it. */
  reason: string;
};

export type HookCreateInput = {
  /** Which system sends there. */
  name: string;
  /** `generic`: signed as Standard Webhooks say. `github`: as GitHub sends them. */
  form?: 'generic' | 'github' | undefined;
  /** The system in whose name it acts: an id or name. */
  participant: string;
  /** What may be told: work to triage, checks as evidence, that work of the participant is finished. */
  allows: ('intake' | 'check' | 'finish')[];
  team?: string | null | undefined;
  /** GitHub: only issues with one of these labels become intake; none: all. */
  labels?: string[] | undefined;
  /** Which check shows which criterion: the name of the check, and the id or a part of the text of the criterion. */
  criteria?: {
    check: string;
    criterion: string;
  }[] | undefined;
};

export type HookCreateOutput = {
  /** A UUID. */
  id: string;
  name: string;
  form: 'generic' | 'github';
  /** Where the other system sends to. */
  address: string;
  /** The system in whose name it acts. */
  participant: string;
  allows: ('intake' | 'check' | 'finish')[];
  /** Where intake goes; null: the first team of the participant. */
  team: string | null;
  labels: string[];
  criteria: {
    check: string;
    criterion: string;
  }[];
  enabled: boolean;
  previousSecretUntil: string | null;
  /** A UUID. */
  createdBy: string;
  version: number;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** A time, ISO 8601 in UTC. */
  updatedAt: string;
  /** What the other system signs with. Shown once: keep it where nobody else reads it. */
  secret: string;
};

export type HookDeleteInput = {
  /** A UUID. */
  id: string;
};

export type HookListInput = Record<never, never>;

export type HookListOutput = {
  items: Hook[];
};

export type HookReceiptsInput = {
  /** A UUID. */
  id: string;
  limit?: number | undefined;
};

export type HookReceiptsOutput = {
  items: {
    /** What tells it from all others: its id, or of GitHub the SHA-256 of its body. */
    delivery: string;
    /** A time, ISO 8601 in UTC. */
    at: string;
    /** What it told: `intake`, `check`, `finish` or `nothing`. */
    kind: string;
    /** `done`, `ignored`, or the code of the refusal. */
    outcome: string;
    item: string | null;
  }[];
};

export type HookRotateInput = {
  /** A UUID. */
  id: string;
  /** Hours for which the old secret stays valid; both sign until then. */
  keepHours?: number | undefined;
};

export type HookRotateOutput = {
  /** A UUID. */
  id: string;
  /** What the other system signs with. Shown once: keep it where nobody else reads it. */
  secret: string;
  /** A time, ISO 8601 in UTC. */
  previousSecretUntil: string;
  version: number;
};

export type HookUpdateInput = {
  /** A UUID. */
  id: string;
  /** Which system sends there. */
  name?: string | undefined;
  /** What may be told: work to triage, checks as evidence, that work of the participant is finished. */
  allows?: ('intake' | 'check' | 'finish')[] | undefined;
  team?: string | null | undefined;
  /** GitHub: only issues with one of these labels become intake; none: all. */
  labels?: string[] | undefined;
  /** Which check shows which criterion: the name of the check, and the id or a part of the text of the criterion. */
  criteria?: {
    check: string;
    criterion: string;
  }[] | undefined;
  enabled?: boolean | undefined;
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

export type IntakeListInput = Record<never, never>;

export type IntakeListOutput = {
  items: Intake[];
  next: string | null;
};

export type IntakeListedInput = Record<never, never>;

export type IntakeListedOutput = {
  items: ListedIntake[];
  next: string | null;
};

export type IntakeSetInput = {
  /** An id or a key. */
  id: string;
  /** What the team does for others. */
  description: string;
  tags?: string[] | undefined;
  examples?: string[] | undefined;
  /** Whether agents elsewhere may send it work. */
  takes?: boolean | undefined;
  /** Whether those who have not signed in may read of it. */
  listed?: boolean | undefined;
  /** Whether work that the contract and the message make ready is committed at once, without triage. */
  commits?: boolean | undefined;
  /** What new work begins with. */
  contract?: {
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
    /** What an executor must be able to do. */
    skills?: string[] | undefined;
    labels?: string[] | undefined;
    budget?: {
      tokens?: number | undefined;
      /** In the currency of the workspace. */
      cost?: number | undefined;
      minutes?: number | undefined;
      /** How many runs the work may have. */
      attempts?: number | undefined;
      currency?: string | undefined;
    } | null | undefined;
    /** Background for whoever does the work. Markdown. */
    context?: string | undefined;
    links?: string[] | undefined;
  } | undefined;
};

export type InvitationCreateInput = {
  name: string;
  email?: string | undefined;
  role?: 'admin' | 'member' | 'guest' | undefined;
  /** Ids or keys; none: works for every team. */
  teams?: string[] | undefined;
  /** How many days the link holds. */
  days?: number | undefined;
};

export type InvitationCreateOutput = {
  participant: Participant;
  /** Shown once: give it to nobody else. */
  url: string;
  /** A time, ISO 8601 in UTC. */
  expiresAt: string;
};

export type InvitationListInput = {
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type InvitationListOutput = {
  items: Invitation[];
  next: string | null;
};

export type InvitationRevokeInput = {
  /** A UUID. */
  id: string;
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
  /** The most that the brief may take, at three bytes of JSON a token: what matters least is left out. */
  maxTokens?: number | undefined;
};

export type ItemBriefMarkdownInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  /** The most that the brief may take, at three bytes of JSON a token: what matters least is left out. */
  maxTokens?: number | undefined;
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

export type ItemConversationInput = {
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
    /** How many runs the work may have. */
    attempts?: number | undefined;
    currency?: string | undefined;
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

export type ItemProvInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
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

export type ItemRightsInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
};

export type ItemRightsOutput = {
  items: DecisionRights[];
};

export type ItemSetRightsInput = {
  /** Who recommends. */
  recommend?: string | null | undefined;
  /** Who must agree, or say why not, before the choice counts. */
  agree?: string[] | undefined;
  /** Who carries it out. */
  perform?: string | null | undefined;
  /** Whose input is asked for and kept. */
  input?: string[] | undefined;
  /** Who decides. */
  decide?: string | null | undefined;
  /** An id, or a key such as OPS-12. */
  id: string;
  /** Such as `vendor`; for every kind without rights of its own unless stated. */
  decisionKind?: string | undefined;
};

export type ItemShareInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  /** A guest, by id, name or e-mail address. */
  with: string;
  /** view: see it and what belongs to it; comment: also say something; work: also claim it, ask, and deliver. */
  may?: 'view' | 'comment' | 'work' | undefined;
};

export type ItemSharesInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
};

export type ItemSharesOutput = {
  items: Share[];
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

export type ItemUnshareInput = {
  /** An id, or a key such as OPS-12. */
  id: string;
  /** An id, a name, an e-mail address, or `me`. */
  participant: string;
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
    /** How many runs the work may have. */
    attempts?: number | undefined;
    currency?: string | undefined;
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

export type LedgerProvInput = {
  /** Its first moment. */
  from: string;
  /** Its last moment. */
  until: string;
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

export type ParticipantDutiesInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
};

export type ParticipantGetInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
};

export type ParticipantInviteInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
  /** How many days the link holds. */
  days?: number | undefined;
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

export type ParticipantPreviewRemoteInput = {
  /** Where its agent card is. */
  url: string;
  /** How it is signed in to; Bearer unless stated. */
  scheme?: string | undefined;
  /** With what it is signed in to. Not given: those of before stay, as long as the address is on the same host; empty: none. */
  credentials?: string | undefined;
};

export type ParticipantPseudonymiseInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
  /** Why; it stays in the ledger, so do not name them in it. */
  reason: string;
};

export type ParticipantRemoteInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
};

export type ParticipantRemoteCardInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
};

export type ParticipantRemotesInput = Record<never, never>;

export type ParticipantRemotesOutput = {
  items: RemoteAgent[];
  next: string | null;
};

export type ParticipantRemoveRemoteInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
};

export type ParticipantResetAccessInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
};

export type ParticipantResetAccessOutput = {
  /** Shown once: give it to nobody else. */
  url: string;
  /** A time, ISO 8601 in UTC. */
  expiresAt: string;
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

export type ParticipantSetEmailInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
  email: string;
};

export type ParticipantSetRemoteInput = {
  /** Where its agent card is. */
  url: string;
  /** How it is signed in to; Bearer unless stated. */
  scheme?: string | undefined;
  /** With what it is signed in to. Not given: those of before stay, as long as the address is on the same host; empty: none. */
  credentials?: string | undefined;
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
};

export type ParticipantSignOutInput = {
  /** An id, a name, an e-mail address, or `me`. */
  id: string;
};

export type ParticipantSignOutOutput = {
  /** How many sessions and tokens ended. */
  ended: number;
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
  /** Why; whoever is paused is told with each refusal. */
  reason?: string | undefined;
};

export type PasskeyListInput = Record<never, never>;

export type PasskeyListOutput = {
  items: Passkey[];
};

export type PasskeyRegisterInput = {
  /** Where it is, such as “My phone”. */
  name: string;
  /** What `navigator.credentials.create` gave, as `toJSON` writes it. */
  response: {
    id: string;
    rawId: string;
    type: 'public-key';
    response: {
      clientDataJSON: string;
      attestationObject: string;
      transports?: string[] | undefined;
    };
  };
};

export type PasskeyRegisterOptionsInput = Record<never, never>;

export type PasskeyRemoveInput = {
  /** A UUID. */
  id: string;
};

export type PasskeyRenameInput = {
  /** A UUID. */
  id: string;
  /** Where it is, such as “My phone”. */
  name: string;
};

export type PasswordChangeInput = {
  current: string;
  /** From 12 to 200 characters; not your address or name, and not only words that are tried first. */
  password: string;
};

export type PasswordResetInput = {
  /** What stands behind the # of the link. */
  token: string;
  /** From 12 to 200 characters; not your address or name, and not only words that are tried first. */
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

export type PolicyMatrixInput = {
  /** Of work of this team, by id or key. */
  team?: string | undefined;
  /** Of work of this type. */
  type?: string | undefined;
};

export type PolicyMayInput = {
  /** A participant by id, name, e-mail address, or `me`. */
  who?: string | undefined;
  /** An operation, such as `run.deliver`. */
  action: string;
  /** An id, or a key such as OPS-12. */
  item?: string | undefined;
};

export type PolicyPlacesInput = Record<never, never>;

export type PolicyPlacesOutput = {
  items: RuledPlace[];
};

export type PolicySimulateInput = {
  /** All of the workspace, one team, one type of work, or one item. */
  scope?: 'workspace' | 'team' | 'type' | 'item' | undefined;
  /** Which one: the team or the item by id or key, or the type of work. Not for the workspace. */
  target?: string | undefined;
  /** The draft: all rules of this scope. */
  rules: PolicyRule[];
  /** How many days back. */
  days?: number | undefined;
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

export type PriceListInput = Record<never, never>;

export type PriceListOutput = {
  items: Price[];
  currency: string;
};

export type PriceSetInput = {
  /** As reports name it. */
  model: string;
  /** For a million tokens that it reads; null takes the price away. */
  input: number | null;
  /** For a million tokens that it writes; null takes the price away. */
  output: number | null;
  /** Refused where the workspace counts in another. */
  currency?: string | undefined;
};

export type ProviderCreateInput = {
  /** As people know it: it stands on the button. */
  name: string;
  /** Its address, exactly as its own documents name it: `https://login.example.com/realm`. */
  issuer: string;
  /** What the provider calls this server. */
  clientId: string;
  clientSecret?: string | null | undefined;
  /** What is asked for beside `openid`. */
  scopes?: string[] | undefined;
  groupsClaim?: string | null | undefined;
  /** What each group gives: a role, teams. The highest role wins; what a group gave goes when the group goes. */
  mappings?: {
    /** As the provider names it, to the letter. */
    group: string;
    role?: 'admin' | 'member' | 'guest' | null | undefined;
    /** Ids or keys. */
    teams?: string[] | undefined;
  }[] | undefined;
  /** Whether whoever signs in there and is not known here becomes a person here. */
  createPeople?: boolean | undefined;
  /** Of which verified addresses somebody new is let in; none: of all. */
  emailDomains?: string[] | undefined;
};

export type ProviderDeleteInput = {
  /** A UUID. */
  id: string;
  /** Also where people know no other way to sign in; the last admin who can sign in is never left out. */
  leavesOut?: boolean | undefined;
};

export type ProviderListInput = Record<never, never>;

export type ProviderListOutput = {
  items: Provider[];
};

export type ProviderTestInput = {
  /** A UUID. */
  id: string;
};

export type ProviderTestOutput = {
  /** Whether nothing was found that keeps people from signing in. */
  works: boolean;
  checks: {
    check: 'discovery' | 'code_flow' | 'pkce' | 'signatures' | 'client' | 'groups';
    fine: boolean;
    says: string;
  }[];
};

export type ProviderUpdateInput = {
  /** A UUID. */
  id: string;
  /** As people know it: it stands on the button. */
  name?: string | undefined;
  /** What the provider calls this server. */
  clientId?: string | undefined;
  clientSecret?: string | null | undefined;
  /** What is asked for beside `openid`. */
  scopes?: string[] | undefined;
  groupsClaim?: string | null | undefined;
  /** What each group gives: a role, teams. The highest role wins; what a group gave goes when the group goes. */
  mappings?: {
    /** As the provider names it, to the letter. */
    group: string;
    role?: 'admin' | 'member' | 'guest' | null | undefined;
    /** Ids or keys. */
    teams?: string[] | undefined;
  }[] | undefined;
  /** Whether whoever signs in there and is not known here becomes a person here. */
  createPeople?: boolean | undefined;
  /** Of which verified addresses somebody new is let in; none: of all. */
  emailDomains?: string[] | undefined;
};

export type RequestCreateInput = {
  kind: 'question' | 'decision' | 'proposal' | 'handoff' | 'exception';
  /** A participant (id, name, e-mail address), a team (`team:KEY`), or a role (`role:admin`); the item’s owner unless stated. */
  to?: Addressee | string | undefined;
  /** What it is about. */
  item?: string | undefined;
  /** What is asked, in a sentence or two. */
  text: string;
  /** Whether the work stands still until it is answered; so for questions and decisions unless stated. */
  blocking?: boolean | undefined;
  /** When an answer is needed. */
  due?: string | undefined;
  /** Question: the answers to choose from. Decision: the options, each with what follows from it. */
  options?: (string | {
    /** Small letters, digits and hyphens; numbered unless stated. */
    id?: string | undefined;
    text: string;
    /** What follows when it is chosen. */
    consequences?: string | undefined;
  })[] | undefined;
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
  /** Proposal: what shall be done, in order, all of it or nothing; a step may refer to what one before it made. */
  operations?: {
    /** The name of a command, such as `item.create`. */
    operation: string;
    /** Its input. Where a text is expected, `{"$step": 2, "field": "id"}` is what step 2 answers. */
    input: Record<string, unknown>;
    /** The version that it changes, where the command asks for one. */
    ifMatch?: number | undefined;
  }[] | undefined;
  /** Decision: the option that is recommended, by its id or text, and why. */
  recommendation?: {
    option: string;
    reason?: string | undefined;
  } | undefined;
  /** Decision: its kind, such as `vendor` or `hire`; rules may name it. */
  decisionKind?: string | undefined;
  /** Decision: how much it is about, in the currency of the workspace. */
  amount?: number | undefined;
  /** Decision: whether it can be undone. */
  reversible?: boolean | undefined;
  /** Decision: the option that holds when nobody has decided by `due`, or `keep_asking`, as unless stated. */
  onSilence?: 'keep_asking' | {
    choose: string;
  } | undefined;
  /** Decision: keep the recommendation back until whoever decides has judged by themselves. */
  blind?: boolean | undefined;
  /** Decision: who else has a part in it. Who decides follows from the rules, the rights of the item and its owner. */
  roles?: {
    /** Who recommends. */
    recommend?: string | null | undefined;
    /** Who must agree, or say why not, before the choice counts. */
    agree?: string[] | undefined;
    /** Who carries it out. */
    perform?: string | null | undefined;
    /** Whose input is asked for and kept. */
    input?: string[] | undefined;
    /** Who decides. */
    decide?: string | null | undefined;
  } | undefined;
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

export type RequestPreviewInput = {
  /** A UUID. */
  id: string;
  /** Only these steps; all unless stated. */
  steps?: number[] | undefined;
  /** Steps as they would be edited, each with its whole input. */
  edits?: {
    step: number;
    input: Record<string, unknown>;
  }[] | undefined;
};

export type RequestPreviewOutput = {
  /** Of an act that waits for approval: what the rules say. */
  because: string[];
  rules: string[];
  /** Who has approved so far. */
  approvals: string[];
  steps: StepPreview[];
};

export type RequestRespondInput = {
  /** A UUID. */
  id: string;
  /** Question: the answer. */
  answer?: string | undefined;
  /** Decision: one of the options, by its id or text. Where the recommendation is kept back, the first one shows it; where rules want several to choose the same, it counts once enough have. */
  choice?: string | undefined;
  /** Decision, where you must agree: yes, or no with a reason. */
  agree?: boolean | undefined;
  /** Decision, where your input is asked for. */
  input?: string | undefined;
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
  /** Proposal: accept only these steps, by number from 1; what they refer to must be among them. */
  steps?: number[] | undefined;
  /** Proposal: steps that shall be done otherwise, each with its whole input as it shall be. */
  edits?: {
    step: number;
    input: Record<string, unknown>;
  }[] | undefined;
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

export type RetentionGetInput = Record<never, never>;

export type RetentionSetInput = {
  /** Days; null keeps them for ever. */
  artifacts: number | null;
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
    /** Refused where the workspace counts in another. */
    currency?: string | undefined;
    minutes?: number | undefined;
    /** Every model that this run has used; tokens and cost follow from the price table (`price.list`). */
    models?: {
      model: string;
      inputTokens: number;
      outputTokens: number;
    }[] | undefined;
  } | undefined;
};

export type RunHeartbeatOutput = {
  leaseExpiresAt: string | null;
  signals: Signal[];
  /** What this run may still use, where a budget of the item, of the executor or of a team limits it. */
  left?: {
    tokens?: number | undefined;
    cost?: number | undefined;
    minutes?: number | undefined;
  } | undefined;
  /** Models without a price: their tokens were counted, their cost was not. */
  unpriced?: string[] | undefined;
  /** Why this very report ended the run: a budget is spent. Stop working. */
  ended?: string | undefined;
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
    /** Refused where the workspace counts in another. */
    currency?: string | undefined;
    minutes?: number | undefined;
    /** Every model that this run has used; tokens and cost follow from the price table (`price.list`). */
    models?: {
      model: string;
      inputTokens: number;
      outputTokens: number;
    }[] | undefined;
  } | undefined;
  /** What is being done, in a sentence. */
  activity: string;
};

export type RunReportOutput = {
  leaseExpiresAt: string | null;
  signals: Signal[];
  /** What this run may still use, where a budget of the item, of the executor or of a team limits it. */
  left?: {
    tokens?: number | undefined;
    cost?: number | undefined;
    minutes?: number | undefined;
  } | undefined;
  /** Models without a price: their tokens were counted, their cost was not. */
  unpriced?: string[] | undefined;
  /** Why this very report ended the run: a budget is spent. Stop working. */
  ended?: string | undefined;
};

export type RunStopInput = {
  /** A UUID. */
  id: string;
  /** Why, for the executor and for whoever does the work next. */
  reason: string;
};

export type RunUseToolInput = {
  /** A UUID. */
  id: string;
  /** The fence that the claim gave; an older one changes nothing. */
  fence: number;
  /** What shall be done, in a sentence. */
  title: string;
  /** The kind of tool, such as `edit`, `delete` or `execute`. */
  tool: string;
  /** What tells this use from every other one of the run. */
  call: string;
  /** What the tool is given, as it is given. */
  given?: string | undefined;
  /** The files or addresses it is about. */
  places?: string[] | undefined;
};

export type RunUseToolOutput = {
  permitted: true;
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

export type SessionCreateWithPasskeyInput = {
  /** What `navigator.credentials.get` gave, as `toJSON` writes it. */
  response: {
    id: string;
    rawId: string;
    type: 'public-key';
    response: {
      clientDataJSON: string;
      authenticatorData: string;
      signature: string;
      userHandle?: string | null | undefined;
    };
  };
};

export type SessionEndInput = Record<never, never>;

export type SessionListInput = {
  /** An id, a name, an e-mail address, or `me`. */
  participant?: string | undefined;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type SessionListOutput = {
  items: OpenSession[];
  next: string | null;
};

export type SessionPasskeyOptionsInput = Record<never, never>;

export type SessionRevokeInput = {
  /** A UUID. */
  id: string;
};

export type SessionRevokeOthersInput = Record<never, never>;

export type SessionRevokeOthersOutput = {
  /** How many sessions ended. */
  ended: number;
};

export type SetupCompleteInput = {
  /** What stands behind the # of the link. */
  token: string;
  name: string;
  email: string;
  /** This, a passkey, or both. */
  password?: string | undefined;
  /** What `navigator.credentials.create` gave, as `toJSON` writes it. */
  passkey?: {
    id: string;
    rawId: string;
    type: 'public-key';
    response: {
      clientDataJSON: string;
      attestationObject: string;
      transports?: string[] | undefined;
    };
  } | undefined;
  /** Where it is, such as “My phone”. */
  passkeyName?: string | undefined;
};

export type SetupPasskeyOptionsInput = {
  /** What stands behind the # of the link. */
  token: string;
  name: string;
  email: string;
};

export type SignInMethodsInput = Record<never, never>;

export type SignInMethodsOutput = {
  password: boolean;
  /** Whether anybody has one. */
  passkeys: boolean;
  /** Each begins at `/sign-in/{id}`. */
  providers: {
    /** A UUID. */
    id: string;
    name: string;
  }[];
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

export type TaskCancelInput = {
  id: string;
  reason?: string | undefined;
};

export type TaskGetInput = {
  /** The id of the task, which is that of its item. */
  id: string;
};

export type TaskListInput = {
  /** Only those of one conversation. */
  context?: string | undefined;
  state?: 'submitted' | 'working' | 'input_required' | 'auth_required' | 'completed' | 'canceled' | 'rejected' | undefined;
  /** Only those that changed at that time or later. */
  after?: string | undefined;
  /** With what was delivered. */
  contents?: boolean | undefined;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type TaskListOutput = {
  items: Task[];
  next: string | null;
  /** How many there are on all pages. */
  total: number;
};

export type TaskPushInput = {
  id: string;
  /** Its name; one of the same name is replaced. */
  push?: string | undefined;
  /** Only https, and not into a private network. */
  url: string;
  /** Sent with each notification as X-A2A-Notification-Token. */
  token?: string | undefined;
  /** How notifications sign in, such as Bearer. */
  scheme?: string | undefined;
  /** What is sent after the scheme. */
  credentials?: string | undefined;
};

export type TaskPushesInput = {
  id: string;
};

export type TaskPushesOutput = {
  items: TaskPush[];
  next: string | null;
};

export type TaskSendInput = {
  message: {
    /** Its sender’s name for it: the same one twice is one message. */
    messageId: string;
    /** The conversation that it belongs to. */
    contextId?: string | undefined;
    /** The task that it continues; without one it is new work. */
    taskId?: string | undefined;
    parts: {
      text?: string | undefined;
      url?: string | undefined;
      raw?: string | undefined;
      data?: unknown;
      filename?: string | undefined;
      mediaType?: string | undefined;
    }[];
    metadata?: Record<string, unknown> | undefined;
  };
  /** Whose intake, by id or key; your own first team unless stated. */
  team?: string | undefined;
};

export type TaskUnpushInput = {
  id: string;
  push: string;
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
  /** What it may be used for: operations (`item.create`), areas (`item.*`), or `read`, `work`, `manage`, `admin`, `scim`. All that its participant may, unless stated. */
  scopes?: string[] | undefined;
  /** The teams, by id or key, that it is kept to, with those below them. Every team, unless stated. */
  teams?: string[] | undefined;
};

export type TokenCreateOutput = {
  /** A UUID. */
  id: string;
  name: string;
  /** Shown once: keep it where nobody else reads it. */
  token: string;
  expiresAt: string | null;
  scopes: string[] | null;
  teams: string[] | null;
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

export type WebhookCreateInput = {
  /** What it is for. */
  name: string;
  /** Where to send: an https address; http only for this machine itself. Private networks need COACT_PRIVATE_HOSTS. */
  url: string;
  /** `assignments`: the work that is assigned or offered to `participant`, with its brief and a token for an hour. */
  carries?: 'events' | 'assignments' | undefined;
  /** Only what they may see is sent; of assignments, whose work it is. You, unless stated. */
  participant?: string | undefined;
  /** Types of events such as `item.claimed`, or whole areas such as `item.`; none: all. */
  types?: string[] | undefined;
  /** What else a fact has to fit. */
  filter?: {
    /** Only what is about work of this team: an id or key. */
    team?: string | null | undefined;
    /** Only what is about this item. */
    item?: string | null | undefined;
    /** Only what this participant did: an id or name. */
    actor?: string | null | undefined;
  } | undefined;
};

export type WebhookCreateOutput = {
  /** A UUID. */
  id: string;
  name: string;
  url: string;
  /** Facts of the ledger; or the work that is assigned or offered to `participant`. */
  carries: 'events' | 'assignments';
  /** Only what they may see is sent; of assignments, whose work it is. */
  participant: string;
  types: string[];
  filter: {
    team: string | null;
    item: string | null;
    actor: string | null;
  };
  status: 'active' | 'disabled';
  /** `by_hand`, `gone` (it answered 410), `failing` (for three days) or `nobody` (its participant has left). */
  disabledBecause: string | null;
  /** Since when every attempt has failed. */
  failingSince: string | null;
  /** How long the secret before this one signs as well. */
  previousSecretUntil: string | null;
  /** The place in the ledger up to which it has been given what fits. */
  position: number;
  /** Deliveries that wait. */
  pending: number;
  /** Dead letters: given up after three days. */
  dead: number;
  /** A UUID. */
  createdBy: string;
  version: number;
  /** A time, ISO 8601 in UTC. */
  createdAt: string;
  /** A time, ISO 8601 in UTC. */
  updatedAt: string;
  /** What to verify signatures with, as Standard Webhooks say. Shown once: keep it where nobody else reads it. */
  secret: string;
};

export type WebhookDeleteInput = {
  /** A UUID. */
  id: string;
};

export type WebhookDeliveriesInput = {
  /** A UUID. */
  id: string;
  /** `dead`: the dead letters. */
  state?: 'pending' | 'delivered' | 'dead' | 'skipped' | undefined;
  /** An id, or a key such as OPS-12. */
  item?: string | undefined;
  /** How many at most. */
  limit?: number | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
};

export type WebhookDeliveriesOutput = {
  items: WebhookDelivery[];
  next: string | null;
};

export type WebhookGetInput = {
  /** A UUID. */
  id: string;
};

export type WebhookListInput = Record<never, never>;

export type WebhookListOutput = {
  items: Webhook[];
};

export type WebhookReplayInput = {
  /** A UUID. */
  id: string;
  /** All dead letters, unless stated. */
  deliveries?: string[] | undefined;
};

export type WebhookReplayOutput = {
  /** How many were put back. */
  replayed: number;
};

export type WebhookRotateInput = {
  /** A UUID. */
  id: string;
  /** Hours for which the old secret stays valid; both sign until then. */
  keepHours?: number | undefined;
};

export type WebhookRotateOutput = {
  /** A UUID. */
  id: string;
  /** What to verify signatures with, as Standard Webhooks say. Shown once: keep it where nobody else reads it. */
  secret: string;
  /** A time, ISO 8601 in UTC. */
  previousSecretUntil: string;
  version: number;
};

export type WebhookTestInput = {
  /** A UUID. */
  id: string;
};

export type WebhookTestOutput = {
  /** Among `webhook.deliveries`. */
  delivery: string;
};

export type WebhookUpdateInput = {
  /** A UUID. */
  id: string;
  /** What it is for. */
  name?: string | undefined;
  /** Where to send: an https address; http only for this machine itself. Private networks need COACT_PRIVATE_HOSTS. */
  url?: string | undefined;
  /** Types of events such as `item.claimed`, or whole areas such as `item.`; none: all. */
  types?: string[] | undefined;
  /** What else a fact has to fit. */
  filter?: {
    /** Only what is about work of this team: an id or key. */
    team?: string | null | undefined;
    /** Only what is about this item. */
    item?: string | null | undefined;
    /** Only what this participant did: an id or name. */
    actor?: string | null | undefined;
  } | undefined;
  /** Whether it sends. */
  active?: boolean | undefined;
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
  /** The most that the brief may take, at three bytes of JSON a token: what matters least is left out. */
  maxTokens?: number | undefined;
};

export type WorkspaceUpdateInput = {
  name?: string | undefined;
  /** After ISO 4217; amounts that are there already are not converted. */
  currency?: string | undefined;
};

/** Every operation's input and output; `optional` where it can be called with nothing. */
export type Operations = {
  /** Keep a file or text by the SHA-256 of its content, to show as evidence or to hand over. */
  'artifact.create': { input: ArtifactCreateInput; output: Artifact };
  /** Read an artifact: what it is and, when it is text, what it says. */
  'artifact.get': { input: ArtifactGetInput; output: ArtifactWithText };
  /** Read one budget: what is used, reserved and left, on which items, and what was used in earlier periods. */
  'budget.get': { input: BudgetGetInput; output: BudgetDetails };
  /** Allow more to be used than before, on an item, or by an agent or a team; agents ask for it, and people approve. */
  'budget.increase': { input: BudgetIncreaseInput; output: IncreasedBudget };
  /** The budgets of agents and teams, and how they stand in their current period. */
  'budget.list': { input: BudgetListInput; output: BudgetListOutput; optional: true };
  /** Say what an agent or a team may use in each day, week or month; limits of nothing take the budget away. */
  'budget.set': { input: BudgetSetInput; output: Budget };
  /** Tell how a check of another system went, as evidence on an item; whoever works on it hears it. */
  'check.report': { input: CheckReportInput; output: CheckReportOutput };
  /** Read one decision: who decided it, when, by what right, knowing what, and what followed. */
  'decision.get': { input: DecisionGetInput; output: WholeDecision };
  /** Read the decision log, newest first: what was asked, who decided what, when, and by what right. */
  'decision.list': { input: DecisionListInput; output: DecisionListOutput; optional: true };
  /** Note what an outer directory of people calls a participant or a team. */
  'directory.link': { input: DirectoryLinkInput; output: DirectoryLink };
  /** List what an outer directory of people calls the participants or teams that it keeps. */
  'directory.links': { input: DirectoryLinksInput; output: DirectoryLinksOutput };
  /** Say who stands behind a fact: who acted, who answered for them then, by what right, and who approved it. */
  'event.attribution': { input: EventAttributionInput; output: Attribution };
  /** Follow a fact to what led to it, back to the first cause, and to what it caused itself. */
  'event.chain': { input: EventChainInput; output: EventChain };
  /** Read one fact of the ledger with its place; a fact has it moments after it happened. */
  'event.get': { input: EventGetInput; output: FeedEntry };
  /** The ledger page by page, as a feed from a position on or the newest first: who did what, about what and when. */
  'event.list': { input: EventListInput; output: EventListOutput; optional: true };
  /** Lift a legal hold: what no other one covers may be erased again when its time has come. */
  'hold.lift': { input: HoldLiftInput; output: Hold };
  /** List legal holds, the newest first. */
  'hold.list': { input: HoldListInput; output: HoldListOutput; optional: true };
  /** Place a legal hold on an item, an outcome, a participant or the whole workspace: nothing of it is erased. */
  'hold.place': { input: HoldPlaceInput; output: Hold };
  /** Make an address at which another system tells of work, of checks, or that its work is finished. */
  'hook.create': { input: HookCreateInput; output: HookCreateOutput };
  /** Close an address for good. */
  'hook.delete': { input: HookDeleteInput; output: null };
  /** List the addresses at which other systems tell of something, the oldest first. */
  'hook.list': { input: HookListInput; output: HookListOutput; optional: true };
  /** List what came at an address and was genuine, the newest first, and what became of it. */
  'hook.receipts': { input: HookReceiptsInput; output: HookReceiptsOutput };
  /** Give an address a new secret; until the old one ends, either is taken. */
  'hook.rotate': { input: HookRotateInput; output: HookRotateOutput };
  /** Change what may be told at an address, or close it for a time. */
  'hook.update': { input: HookUpdateInput; output: Hook };
  /** Bring in a backlog from another tool, whole or not at all; what is already here stays as it is. */
  'import.create': { input: ImportCreateInput; output: ImportReport };
  /** Everything that needs you, the most costly to leave first, and why. */
  'inbox.list': { input: InboxListInput; output: InboxListOutput; optional: true };
  /** What each team takes in from outside, and on what terms. */
  'intake.list': { input: IntakeListInput; output: IntakeListOutput; optional: true };
  /** What teams say to everybody about what they take in: the skills of the public agent card. */
  'intake.listed': { input: IntakeListedInput; output: IntakeListedOutput; optional: true };
  /** Say what a team takes in from outside, what new work begins with, and whether it is committed at once. */
  'intake.set': { input: IntakeSetInput; output: Intake };
  /** Invite a person: adds them with a role and teams, and makes the link with which they come in, once. */
  'invitation.create': { input: InvitationCreateInput; output: InvitationCreateOutput };
  /** List who is invited and has not come in yet, by whom and until when. */
  'invitation.list': { input: InvitationListInput; output: InvitationListOutput; optional: true };
  /** Take back an invitation: its link leads nowhere any more. The person stays among the participants. */
  'invitation.revoke': { input: InvitationRevokeInput; output: null };
  /** Name who shall do the work; null leaves it to anybody able. */
  'item.assign': { input: ItemAssignInput; output: ChangedItem };
  /** Everything that an executor needs to do the work, in one answer. */
  'item.brief': { input: ItemBriefInput; output: Brief };
  /** The brief of a work item as Markdown, for a reader without a parser. */
  'item.brief_markdown': { input: ItemBriefMarkdownInput; output: BriefText };
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
  /** The conversation that an item came with over A2A: every message with its id and metadata, as it was sent. */
  'item.conversation': { input: ItemConversationInput; output: Conversation };
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
  /** The provenance of an item as W3C PROV-JSON: what was made from what, in which run, by whom and for whom. */
  'item.prov': { input: ItemProvInput; output: ProvDocument };
  /** What the contract still lacks before the work can be handed out, and what would make it clearer. */
  'item.readiness': { input: ItemReadinessInput; output: ItemReadinessOutput };
  /** Take finished work up again; it counts as a defect that got away, so say why. */
  'item.reopen': { input: ItemReopenInput; output: ChangedItem };
  /** Read who has which part in the decisions about an item, by kind; where nothing is said, its owner decides. */
  'item.rights': { input: ItemRightsInput; output: ItemRightsOutput };
  /** Say who recommends, must agree, performs, gives input and decides about an item, for one kind of decision or for all. */
  'item.set_rights': { input: ItemSetRightsInput; output: DecisionRights };
  /** Show one item to a guest, who sees nothing else, or change how far they may go with it. */
  'item.share': { input: ItemShareInput; output: Share };
  /** List the guests with whom an item is shared; a guest is told of themselves. */
  'item.shares': { input: ItemSharesInput; output: ItemSharesOutput };
  /** Take work out of the hands of whoever does it and go on with it yourself; they learn who took it and why. */
  'item.take_over': { input: ItemTakeOverInput; output: TakenOver };
  /** Decide on a draft in the intake: accept it as work, end it as a duplicate of another item, or decline it. */
  'item.triage': { input: ItemTriageInput; output: ChangedItem };
  /** Say that the item need not wait for another one any longer. */
  'item.undepend': { input: ItemUndependInput; output: ChangedItem };
  /** Show an item to a guest no longer; a run of theirs goes on until it is stopped or taken over. */
  'item.unshare': { input: ItemUnshareInput; output: null };
  /** Edit the contract: each edit is a numbered revision, and whoever works on the item is told. */
  'item.update': { input: ItemUpdateInput; output: ChangedItem };
  /** Take ready work back to be clarified. */
  'item.withdraw': { input: ItemWithdrawInput; output: ChangedItem };
  /** The newest signed checkpoint: size and root of the ledger, which anybody can keep and check later ones against. */
  'ledger.checkpoint': { input: LedgerCheckpointInput; output: Checkpoint; optional: true };
  /** Proof that an entry is in the ledger, or that a checkpoint’s ledger begins with an older one. */
  'ledger.proof': { input: LedgerProofInput; output: LedgerProof; optional: true };
  /** The provenance of everything in a period as W3C PROV-JSON, of up to 5000 facts. */
  'ledger.prov': { input: LedgerProvInput; output: ProvDocument };
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
  /** List everything that hangs on somebody, and so needs a successor before they can retire. */
  'participant.duties': { input: ParticipantDutiesInput; output: Duties };
  /** Read one participant. */
  'participant.get': { input: ParticipantGetInput; output: Participant };
  /** Make a link with which a person sets their name, their e-mail address and how they sign in, once; earlier links end. */
  'participant.invite': { input: ParticipantInviteInput; output: ParticipantInviteOutput };
  /** List people, agents and systems, the longest known first. */
  'participant.list': { input: ParticipantListInput; output: ParticipantListOutput; optional: true };
  /** Read the agent card at an address, before a participant is said to be there; nothing is written. */
  'participant.preview_remote': { input: ParticipantPreviewRemoteInput; output: RemoteCard };
  /** Forget who somebody was who has left: name, address and ways in go, their acts stay under a name that says nothing. */
  'participant.pseudonymise': { input: ParticipantPseudonymiseInput; output: Participant };
  /** Where a participant is that is an agent elsewhere. */
  'participant.remote': { input: ParticipantRemoteInput; output: RemoteAgent };
  /** Read what an agent elsewhere says of itself right now. */
  'participant.remote_card': { input: ParticipantRemoteCardInput; output: RemoteCard };
  /** All participants that are agents elsewhere: where each is, when it answered last, and what is wrong with it. */
  'participant.remotes': { input: ParticipantRemotesInput; output: ParticipantRemotesOutput; optional: true };
  /** Send a participant no more work elsewhere; what is there is followed no longer, and its leases end. */
  'participant.remove_remote': { input: ParticipantRemoveRemoteInput; output: null };
  /** Make a link with which a person who cannot sign in chooses another password, once and within a day. Their sessions end when they use it. */
  'participant.reset_access': { input: ParticipantResetAccessInput; output: ParticipantResetAccessOutput };
  /** Retire somebody and hand over, in one step, everything that they own, sponsor, lead or are asked. */
  'participant.retire': { input: ParticipantRetireInput; output: Retirement };
  /** Say how far an agent acts alone, for all work or by type of work; it counts at once. */
  'participant.set_autonomy': { input: ParticipantSetAutonomyInput; output: Participant };
  /** Change the e-mail address of a person: they sign in by the new one, and by the old one no more. */
  'participant.set_email': { input: ParticipantSetEmailInput; output: Participant };
  /** Say that a participant is an agent elsewhere: work that is assigned or handed to it is sent there by A2A. */
  'participant.set_remote': { input: ParticipantSetRemoteInput; output: RemoteAgent };
  /** End all sessions and tokens of somebody at once; whoever is active signs in again and makes new ones. */
  'participant.sign_out': { input: ParticipantSignOutInput; output: ParticipantSignOutOutput };
  /** Change a participant: rename, pause, resume or retire them, or change what they may and can do. */
  'participant.update': { input: ParticipantUpdateInput; output: Participant };
  /** List your passkeys, the oldest first. */
  'passkey.list': { input: PasskeyListInput; output: PasskeyListOutput; optional: true };
  /** Add the passkey that your browser has made: from now on you can sign in with it. */
  'passkey.register': { input: PasskeyRegisterInput; output: Passkey };
  /** Get what your browser needs to make a passkey for you, good once and for five minutes. */
  'passkey.register_options': { input: PasskeyRegisterOptionsInput; output: PasskeyCreation; optional: true };
  /** Remove one of your passkeys: nobody signs in with it any more. Sessions that it opened go on. */
  'passkey.remove': { input: PasskeyRemoveInput; output: null };
  /** Give one of your passkeys another name. */
  'passkey.rename': { input: PasskeyRenameInput; output: Passkey };
  /** Change your password; your other sessions end. */
  'password.change': { input: PasswordChangeInput; output: null };
  /** Use the link that an admin made you: choose another password, be signed in here and signed out elsewhere. */
  'password.reset': { input: PasswordResetInput; output: Session };
  /** Read the rules in force: the base rules, which always count, and those made here. */
  'policy.get': { input: PolicyGetInput; output: PolicyInForce; optional: true };
  /** List the versions that the rules of the workspace, a team, a type of work or an item had, newest first. */
  'policy.list': { input: PolicyListInput; output: PolicyListOutput; optional: true };
  /** Show what the rules say of agents: by how far one acts alone, what it does, and the risk of the work. */
  'policy.matrix': { input: PolicyMatrixInput; output: PolicyMatrix; optional: true };
  /** Ask whether somebody may do something with an item, why, and who would have to approve it. */
  'policy.may': { input: PolicyMayInput; output: MayAnswer };
  /** List every place that has rules of its own: the workspace, teams, types of work and items. */
  'policy.places': { input: PolicyPlacesInput; output: PolicyPlacesOutput; optional: true };
  /** Replay the decisions of some days against a draft of rules, and see what would have been different. */
  'policy.simulate': { input: PolicySimulateInput; output: PolicySimulation };
  /** Make a new version of the rules of the workspace, a team, a type of work or an item; it counts at once. */
  'policy.update': { input: PolicyUpdateInput; output: Policy };
  /** The price table: what each model costs for a million tokens, in the currency of the workspace. */
  'price.list': { input: PriceListInput; output: PriceListOutput; optional: true };
  /** Say what a model costs for a million tokens, so that usage that comes in tokens is counted as money too. */
  'price.set': { input: PriceSetInput; output: Price | null };
  /** Let people sign in through a provider of OpenID Connect. */
  'provider.create': { input: ProviderCreateInput; output: Provider };
  /** End sign-in through a provider; people, their roles and teams, and sessions that are open stay. */
  'provider.delete': { input: ProviderDeleteInput; output: null };
  /** List the providers through which people sign in, the oldest first. */
  'provider.list': { input: ProviderListInput; output: ProviderListOutput; optional: true };
  /** Ask a provider what it says of itself, and say in words what would not work. */
  'provider.test': { input: ProviderTestInput; output: ProviderTestOutput };
  /** Change a provider; for another issuer, add another provider, since it knows people by other names. */
  'provider.update': { input: ProviderUpdateInput; output: Provider };
  /** Ask somebody: a question, a decision among options, a proposal of many operations to accept at once, a handoff, or an exception. */
  'request.create': { input: RequestCreateInput; output: Request };
  /** Escalate a request: pass it on to somebody who is better placed to answer, with the reason. */
  'request.forward': { input: RequestForwardInput; output: Request };
  /** Read one request. */
  'request.get': { input: RequestGetInput; output: Request };
  /** List requests, newest first. */
  'request.list': { input: RequestListInput; output: RequestListOutput; optional: true };
  /** See what a proposal would do if you accepted it now, step by step; nothing is written. */
  'request.preview': { input: RequestPreviewInput; output: RequestPreviewOutput };
  /** Answer a request, in the way that its kind asks for. */
  'request.respond': { input: RequestRespondInput; output: AnsweredRequest };
  /** Say that you have looked at a request: the first look is kept, so that thinking and waiting can be told apart. */
  'request.see': { input: RequestSeeInput; output: Request };
  /** Take back a request that needs no answer any longer. */
  'request.withdraw': { input: RequestWithdrawInput; output: Request };
  /** Read how long contents are kept once their work has ended. */
  'retention.get': { input: RetentionGetInput; output: Retention; optional: true };
  /** Say how long contents of artifacts are kept once all work that they are evidence of has ended. */
  'retention.set': { input: RetentionSetInput; output: Retention };
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
  /** Ask to use a tool whose effect Coact does not see; an agent’s use waits until somebody approves it. */
  'run.use_tool': { input: RunUseToolInput; output: RunUseToolOutput };
  /** Make a small organisation with work in all states to try Coact with; `sample.remove` takes it all away. */
  'sample.create': { input: SampleCreateInput; output: Sample; optional: true };
  /** Take the sample away at once, with everything that was put into its team; the ledger alone remembers it. */
  'sample.remove': { input: SampleRemoveInput; output: null; optional: true };
  /** Find work, comments, artifacts, people and teams by words, or an item by its key; the best match first. */
  'search.query': { input: SearchQueryInput; output: SearchQueryOutput };
  /** Sign in with an e-mail address and a password. */
  'session.create': { input: SessionCreateInput; output: Session };
  /** Sign in with a passkey: send what your browser signed. */
  'session.create_with_passkey': { input: SessionCreateWithPasskeyInput; output: Session };
  /** Sign out: the session that you call with ends at once. */
  'session.end': { input: SessionEndInput; output: null; optional: true };
  /** List where you, or somebody else, are signed in. */
  'session.list': { input: SessionListInput; output: SessionListOutput; optional: true };
  /** Get what a browser needs to sign somebody in with a passkey, good once and for five minutes. */
  'session.passkey_options': { input: SessionPasskeyOptionsInput; output: PasskeyRequest; optional: true };
  /** Sign a browser out at once: one of yours, or as an admin anybody’s. */
  'session.revoke': { input: SessionRevokeInput; output: null };
  /** Sign out everywhere else: all of your sessions end but the one that you call with. */
  'session.revoke_others': { input: SessionRevokeOthersInput; output: SessionRevokeOthersOutput; optional: true };
  /** Use a set-up link: choose your name, e-mail address and how you sign in, and be signed in. */
  'setup.complete': { input: SetupCompleteInput; output: Session };
  /** Get what a browser needs to make the passkey with which whoever has a set-up link will sign in. */
  'setup.passkey_options': { input: SetupPasskeyOptionsInput; output: PasskeyCreation };
  /** Tell how people sign in here, before they have. */
  'sign_in.methods': { input: SignInMethodsInput; output: SignInMethodsOutput; optional: true };
  /** Read all open work in one answer, and the position from which the feed goes on. */
  'snapshot.get': { input: SnapshotGetInput; output: SnapshotGetOutput; optional: true };
  /** Stop one agent, the agents of a team, or all: their runs end at once and they may do nothing until it is lifted. */
  'stop.create': { input: StopCreateInput; output: Stop };
  /** Lift a stop: the agents that no other one covers may claim work again. What they held stays taken from them. */
  'stop.lift': { input: StopLiftInput; output: Stop };
  /** List the stops of agents, the newest first. */
  'stop.list': { input: StopListInput; output: StopListOutput; optional: true };
  /** Take back a task that you began, as long as nobody has begun to work on it; after that, ask its owner to cancel it. */
  'task.cancel': { input: TaskCancelInput; output: CanceledTask };
  /** Read a task that you began by a message: where it stands, what was said, and what was delivered. */
  'task.get': { input: TaskGetInput; output: Task };
  /** The tasks that you began by messages, newest first. */
  'task.list': { input: TaskListInput; output: TaskListOutput; optional: true };
  /** Be told of a task at an address, whenever it stands differently. */
  'task.push': { input: TaskPushInput; output: TaskPush };
  /** Where you are told of a task. */
  'task.pushes': { input: TaskPushesInput; output: TaskPushesOutput };
  /** Send a message as A2A has it: it becomes work in a team’s intake, or answers and comments on the task that it continues. */
  'task.send': { input: TaskSendInput; output: SentMessage };
  /** Be told of a task at an address no longer. */
  'task.unpush': { input: TaskUnpushInput; output: null };
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
  /** Send what happens to an address: signed, in order for each item, tried again for three days. */
  'webhook.create': { input: WebhookCreateInput; output: WebhookCreateOutput };
  /** Remove a webhook, with what waits, its dead letters and its attempts. */
  'webhook.delete': { input: WebhookDeleteInput; output: null };
  /** List what was sent to a webhook, the newest first: every attempt with its time, status and error. */
  'webhook.deliveries': { input: WebhookDeliveriesInput; output: WebhookDeliveriesOutput };
  /** Read one webhook; its secret is never shown again. */
  'webhook.get': { input: WebhookGetInput; output: Webhook };
  /** List the webhooks, the oldest first, with what waits and what was given up. */
  'webhook.list': { input: WebhookListInput; output: WebhookListOutput; optional: true };
  /** Send dead letters again, or any deliveries by their ids; each keeps its `webhook-id`. */
  'webhook.replay': { input: WebhookReplayInput; output: WebhookReplayOutput };
  /** Give a webhook a new secret; until the old one ends, deliveries carry a signature of each. */
  'webhook.rotate': { input: WebhookRotateInput; output: WebhookRotateOutput };
  /** Send a test to a webhook, like any delivery; its attempts say how it went. */
  'webhook.test': { input: WebhookTestInput; output: WebhookTestOutput };
  /** Change a webhook, or switch it off and on: what happened meanwhile is sent then, nothing is lost. */
  'webhook.update': { input: WebhookUpdateInput; output: Webhook };
  /** Take the next ready item that you are able to do, under a lease, with everything needed to do it. */
  'work.claim': { input: WorkClaimInput; output: Claim | null; optional: true };
  /** Name the workspace, as people see it on every page, or say in which currency it counts. */
  'workspace.update': { input: WorkspaceUpdateInput; output: Workspace; optional: true };
};

/** Where each operation is found. Fields in the path are named there; the others go into the query string with GET and DELETE, else into the body. */
export const routes = {
  'artifact.create': { kind: 'command', method: 'POST', path: '/v1/artifacts' },
  'artifact.get': { kind: 'query', method: 'GET', path: '/v1/artifacts/{sha256}' },
  'budget.get': { kind: 'query', method: 'GET', path: '/v1/budgets/{id}' },
  'budget.increase': { kind: 'command', method: 'POST', path: '/v1/budgets/increase' },
  'budget.list': { kind: 'query', method: 'GET', path: '/v1/budgets' },
  'budget.set': { kind: 'command', method: 'PUT', path: '/v1/budgets' },
  'check.report': { kind: 'command', method: 'POST', path: '/v1/items/{id}/checks' },
  'decision.get': { kind: 'query', method: 'GET', path: '/v1/decisions/{id}' },
  'decision.list': { kind: 'query', method: 'GET', path: '/v1/decisions' },
  'directory.link': { kind: 'command', method: 'PUT', path: '/v1/directory/links/{kind}/{id}' },
  'directory.links': { kind: 'query', method: 'GET', path: '/v1/directory/links' },
  'event.attribution': { kind: 'query', method: 'GET', path: '/v1/events/{id}/attribution' },
  'event.chain': { kind: 'query', method: 'GET', path: '/v1/events/{id}/chain' },
  'event.get': { kind: 'query', method: 'GET', path: '/v1/events/{id}' },
  'event.list': { kind: 'query', method: 'GET', path: '/v1/events' },
  'hold.lift': { kind: 'command', method: 'POST', path: '/v1/holds/{id}/lift' },
  'hold.list': { kind: 'query', method: 'GET', path: '/v1/holds' },
  'hold.place': { kind: 'command', method: 'POST', path: '/v1/holds' },
  'hook.create': { kind: 'command', method: 'POST', path: '/v1/hooks' },
  'hook.delete': { kind: 'command', method: 'DELETE', path: '/v1/hooks/{id}' },
  'hook.list': { kind: 'query', method: 'GET', path: '/v1/hooks' },
  'hook.receipts': { kind: 'query', method: 'GET', path: '/v1/hooks/{id}/receipts' },
  'hook.rotate': { kind: 'command', method: 'POST', path: '/v1/hooks/{id}/rotate' },
  'hook.update': { kind: 'command', method: 'PATCH', path: '/v1/hooks/{id}', wantsVersion: true },
  'import.create': { kind: 'command', method: 'POST', path: '/v1/imports' },
  'inbox.list': { kind: 'query', method: 'GET', path: '/v1/inbox' },
  'intake.list': { kind: 'query', method: 'GET', path: '/v1/intakes' },
  'intake.listed': { kind: 'query', method: 'GET', path: '/v1/intakes/listed' },
  'intake.set': { kind: 'command', method: 'PUT', path: '/v1/teams/{id}/intake' },
  'invitation.create': { kind: 'command', method: 'POST', path: '/v1/invitations' },
  'invitation.list': { kind: 'query', method: 'GET', path: '/v1/invitations' },
  'invitation.revoke': { kind: 'command', method: 'DELETE', path: '/v1/invitations/{id}' },
  'item.assign': { kind: 'command', method: 'POST', path: '/v1/items/{id}/assign' },
  'item.brief': { kind: 'query', method: 'GET', path: '/v1/items/{id}/brief' },
  'item.brief_markdown': { kind: 'query', method: 'GET', path: '/v1/items/{id}/brief/markdown' },
  'item.cancel': { kind: 'command', method: 'POST', path: '/v1/items/{id}/cancel' },
  'item.children': { kind: 'query', method: 'GET', path: '/v1/items/{id}/children' },
  'item.comment': { kind: 'command', method: 'POST', path: '/v1/items/{id}/comments' },
  'item.comments': { kind: 'query', method: 'GET', path: '/v1/items/{id}/comments' },
  'item.commit': { kind: 'command', method: 'POST', path: '/v1/items/{id}/commit' },
  'item.conversation': { kind: 'query', method: 'GET', path: '/v1/items/{id}/conversation' },
  'item.create': { kind: 'command', method: 'POST', path: '/v1/items' },
  'item.depend': { kind: 'command', method: 'POST', path: '/v1/items/{id}/dependencies' },
  'item.get': { kind: 'query', method: 'GET', path: '/v1/items/{id}' },
  'item.history': { kind: 'query', method: 'GET', path: '/v1/items/{id}/history' },
  'item.list': { kind: 'query', method: 'GET', path: '/v1/items' },
  'item.move': { kind: 'command', method: 'POST', path: '/v1/items/{id}/move' },
  'item.prov': { kind: 'query', method: 'GET', path: '/v1/items/{id}/prov' },
  'item.readiness': { kind: 'query', method: 'GET', path: '/v1/items/{id}/readiness' },
  'item.reopen': { kind: 'command', method: 'POST', path: '/v1/items/{id}/reopen' },
  'item.rights': { kind: 'query', method: 'GET', path: '/v1/items/{id}/rights' },
  'item.set_rights': { kind: 'command', method: 'PUT', path: '/v1/items/{id}/rights' },
  'item.share': { kind: 'command', method: 'POST', path: '/v1/items/{id}/share' },
  'item.shares': { kind: 'query', method: 'GET', path: '/v1/items/{id}/shares' },
  'item.take_over': { kind: 'command', method: 'POST', path: '/v1/items/{id}/take-over' },
  'item.triage': { kind: 'command', method: 'POST', path: '/v1/items/{id}/triage' },
  'item.undepend': { kind: 'command', method: 'DELETE', path: '/v1/items/{id}/dependencies/{blocker}' },
  'item.unshare': { kind: 'command', method: 'DELETE', path: '/v1/items/{id}/shares/{participant}' },
  'item.update': { kind: 'command', method: 'PATCH', path: '/v1/items/{id}', wantsVersion: true },
  'item.withdraw': { kind: 'command', method: 'POST', path: '/v1/items/{id}/withdraw' },
  'ledger.checkpoint': { kind: 'query', method: 'GET', path: '/v1/ledger/checkpoint' },
  'ledger.proof': { kind: 'query', method: 'GET', path: '/v1/ledger/proof' },
  'ledger.prov': { kind: 'query', method: 'GET', path: '/v1/ledger/prov' },
  'me.get': { kind: 'query', method: 'GET', path: '/v1/me' },
  'outcome.create': { kind: 'command', method: 'POST', path: '/v1/outcomes' },
  'outcome.end': { kind: 'command', method: 'POST', path: '/v1/outcomes/{id}/end' },
  'outcome.get': { kind: 'query', method: 'GET', path: '/v1/outcomes/{id}' },
  'outcome.list': { kind: 'query', method: 'GET', path: '/v1/outcomes' },
  'outcome.measure': { kind: 'command', method: 'POST', path: '/v1/outcomes/{id}/measures/{measure}' },
  'outcome.update': { kind: 'command', method: 'PATCH', path: '/v1/outcomes/{id}', wantsVersion: true },
  'participant.create': { kind: 'command', method: 'POST', path: '/v1/participants' },
  'participant.duties': { kind: 'query', method: 'GET', path: '/v1/participants/{id}/duties' },
  'participant.get': { kind: 'query', method: 'GET', path: '/v1/participants/{id}' },
  'participant.invite': { kind: 'command', method: 'POST', path: '/v1/participants/{id}/invite' },
  'participant.list': { kind: 'query', method: 'GET', path: '/v1/participants' },
  'participant.preview_remote': { kind: 'query', method: 'POST', path: '/v1/remotes/preview' },
  'participant.pseudonymise': { kind: 'command', method: 'POST', path: '/v1/participants/{id}/pseudonymise' },
  'participant.remote': { kind: 'query', method: 'GET', path: '/v1/participants/{id}/remote' },
  'participant.remote_card': { kind: 'query', method: 'GET', path: '/v1/participants/{id}/remote/card' },
  'participant.remotes': { kind: 'query', method: 'GET', path: '/v1/remotes' },
  'participant.remove_remote': { kind: 'command', method: 'DELETE', path: '/v1/participants/{id}/remote' },
  'participant.reset_access': { kind: 'command', method: 'POST', path: '/v1/participants/{id}/reset-access' },
  'participant.retire': { kind: 'command', method: 'POST', path: '/v1/participants/{id}/retire' },
  'participant.set_autonomy': { kind: 'command', method: 'PUT', path: '/v1/participants/{id}/autonomy' },
  'participant.set_email': { kind: 'command', method: 'PUT', path: '/v1/participants/{id}/email' },
  'participant.set_remote': { kind: 'command', method: 'PUT', path: '/v1/participants/{id}/remote' },
  'participant.sign_out': { kind: 'command', method: 'POST', path: '/v1/participants/{id}/sign-out' },
  'participant.update': { kind: 'command', method: 'PATCH', path: '/v1/participants/{id}' },
  'passkey.list': { kind: 'query', method: 'GET', path: '/v1/me/passkeys' },
  'passkey.register': { kind: 'command', method: 'POST', path: '/v1/me/passkeys' },
  'passkey.register_options': { kind: 'command', method: 'POST', path: '/v1/me/passkeys/options' },
  'passkey.remove': { kind: 'command', method: 'DELETE', path: '/v1/me/passkeys/{id}' },
  'passkey.rename': { kind: 'command', method: 'PATCH', path: '/v1/me/passkeys/{id}' },
  'password.change': { kind: 'command', method: 'POST', path: '/v1/me/password' },
  'password.reset': { kind: 'command', method: 'POST', path: '/v1/password-reset' },
  'policy.get': { kind: 'query', method: 'GET', path: '/v1/policy' },
  'policy.list': { kind: 'query', method: 'GET', path: '/v1/policy/versions' },
  'policy.matrix': { kind: 'query', method: 'GET', path: '/v1/policy/matrix' },
  'policy.may': { kind: 'query', method: 'GET', path: '/v1/policy/may' },
  'policy.places': { kind: 'query', method: 'GET', path: '/v1/policy/places' },
  'policy.simulate': { kind: 'command', method: 'POST', path: '/v1/policy/simulate' },
  'policy.update': { kind: 'command', method: 'PUT', path: '/v1/policy', wantsVersion: true },
  'price.list': { kind: 'query', method: 'GET', path: '/v1/prices' },
  'price.set': { kind: 'command', method: 'PUT', path: '/v1/prices' },
  'provider.create': { kind: 'command', method: 'POST', path: '/v1/sign-in/providers' },
  'provider.delete': { kind: 'command', method: 'DELETE', path: '/v1/sign-in/providers/{id}' },
  'provider.list': { kind: 'query', method: 'GET', path: '/v1/sign-in/providers' },
  'provider.test': { kind: 'query', method: 'GET', path: '/v1/sign-in/providers/{id}/test' },
  'provider.update': { kind: 'command', method: 'PATCH', path: '/v1/sign-in/providers/{id}', wantsVersion: true },
  'request.create': { kind: 'command', method: 'POST', path: '/v1/requests' },
  'request.forward': { kind: 'command', method: 'POST', path: '/v1/requests/{id}/forward' },
  'request.get': { kind: 'query', method: 'GET', path: '/v1/requests/{id}' },
  'request.list': { kind: 'query', method: 'GET', path: '/v1/requests' },
  'request.preview': { kind: 'query', method: 'POST', path: '/v1/requests/{id}/preview' },
  'request.respond': { kind: 'command', method: 'POST', path: '/v1/requests/{id}/respond' },
  'request.see': { kind: 'command', method: 'POST', path: '/v1/requests/{id}/see' },
  'request.withdraw': { kind: 'command', method: 'POST', path: '/v1/requests/{id}/withdraw' },
  'retention.get': { kind: 'query', method: 'GET', path: '/v1/retention' },
  'retention.set': { kind: 'command', method: 'PUT', path: '/v1/retention' },
  'run.activities': { kind: 'query', method: 'GET', path: '/v1/runs/{id}/activities' },
  'run.deliver': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/deliver' },
  'run.fail': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/fail' },
  'run.heartbeat': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/heartbeat' },
  'run.list': { kind: 'query', method: 'GET', path: '/v1/runs' },
  'run.message': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/message' },
  'run.release': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/release' },
  'run.report': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/report' },
  'run.stop': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/stop' },
  'run.use_tool': { kind: 'command', method: 'POST', path: '/v1/runs/{id}/use-tool' },
  'sample.create': { kind: 'command', method: 'POST', path: '/v1/sample' },
  'sample.remove': { kind: 'command', method: 'DELETE', path: '/v1/sample' },
  'search.query': { kind: 'query', method: 'GET', path: '/v1/search' },
  'session.create': { kind: 'command', method: 'POST', path: '/v1/sessions' },
  'session.create_with_passkey': { kind: 'command', method: 'POST', path: '/v1/sessions/passkey' },
  'session.end': { kind: 'command', method: 'DELETE', path: '/v1/sessions/current' },
  'session.list': { kind: 'query', method: 'GET', path: '/v1/sessions' },
  'session.passkey_options': { kind: 'command', method: 'POST', path: '/v1/sessions/passkey/options' },
  'session.revoke': { kind: 'command', method: 'DELETE', path: '/v1/sessions/{id}' },
  'session.revoke_others': { kind: 'command', method: 'POST', path: '/v1/sessions/revoke-others' },
  'setup.complete': { kind: 'command', method: 'POST', path: '/v1/setup' },
  'setup.passkey_options': { kind: 'command', method: 'POST', path: '/v1/setup/passkey-options' },
  'sign_in.methods': { kind: 'query', method: 'GET', path: '/v1/sign-in' },
  'snapshot.get': { kind: 'query', method: 'GET', path: '/v1/snapshot' },
  'stop.create': { kind: 'command', method: 'POST', path: '/v1/stops' },
  'stop.lift': { kind: 'command', method: 'POST', path: '/v1/stops/{id}/lift' },
  'stop.list': { kind: 'query', method: 'GET', path: '/v1/stops' },
  'task.cancel': { kind: 'command', method: 'POST', path: '/v1/tasks/{id}/cancel' },
  'task.get': { kind: 'query', method: 'GET', path: '/v1/tasks/{id}' },
  'task.list': { kind: 'query', method: 'GET', path: '/v1/tasks' },
  'task.push': { kind: 'command', method: 'POST', path: '/v1/tasks/{id}/pushes' },
  'task.pushes': { kind: 'query', method: 'GET', path: '/v1/tasks/{id}/pushes' },
  'task.send': { kind: 'command', method: 'POST', path: '/v1/tasks' },
  'task.unpush': { kind: 'command', method: 'DELETE', path: '/v1/tasks/{id}/pushes/{push}' },
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
  'webhook.create': { kind: 'command', method: 'POST', path: '/v1/webhooks' },
  'webhook.delete': { kind: 'command', method: 'DELETE', path: '/v1/webhooks/{id}' },
  'webhook.deliveries': { kind: 'query', method: 'GET', path: '/v1/webhooks/{id}/deliveries' },
  'webhook.get': { kind: 'query', method: 'GET', path: '/v1/webhooks/{id}' },
  'webhook.list': { kind: 'query', method: 'GET', path: '/v1/webhooks' },
  'webhook.replay': { kind: 'command', method: 'POST', path: '/v1/webhooks/{id}/replay' },
  'webhook.rotate': { kind: 'command', method: 'POST', path: '/v1/webhooks/{id}/rotate' },
  'webhook.test': { kind: 'command', method: 'POST', path: '/v1/webhooks/{id}/test' },
  'webhook.update': { kind: 'command', method: 'PATCH', path: '/v1/webhooks/{id}', wantsVersion: true },
  'work.claim': { kind: 'command', method: 'POST', path: '/v1/work/claim' },
  'workspace.update': { kind: 'command', method: 'PATCH', path: '/v1/workspace' },
} as const;

/** Every way the server says no. */
export type RefusalCode =
  | 'invalid_input'
  | 'malformed'
  | 'too_large'
  | 'too_many_facts'
  | 'not_found'
  | 'unknown_reference'
  | 'method_not_allowed'
  | 'unauthenticated'
  | 'wrong_credentials'
  | 'passkey_refused'
  | 'no_passkeys_here'
  | 'last_way_in'
  | 'only_way_in'
  | 'forbidden'
  | 'out_of_scope_token'
  | 'secret_unreadable'
  | 'bad_signature'
  | 'foreign_origin'
  | 'sign_in_refused'
  | 'too_many_attempts'
  | 'not_active'
  | 'sponsor_away'
  | 'stopped'
  | 'last_admin'
  | 'still_accountable'
  | 'on_hold'
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
  | 'over_budget'
  | 'no_limit'
  | 'wrong_currency'
  | 'stale_fence'
  | 'evidence_missing'
  | 'children_open'
  | 'outcomes_open'
  | 'cycle'
  | 'limit_reached'
  | 'not_verifier'
  | 'verdict_missing'
  | 'step_refused'
  | 'agreement_pending'
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
export const retryableCodes: readonly string[] = ['secret_unreadable', 'too_many_attempts', 'version_conflict', 'blocked', 'waiting', 'too_early', 'already_claimed', 'over_wip', 'over_budget', 'children_open', 'busy', 'unavailable'];
