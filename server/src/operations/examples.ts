/** The same small world in every example of the documents: one item, the people around it and what happens to it. */
const at = '2026-01-05T09:00:00.000Z';
const ana = '0197a000-0000-7000-8000-00000000000a';
const bot = '0197a000-0000-7000-8000-00000000000b';
const team = '0197a000-0000-7000-8000-00000000000c';
const item = '0197a000-0000-7000-8000-000000000012';
const run = '0197a000-0000-7000-8000-000000000021';
const request = '0197a000-0000-7000-8000-000000000031';
export const ids = { ana, bot, team, item, run, request, at, artifact: 'a'.repeat(64) } as const;

export const exampleItem = {
  id: item,
  key: 'OPS-12',
  team,
  title: 'Renew the certificate',
  state: 'draft' as const,
  version: 1,
  revision: 1,
  type: 'task',
  owner: ana,
  assignee: null,
  executor: null,
  priority: 1,
  risk: 'medium' as const,
  labels: [],
  due: null,
  parent: null,
  blocked: false,
  waiting: false,
  overdue: false,
  openBlockers: 0,
  openChildren: 0,
  createdAt: at,
  updatedAt: at,
  outcome: 'Customers keep a valid connection.',
  scope: { included: [], excluded: [] },
  criteria: [{ id: 'c1', text: 'The new certificate is served', check: 'openssl s_client shows it', required: true }],
  reversible: true,
  skills: [],
  start: null,
  budget: null,
  context: '',
  links: [],
  answers: [],
  createdBy: ana,
  endedAt: null,
  fence: 0,
  attempts: 0,
  run: null,
  delivery: null,
};

export const exampleRequest = {
  id: request,
  kind: 'question' as const,
  state: 'open' as const,
  from: bot,
  to: { participant: ana },
  item,
  run,
  blocking: true,
  due: null,
  body: { text: 'Which key type shall it have?', options: ['RSA', 'ECDSA'] },
  response: null,
  responder: null,
  createdAt: at,
  answeredAt: null,
};

export const exampleParticipant = {
  id: bot,
  kind: 'agent' as const,
  name: 'cert-bot',
  email: null,
  role: 'member' as const,
  status: 'active' as const,
  sponsor: ana,
  skills: ['tls'],
  teams: [],
  wipLimit: null,
  origin: null,
  version: 1,
  createdAt: at,
};
