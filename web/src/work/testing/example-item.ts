import type { ItemSummary, Participant } from 'coact';
import type { Facts } from '../filter/facts.ts';

/** A row as the server sends it, with what a test says differently. */
export const exampleItem = (said: Partial<ItemSummary> = {}): ItemSummary => ({
  id: 'item',
  key: 'OPS-1',
  team: 'ops',
  title: 'Rotate the certificates',
  state: 'ready',
  version: 1,
  type: 'task',
  owner: 'ana',
  assignee: null,
  executor: null,
  priority: null,
  risk: 'medium',
  labels: [],
  skills: [],
  due: null,
  start: null,
  parent: null,
  serves: null,
  intake: false,
  run: null,
  blocked: false,
  waiting: false,
  overdue: false,
  openBlockers: 0,
  openChildren: 0,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  ...said,
});

const person = (said: Pick<Participant, 'id' | 'kind' | 'name'> & Partial<Participant>): [string, Participant] => {
  const usual = { email: null, role: 'member', status: 'active', sponsor: null } as const;
  const rest = {
    wipLimit: null,
    autonomy: null,
    stopped: null,
    paused: null,
    origin: null,
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
  };
  return [said.id, { ...usual, skills: [], teams: [], ...rest, ...said }];
};
const team = { lead: null, version: 1, createdAt: '2026-01-01T00:00:00.000Z' };

/** Ana Keller looks, on 24 November; she is in Web, which is a part of Ops. */
export const exampleFacts = (said: Partial<Facts> = {}): Facts => ({
  me: 'ana',
  myTeams: ['web'],
  now: Date.parse('2026-11-24T12:00:00.000Z'),
  people: new Map([
    person({ id: 'ana', kind: 'human', name: 'Ana Keller', email: 'ana@example.com' }),
    person({ id: 'ben', kind: 'human', name: 'Ben Ito' }),
    person({ id: 'bot', kind: 'agent', name: 'cert-bot', sponsor: 'ana' }),
  ]),
  teams: new Map([
    ['ops', { ...team, id: 'ops', key: 'OPS', name: 'Operations', parent: null }],
    ['web', { ...team, id: 'web', key: 'WEB', name: 'Web', parent: 'ops' }],
    ['law', { ...team, id: 'law', key: 'LAW', name: 'Legal', parent: null }],
  ]),
  outcomes: new Map([
    ['trust', { id: 'trust', title: 'Visitors trust us', parent: null }],
    ['tls', { id: 'tls', title: 'No TLS warnings', parent: 'trust' }],
  ]),
  items: new Map(),
  asked: new Map(),
  ...said,
});
