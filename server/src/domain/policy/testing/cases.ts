import type { Acting } from '../judge.ts';
import type { Work } from '../work.ts';

export const anAgent: Acting = { kind: 'agent', skills: ['tls'], autonomy: null };

export const someWork: Work = {
  id: '0197a000-0000-7000-8000-000000000012',
  key: 'OPS-12',
  team: 'ops',
  type: 'task',
  risk: 'medium',
  priority: 2,
  amount: 0,
  reversible: true,
  external: false,
  owner: 'ana',
  executor: 'bot',
  run: 'run',
  state: 'active',
  revision: 1,
  version: 3,
};
