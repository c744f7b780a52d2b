import { z } from 'zod';
import { line, text } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { ids } from '../examples.ts';
import { id } from '../resources/basics.ts';

/** What may be said of an outcome, when it is made and later. */
export const title = line(limits.titleLength).describe('What will be true when it is achieved.');
export const description = text.describe('Why, for whom, and how one will know. Markdown.');
export const parent = id.max(100).nullable().describe('The larger outcome that this is a part of; null for none.');
export const owner = z.string().min(1).max(254).describe('The human who is accountable: an id, name, e-mail or `me`.');

/** A figure that is read; far below where numbers lose their last digits. */
export const figure = z.number().min(-1e15).max(1e15);

const measure = z.object({
  id: z
    .string()
    .max(64)
    .optional()
    .describe('Keeps the measure when an edit sends it again; leave it out for a new one.'),
  name: line(limits.nameLength).describe('What is counted.'),
  unit: z.string().trim().max(60).describe('Such as %, days or EUR.'),
  baseline: figure.describe('Where it stood before.'),
  target: figure.describe('Where it shall stand.'),
  current: figure
    .optional()
    .describe('Where a new measure stands; its baseline unless stated. Later ones are read with outcome.measure.'),
});
export const measures = z.array(measure).max(limits.measures);

export const exampleOutcome = {
  id: ids.outcome,
  title: 'No customer meets an expired certificate',
  description: 'Expired certificates cost us two outages last year.',
  parent: null,
  owner: ids.ana,
  state: 'open' as const,
  measures: [
    {
      id: 'm1',
      name: 'Outages through certificates',
      unit: 'a year',
      baseline: 2,
      target: 0,
      current: 2,
      readings: [],
    },
  ],
  items: { open: 0, done: 0 },
  version: 1,
  createdAt: ids.at,
  updatedAt: ids.at,
};
