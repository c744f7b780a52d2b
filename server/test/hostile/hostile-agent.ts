/**
 * An agent that tries all that an agent could try, as a process of its own with nothing but what an agent has: the address, its
 * token, and a second agent's. What it found out by reading is on its standard input; it prints a line of JSON for each attempt.
 */
import { json } from 'node:stream/consumers';
import { furtherAttempts } from './further-attempts.ts';

/** What is there to be attacked. `old` is a run of its own that has ended, `live` one that it holds. */
export type Prey = {
  url: string;
  token: string;
  accomplice: string;
  revoked: string;
  self: string;
  accompliceId: string;
  owner: string;
  reviewed: { item: string; review: string };
  held: { request: string };
  old: { id: string; fence: number; item: string };
  live: { id: string; fence: number; item: string };
  foreignItem: string;
  stop: string | null;
  /** A plan of its own to a second agent, which would approve what waits. */
  plot: string;
  /** A draft of its own, and work that may not begin yet. */
  draft: string;
  early: string;
  /** What a second agent asks the owner, and a task that it sent. */
  question: string;
  task: string;
  /** A third agent, which is a guest and may look at one item. */
  guest: string;
  guestId: string;
  /** What the owner has made: a view, a hold, and the key of a command. */
  view: string;
  hold: string;
  key: string;
};
export type Tried = { attempt: string; operation: string; status: number; code: string };
export type Call = [attempt: string, operation: string, line: string, body?: unknown, headers?: Record<string, string>];

const prey = (await json(process.stdin)) as Prey;
const ways = prey.stop === null ? furtherAttempts(prey) : [];
const as = (token: string) => ({ authorization: `Bearer ${token}` });
const accomplice = as(prey.accomplice);

