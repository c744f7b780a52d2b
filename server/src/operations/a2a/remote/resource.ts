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
  })
  .meta({ id: 'RemoteAgent', description: 'A participant that is an agent elsewhere, reached by A2A.' });

export const showRemote = ({ participant, url, scheme, updatedAt }: Remote): z.input<typeof remoteResource> => ({
  participant,
  url,
  scheme: scheme || null,
  updatedAt: iso(updatedAt),
});

export const exampleRemote = {
  participant: ids.bot,
  url: 'https://agent.example.com/.well-known/agent-card.json',
  scheme: 'Bearer',
  updatedAt: ids.at,
};
