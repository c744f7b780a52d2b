import { z } from 'zod';
import { line } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { layouts } from '../../domain/view.ts';
import { ids } from '../examples.ts';

/** What may be said of a view, when it is saved and later. */
export const name = line(limits.nameLength);
export const layout = z.enum(layouts);
export const filter = z
  .string()
  .trim()
  .max(limits.viewFilterLength)
  .describe('Which work it shows, as it is typed into the filter; empty for all of it.');
export const group = line(limits.labelLength).describe('What the rows are grouped by, such as state or owner.');
export const sort = line(limits.labelLength).describe('What the rows are ordered by, such as priority or due.');
export const team = z.string().min(1).max(100).describe('An id or a key: its members see the view as well.');
export const shared = z.boolean().describe('Whether the whole workspace sees it.');

export const exampleView = {
  id: '0197a000-0000-7000-8000-000000000051',
  name: 'Stuck in Operations',
  layout: 'board' as const,
  filter: 'is:blocked',
  group: 'owner',
  sort: null,
  team: null,
  shared: true,
  creator: ids.ana,
  version: 1,
  createdAt: ids.at,
  updatedAt: ids.at,
};