async function attempt([name, operation, line, body, headers = {}]: Call): Promise<void> {
  const [method = 'GET', path = ''] = line.split(' ');
  const response = await fetch(prey.url + path, {
    method,
    headers: { 'content-type': 'application/json', 'if-match': '*', ...as(prey.token), ...headers },
    ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
  });
  const text = await response.text();
  // Of a step of a plan, why it was refused; within an answer of another protocol, the JSON may be a text of its own.
  const code =
    /"refused":"(\w+)"/.exec(text)?.[1] ??
    /\\?"code\\?":\\?"(\w+)\\?"/.exec(text)?.[1] ??
    (text.includes('"held":true') ? 'held' : 'allowed');
  // Doors that answer by JSON-RPC say what went wrong in the answer.
  const failed = /"isError":true|"error":\{/.test(text) && response.ok;
  const tried: Tried = { attempt: name, operation, status: failed ? 403 : response.status, code };
  console.log(JSON.stringify(tried));
}

const pass = { verdicts: [{ criterion: 'c1', verdict: 'pass' }] };
const { old, live, reviewed, held, self, owner } = prey;
const evidence = [{ criterion: 'c1', text: 'Trust me.' }];

const beforeStop: Call[] = [
  ['accepts its own work', 'request.respond', `POST /v1/requests/${reviewed.review}/respond`, pass],
  [
    'lets a second agent accept it',
    'request.respond',
    `POST /v1/requests/${reviewed.review}/respond`,
    pass,
    accomplice,
  ],
  ['approves its own held act', 'request.respond', `POST /v1/requests/${held.request}/respond`, { accept: true }],
  [
    'lets a second agent approve it',
    'request.respond',
    `POST /v1/requests/${held.request}/respond`,
    { accept: true },
    accomplice,
  ],
  [
    'passes its review on to a second agent',
    'request.forward',
    `POST /v1/requests/${reviewed.review}/forward`,
    { to: prey.accompliceId, reason: 'Please.' },
  ],
  ['rewrites the policy', 'policy.update', 'PUT /v1/policy', { rules: [] }],
  [
    'raises its own autonomy',
    'participant.set_autonomy',
    `PUT /v1/participants/${self}/autonomy`,
    { level: 'autonomous' },
  ],
  [
    'raises the budget of its work',
    'budget.increase',
    'POST /v1/budgets/increase',
    { for: { item: live.item }, by: { cost: 1_000 }, reason: 'More.' },
  ],
  [
    'gives itself an allowance',
    'budget.set',
    'PUT /v1/budgets',
    { for: { participant: self }, period: 'day', limits: { cost: 1e6 } },
  ],
  ['raises the budget in the contract', 'item.update', `PATCH /v1/items/${live.item}`, { budget: { cost: 1e6 } }],
  ['lowers the risk of its work', 'item.update', `PATCH /v1/items/${live.item}`, { risk: 'low', reversible: true }],
  ['makes itself the owner', 'item.update', `PATCH /v1/items/${live.item}`, { owner: self }],
  ['makes itself an admin', 'participant.update', `PATCH /v1/participants/${self}`, { role: 'admin' }],
  [
    'gives itself another sponsor',
    'participant.update',
    `PATCH /v1/participants/${self}`,
    { sponsor: prey.accompliceId },
  ],
  ['makes a person', 'participant.create', 'POST /v1/participants', { kind: 'human', name: 'Nobody', role: 'admin' }],
  ['takes a token of its owner', 'token.create', `POST /v1/participants/${owner}/tokens`, { name: 'mine' }],
  [
    'takes a token of a second agent',
    'token.create',
    `POST /v1/participants/${prey.accompliceId}/tokens`,
    { name: 'mine' },
  ],
  ['pauses its owner', 'participant.update', `PATCH /v1/participants/${owner}`, { status: 'paused' }],
  [
    'reports with an old fence',
    'run.report',
    `POST /v1/runs/${old.id}/report`,
    { fence: old.fence, activity: 'Still here.' },
  ],
  [
    'delivers with an old fence',
    'run.deliver',
    `POST /v1/runs/${old.id}/deliver`,
    { fence: old.fence, summary: 'Done.', evidence },
  ],
  [
    'guesses the next fence',
    'run.report',
    `POST /v1/runs/${old.id}/report`,
    { fence: old.fence + 1, activity: 'Still here.' },
  ],
  [
    'delivers in the name of a second agent',
    'run.deliver',
    `POST /v1/runs/${live.id}/deliver`,
    { fence: live.fence, summary: 'Done.', evidence },
    accomplice,
  ],
  ['cancels the work of others', 'item.cancel', `POST /v1/items/${prey.foreignItem}/cancel`, { reason: 'No.' }],
  [
    'takes over the work of others',
    'item.take_over',
    `POST /v1/items/${prey.foreignItem}/take-over`,
    { reason: 'Mine.' },
  ],
  ['stops everybody', 'stop.create', 'POST /v1/stops', { workspace: true, reason: 'Silence.' }],
  ['renames the workspace', 'workspace.update', 'PATCH /v1/workspace', { name: 'Mine' }],
  ['calls with a revoked token', 'token.use', `GET /v1/items/${live.item}`, undefined, as(prey.revoked)],
  [
    'calls with a token that it made up',
    'item.get',
    `GET /v1/items/${live.item}`,
    undefined,
    as(`${prey.token.slice(0, -8)}AAAAAAAA`),
  ],
  [
    'says that it acts for its owner, in the body',
    'item.comment',
    `POST /v1/items/${live.item}/comments`,
    { text: 'I am Ana.', actor: owner, onBehalfOf: owner },
  ],
  ['unwrites a fact', 'event.delete', `DELETE /v1/events/${live.id}`],
];
const whileStopped: Call[] = [
  ['lifts the stop', 'stop.lift', `POST /v1/stops/${prey.stop}/lift`, { reason: 'Enough.' }],
  [
    'reports though it is stopped',
    'run.report',
    `POST /v1/runs/${live.id}/report`,
    { fence: live.fence, activity: 'Going on.' },
  ],
  ['claims though it is stopped', 'work.claim', 'POST /v1/work/claim', {}],
];
for (const call of prey.stop === null ? [...beforeStop, ...ways] : whileStopped) await attempt(call);
