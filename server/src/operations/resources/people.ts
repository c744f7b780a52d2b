import { z } from 'zod';
import { explainPause } from '../../domain/paused.ts';
import { autonomy, usualAutonomy } from '../../domain/policy/autonomy.ts';
import type { Participant } from '../../store/people.ts';
import type { Team } from '../../store/teams.ts';
import { id, instant, iso } from './basics.ts';
import { showStopped, stopped } from './stopped.ts';

export const participantResource = z
  .object({
    id,
    kind: z.enum(['human', 'agent', 'system']),
    name: z.string(),
    email: z.string().nullable(),
    role: z.enum(['admin', 'member', 'guest']),
    status: z.enum(['active', 'paused', 'retired']),
    sponsor: id.nullable().describe('The accountable human of an agent or a system.'),
    skills: z.array(z.string()),
    teams: z.array(id).describe('None: works for every team.'),
    wipLimit: z.int().nullable().describe('How many runs they may hold at once; null: any number.'),
    stopped: stopped.nullable(),
    paused: z
      .object({ by: z.object({ id, name: z.string().nullable() }), reason: z.string().nullable(), since: instant })
      .nullable()
      .describe('Who paused them, and why; null also where that is not known.'),
    autonomy: autonomy.nullable().describe('How far an agent acts alone; null for everybody else.'),
    origin: z.string().nullable().describe('The import that brought them, if any.'),
    version: z.int(),
    createdAt: instant,
  })
  .meta({ id: 'Participant', description: 'Whoever acts: a human, an agent or a system.' });

export const showParticipant = (one: Participant): z.input<typeof participantResource> => ({
  id: one.id,
  kind: one.kind,
  name: one.name,
  email: one.email,
  role: one.role,
  status: one.status,
  sponsor: one.sponsor,
  skills: one.skills,
  teams: one.teams,
  wipLimit: one.wipLimit,
  stopped: one.stopped ? showStopped(one.stopped) : null,
  paused: one.paused ? explainPause(one.paused) : null,
  autonomy: one.kind === 'agent' ? (one.autonomy ?? usualAutonomy) : null,
  origin: one.origin,
  version: one.version,
  createdAt: iso(one.createdAt),
});

export const teamResource = z
  .object({
    id,
    key: z.string().describe('Begins the keys of its items.'),
    name: z.string(),
    parent: id.nullable(),
    lead: id.nullable(),
    version: z.int(),
    createdAt: instant,
  })
  .meta({ id: 'Team', description: 'A group with members, a lead and a queue; teams nest.' });

export const showTeam = (team: Team): z.input<typeof teamResource> => ({ ...team, createdAt: iso(team.createdAt) });
