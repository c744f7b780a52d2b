import { z } from 'zod';
import { line } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { ids } from '../examples.ts';
import { acts } from '../resources/hook.ts';

/** What may be said of an address for others' webhooks, when it is made and later. */
export const name = line(limits.nameLength).describe('Which system sends there.');
export const allows = z
  .array(z.enum(acts))
  .min(1)
  .max(acts.length)
  .describe('What may be told: work to triage, checks as evidence, that work of the participant is finished.');
export const team = z.string().min(1).max(100).describe('Where intake goes: an id or key.');
export const labels = z
  .array(line(limits.labelLength))
  .max(limits.listLength)
  .describe('GitHub: only issues with one of these labels become intake; none: all.');
export const criteria = z
  .array(z.object({ check: line(limits.nameLength), criterion: line(limits.titleLength) }))
  .max(limits.listLength)
  .describe(
    'Which check shows which criterion: the name of the check, and the id or a part of the text of the criterion.',
  );
export const secret = z
  .string()
  .describe('What the other system signs with. Shown once: keep it where nobody else reads it.');

export const exampleHook = {
  id: '0197a000-0000-7000-8000-000000000081',
  name: 'GitHub of the web team',
  form: 'github' as const,
  address: 'https://coact.example.com/hooks/0197a000-0000-7000-8000-000000000081',
  participant: ids.bot,
  allows: ['intake' as const, 'check' as const],
  team: ids.team,
  labels: [],
  criteria: [{ check: 'build', criterion: 'It is built' }],
  enabled: true,
  previousSecretUntil: null,
  createdBy: ids.ana,
  version: 1,
  createdAt: ids.at,
  updatedAt: ids.at,
};
