import { z } from 'zod';
import type { OpenLink } from '../../store/tokens.ts';
import { ids } from '../examples.ts';
import { id, instant, iso } from '../resources/basics.ts';

export const invitationResource = z
  .object({
    id,
    name: z.string().describe('Of whoever is invited.'),
    participant: id,
    invitedBy: id.nullable().describe('Null: the server itself, at its first start.'),
    createdAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'Invitation', description: 'A link, not used yet, with which a person comes in.' });

export const showInvitation = ({
  id: own,
  participant,
  holder,
  createdBy,
  createdAt,
  expiresAt,
}: OpenLink): z.input<typeof invitationResource> => ({
  id: own,
  name: holder,
  participant,
  invitedBy: createdBy,
  createdAt: iso(createdAt),
  expiresAt: iso(expiresAt ?? createdAt),
});

export const exampleInvitation = {
  id: '0197a000-0000-7000-8000-000000000072',
  name: 'Ana',
  participant: ids.ana,
  invitedBy: ids.ana,
  createdAt: ids.at,
  expiresAt: '2026-01-07T09:00:00.000Z',
};
