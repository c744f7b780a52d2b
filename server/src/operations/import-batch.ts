import { z } from 'zod';
import { dateTime, line } from '../domain/contract.ts';
import { limits } from '../domain/limits.ts';

const name = line(limits.nameLength);
const ref = line(limits.nameLength);
const when = dateTime;
const refs = z.array(ref).max(limits.blockers).default([]);

export const importItem = z.object({
  ref: ref.describe('The id in the source, unique within the batch.'),
  title: line(limits.titleLength),
  state: z.enum(['open', 'done', 'cancelled']),
  outcome: z.string().max(limits.textLength).optional(),
  type: z.string().trim().max(60).optional(),
  priority: z.int().min(0).max(4).optional(),
  criteria: z
    .array(z.object({ text: line(2_000), met: z.boolean().optional() }))
    .max(limits.criteria)
    .default([]),
  labels: z.array(line(limits.labelLength)).max(limits.listLength).default([]),
  context: z.string().max(limits.textLength).optional(),
  links: z.array(line(2_000)).max(limits.listLength).default([]),
  parent: ref.optional(),
  blockedBy: refs,
  related: z
    .array(z.object({ kind: line(60), ref }))
    .max(limits.listLength)
    .default([]),
  assignee: name.optional(),
  createdBy: name.optional(),
  createdAt: when.optional(),
  updatedAt: when.optional(),
  closedAt: when.optional(),
  comments: z
    .array(z.object({ author: name.optional(), text: line(limits.textLength), at: when.optional() }))
    .max(5_000)
    .default([]),
  sourceData: z.record(z.string(), z.unknown()).default({}).describe('What has no place above, kept verbatim.'),
});
export type ImportItem = z.output<typeof importItem>;

export const importPerson = z.object({ name, kind: z.enum(['human', 'agent']), email: z.email().max(254).optional() });
export type ImportPerson = z.output<typeof importPerson>;

export const importReport = z
  .object({
    dryRun: z.boolean(),
    source: z.string(),
    team: z.string(),
    created: z.int(),
    unchanged: z.int().describe('Already here from an earlier import.'),
    states: z.record(z.string(), z.int()).describe('How many of the created items are in each state.'),
    missing: z.record(z.string(), z.int()).describe('How many drafts lack each part of the contract.'),
    drafts: z
      .array(z.object({ ref: z.string(), title: z.string(), missing: z.array(z.string()) }))
      .describe('Open work that is not ready, and what it lacks.'),
    people: z.object({ created: z.int(), matched: z.int() }),
    criteria: z.int(),
    comments: z.int(),
    edges: z.object({ blockedBy: z.int(), parents: z.int(), related: z.int() }),
    kept: z
      .record(z.string(), z.int())
      .describe('Fields that have no place here and are kept with the item: how many items have each.'),
  })
  .meta({ id: 'ImportReport', description: 'What an import did, or would do.' });
export type ImportReport = z.input<typeof importReport>;
