import { z } from 'zod';
import type { Remote } from '../../../store/a2a-remotes.ts';
import { ids } from '../../examples.ts';
import { id, instant, iso } from '../../resources/basics.ts';

export const remoteResource = z
  .object({
    participant: id,
    url: z.string().describe('Where its agent card is.'),
    scheme: z.string().nullable().describe('How it is signed in to; the credentials are not shown again.'),
    updatedAt: instant,
    heardAt: instant.nullable().describe('When it answered last; null before it has been called.'),
    trouble: z.string().nullable().describe('Why it could not be spoken to lately, in words; null where all is well.'),
    troubleAt: instant.nullable().describe('Since when.'),
  })
  .meta({ id: 'RemoteAgent', description: 'A participant that is an agent elsewhere, reached by A2A.' });

export const showRemote = ({ participant, url, scheme, ...one }: Remote): z.input<typeof remoteResource> => ({
  participant,
  url,
  scheme: scheme || null,
  updatedAt: iso(one.updatedAt),
  heardAt: one.heardAt === null ? null : iso(one.heardAt),
  trouble: one.trouble,
  troubleAt: one.troubleAt === null ? null : iso(one.troubleAt),
});

export const exampleRemote = {
  participant: ids.bot,
  url: 'https://agent.example.com/.well-known/agent-card.json',
  scheme: 'Bearer',
  updatedAt: ids.at,
  heardAt: ids.at,
  trouble: null,
  troubleAt: null,
};
