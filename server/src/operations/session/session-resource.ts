import { z } from 'zod';
import { exampleParticipant, ids } from '../examples.ts';
import { instant } from '../resources/basics.ts';
import { participantResource } from '../resources/people.ts';

export const sessionResource = z
  .object({
    token: z
      .string()
      .describe('Shown once; send it as a bearer token. A browser gets it as a cookie that scripts cannot read.'),
    expiresAt: instant,
    participant: participantResource,
  })
  .meta({ id: 'Session', description: 'Somebody who has signed in.' });

export const exampleAdmin = {
  ...exampleParticipant,
  id: ids.ana,
  kind: 'human' as const,
  name: 'Ana',
  email: 'ana@example.com',
  role: 'admin' as const,
  sponsor: null,
  skills: [],
};

export const exampleSession = {
  token: 'coact_0197a00000007000800000000000000a_fJ3kq0yqv1t2s8nYHq7g0Q5m0p9xLr3bWc6dZeTuVxA',
  expiresAt: '2026-02-04T09:00:00.000Z',
  participant: exampleAdmin,
};
