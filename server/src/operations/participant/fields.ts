import { z } from 'zod';
import { limits } from '../../domain/limits.ts';

/** What may be said of a participant, when they are made and later. */
export const who = z.string().min(1).max(254).describe('An id, a name, an e-mail address, or `me`.');
export const name = z.string().trim().min(1).max(limits.nameLength);
export const invitationDays = z
  .int()
  .min(1)
  .max(limits.invitationDaysMax)
  .default(limits.invitationDays)
  .describe('How many days the link holds.');
export const role = z.enum(['admin', 'member', 'guest']);
export const sponsor = z.string().min(1).max(254).describe('The accountable human of an agent or a system.');
export const skills = z.array(z.string().trim().min(1).max(limits.labelLength)).max(limits.listLength);
export const teams = z
  .array(z.string().min(1).max(100))
  .max(limits.listLength)
  .describe('Ids or keys; none: works for every team.');
export const wipLimit = z
  .int()
  .min(1)
  .max(10_000)
  .nullable()
  .describe('How many runs they may hold at once; null: any number.');
