import { z } from 'zod';
import { type Request, kinds, requestStates } from '../../domain/request.ts';
import { id, instant, iso, isoOrNull } from './basics.ts';

export const addressee = z
  .union([z.object({ participant: id }), z.object({ team: id }), z.object({ role: z.enum(['admin', 'member']) })])
  .meta({ id: 'Addressee', description: 'A participant, a team or everybody with a role.' });

export const requestResource = z
  .object({
    id,
    kind: z.enum(kinds),
    state: z.enum(requestStates),
    from: id.nullable().describe('Null when Coact itself asks.'),
    to: addressee,
    item: id.nullable(),
    run: id.nullable(),
    blocking: z.boolean().describe('Whether the work stands still until it is answered.'),
    due: instant.nullable(),
    body: z
      .record(z.string(), z.unknown())
      .describe('What is asked; `text` says it in a sentence, the rest depends on the kind.'),
    response: z.record(z.string(), z.unknown()).nullable(),
    responder: id.nullable(),
    createdAt: instant,
    firstSeenAt: instant.nullable().describe('When somebody who may answer first looked at it.'),
    answeredAt: instant.nullable(),
  })
  .meta({ id: 'Request', description: 'Something that needs somebody: six kinds, one shape.' });

export const showRequest = (request: Request): z.input<typeof requestResource> => ({
  id: request.id,
  kind: request.kind,
  state: request.state,
  from: request.from,
  to: request.to,
  item: request.item,
  run: request.run,
  blocking: request.blocking,
  due: isoOrNull(request.due),
  body: request.body,
  response: request.response,
  responder: request.responder,
  createdAt: iso(request.createdAt),
  firstSeenAt: isoOrNull(request.firstSeenAt),
  answeredAt: isoOrNull(request.answeredAt),
});
