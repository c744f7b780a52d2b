/** What is measured: one operation each, said once for both sides, the HTTP client and the replay of its SQL. */

export type Target = {
  /** An item, a run or a word to look for. */
  id: string;
  /** Which of the agents it belongs to. */
  agent: number;
};

export type Call = { method: 'GET' | 'POST'; path: string; body: Record<string, unknown> | null };

export type Workload = {
  operation: string;
  /** Whose token is sent: the operator's, or the client's own agent's. */
  caller: 'operator' | 'agent';
  /**
   * What a round works on: nothing; items, words or how words begin, over and over; runs that are each used by one client alone, over and
   * over; fresh claimable items; or fresh runs, each used once.
   */
  wants: 'nothing' | 'items' | 'words' | 'beginnings' | 'runs' | 'claimable' | 'fresh runs';
  call(target: Target): Call;
  /** What the operation gets as its input. */
  input(target: Target): Record<string, unknown>;
};

/** The fence and versions of every row that is made to work on: numbers that occur nowhere else, see record.ts. */
export const marks = { itemVersion: 15_001, fence: 70_001, runVersion: 90_001 };

const post = (path: string, body: Record<string, unknown>): Call => ({ method: 'POST', path, body });
const get = (path: string): Call => ({ method: 'GET', path, body: null });

const newItem = {
  title: 'Renew the certificate of the public gateway',
  outcome: 'Customers keep a valid connection when the old certificate ends.',
  criteria: [
    { text: 'The new certificate is served', check: 'openssl s_client shows it' },
    { text: 'The old key is destroyed' },
  ],
  priority: 2,
  risk: 'medium',
  labels: ['security'],
};
const heartbeat = { fence: marks.fence, progress: 0.4, usage: { tokens: 12_000 } };
const delivery = {
  fence: marks.fence,
  summary: 'The certificate is renewed and the old key is gone.',
  evidence: [{ criterion: 'c1', text: 'openssl s_client: valid until 2027-01-05' }],
};
const filter = { state: ['ready'], team: 'GEN', limit: 50 };

const all = {
  create: {
    operation: 'item.create',
    caller: 'operator',
    wants: 'nothing',
    call: () => post('/v1/items', newItem),
    input: () => newItem,
  },
  claim: {
    operation: 'work.claim',
    caller: 'agent',
    wants: 'claimable',
    call: () => post('/v1/work/claim', { lease: 86_400 }),
    input: () => ({ lease: 86_400 }),
  },
  heartbeat: {
    operation: 'run.heartbeat',
    caller: 'agent',
    wants: 'runs',
    call: ({ id }) => post(`/v1/runs/${id}/heartbeat`, heartbeat),
    input: ({ id }) => ({ id, ...heartbeat }),
  },
  deliver: {
    operation: 'run.deliver',
    caller: 'agent',
    wants: 'fresh runs',
    call: ({ id }) => post(`/v1/runs/${id}/deliver`, delivery),
    input: ({ id }) => ({ id, ...delivery }),
  },
  get: {
    operation: 'item.get',
    caller: 'operator',
    wants: 'items',
    call: ({ id }) => get(`/v1/items/${id}`),
    input: ({ id }) => ({ id }),
  },
  list: {
    operation: 'item.list',
    caller: 'operator',
    wants: 'nothing',
    call: () => get('/v1/items?state=ready&team=GEN&limit=50'),
    input: () => filter,
  },
  search: {
    operation: 'search.query',
    caller: 'operator',
    wants: 'words',
    call: ({ id }) => get(`/v1/search?q=${id}&limit=20`),
    input: ({ id }) => ({ q: id, limit: 20 }),
  },
  typing: {
    operation: 'search.query',
    caller: 'operator',
    wants: 'beginnings',
    call: ({ id }) => get(`/v1/search?q=${encodeURIComponent(id)}&limit=20`),
    input: ({ id }) => ({ q: id, limit: 20 }),
  },
} satisfies Record<string, Workload>;

export type WorkloadName = keyof typeof all;
export const workloads: Record<WorkloadName, Workload> = all;
export const workloadNames: readonly WorkloadName[] = [
  'create',
  'claim',
  'heartbeat',
  'deliver',
  'get',
  'list',
  'search',
  'typing',
];

/** What one round of either side gives back. */
export type Round = {
  /** All calls made, those of the lead-in among them. */
  calls: number;
  /** The calls measured, and the time they took together. */
  count: number;
  elapsedMs: number;
  /** Of every call measured, in milliseconds. */
  latencies: Float64Array;
  /** Of the load generator itself. */
  cpuMicros: number;
  /** Whether it ended early because its targets were used up. */
  exhausted: boolean;
};

/** Agents that claim and deliver; clients beyond them share. */
export const AGENTS = 64;
/** Nobody claims, delivers or heartbeats the same run from two clients: the number of targets divides by that of clients. */
export const TARGETS = 1_024;
