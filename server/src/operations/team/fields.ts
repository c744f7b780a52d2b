import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { ids } from '../examples.ts';

/** What may be said of a team, when it is made and later. */
export const team = z.string().min(1).max(100).describe('An id or a key.');
export const name = z.string().trim().min(1).max(limits.nameLength);
export const lead = z.string().min(1).max(254).describe('A human who may change the team and hand out its work.');

export const exampleTeam = {
  id: ids.team,
  key: 'OPS',
  name: 'Operations',
  parent: null,
  lead: ids.ana,
  version: 1,
  createdAt: ids.at,
};
