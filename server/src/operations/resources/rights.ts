import { z } from 'zod';
import { roles } from '../../domain/decision.ts';
import type { StoredRights } from '../../store/rights.ts';
import { ids } from '../examples.ts';
import { id, instant, iso } from './basics.ts';

export const rightsResource = roles
  .extend({
    decisionKind: z.string().nullable().describe('Null: for every kind that has no rights of its own.'),
    by: id.describe('Who said so.'),
    at: instant,
  })
  .meta({
    id: 'DecisionRights',
    description: 'Who recommends, agrees, performs, gives input and decides about an item.',
  });

export const showRights = ({ decisionKind, at, ...rights }: StoredRights): z.input<typeof rightsResource> => ({
  ...rights,
  decisionKind: decisionKind === '' ? null : decisionKind,
  at: iso(at),
});

export const exampleRights: z.input<typeof rightsResource> = {
  decisionKind: 'vendor',
  recommend: ids.bot,
  agree: [],
  perform: null,
  input: [],
  decide: ids.ana,
  by: ids.ana,
  at: ids.at,
};
