import { z } from 'zod';
import { type ProvFact, toProv } from '../../domain/prov.ts';

const section = z.record(z.string(), z.record(z.string(), z.unknown()));

/** A document of W3C PROV-JSON. */
export const provDocument = z
  .object({
    prefix: z.record(z.string(), z.string()),
    entity: section.describe('Contract revisions, artifacts and deliveries.'),
    activity: section.describe('Runs, reviews, decisions and other acts, with the ids of their facts.'),
    agent: section.describe('Participants, by id alone.'),
    wasGeneratedBy: section,
    used: section,
    wasAssociatedWith: section,
    wasAttributedTo: section,
    actedOnBehalfOf: section,
    wasInformedBy: section,
    wasDerivedFrom: section,
  })
  .meta({ id: 'ProvDocument', description: 'Provenance in the form of W3C PROV-JSON.' });

/** How many facts one document tells of. */
export const MOST_FACTS = 5_000;

export const showProv = (workspace: string, rows: readonly { body: string }[]): z.input<typeof provDocument> =>
  toProv(
    workspace,
    rows.map(({ body }) => JSON.parse(body) as ProvFact),
  );

const at = '2026-01-05T09:00:00.000Z';
const workspace = '0197a000-0000-7000-8000-000000000001';
const exampleFact: ProvFact = {
  id: '0197a000-0000-7000-8000-000000000041',
  type: 'item.committed',
  at,
  actor: { id: '0197a000-0000-7000-8000-000000000002', kind: 'human' },
  onBehalfOf: [],
  act: 'item.commit',
  cause: null,
  item: { id: '0197a000-0000-7000-8000-000000000012', key: 'OPS-12' },
  data: {},
};
export const exampleProv = toProv(workspace, [exampleFact]);
