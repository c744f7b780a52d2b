import { z } from 'zod';
import { isRefusal } from '../../domain/refusals.ts';
import { pieceKinds } from '../../domain/succession.ts';
import { readDuties } from '../../store/duties.ts';
import { query } from '../define.ts';
import { ids } from '../examples.ts';
import { id } from '../resources/basics.ts';
import { who } from './fields.ts';
import { piecesOf } from './load-for-retire.ts';
import { requireSubject } from './subject.ts';

export default query({
  name: 'participant.duties',
  summary: 'List everything that hangs on somebody, and so needs a successor before they can retire.',
  http: 'GET /v1/participants/{id}/duties',
  input: z.object({ id: who }),
  output: z
    .object({
      pieces: z.array(
        z.object({
          kind: z.enum(pieceKinds),
          id,
          label: z.string().nullable().describe('A key, a name or a title; of a request, what it says.'),
          item: id.nullable().describe('Of a request, the item that it is about.'),
          barred: id.nullable().describe('Of a request, who may not answer it: they ask it, or did the work.'),
        }),
      ),
      held: z.array(z.object({ id, key: z.string() })).describe('What they work on; it goes back to the queue.'),
    })
    .meta({ id: 'Duties', description: 'What somebody owns, sponsors, leads and is asked.' }),
  needs: { action: 'policy.read' },
  refuses: ['not_found'],
  example: {
    input: { id: ids.bot },
    output: {
      pieces: [{ kind: 'request', id: ids.request, label: 'Which key type?', item: ids.item, barred: ids.ana }],
      held: [{ id: ids.item, key: 'OPS-12' }],
    },
  },

  async handle({ connection, actor }, input) {
    const subject = await requireSubject(connection, input.id, actor);
    if (isRefusal(subject)) return subject;
    const duties = await readDuties(connection, subject.id);
    const said = new Map(duties.requests.map((one) => [one.id, textOf(one.body)]));
    const pieces = piecesOf(duties).map(({ item = null, barred = null, ...piece }) => ({
      ...piece,
      label: piece.label ?? said.get(piece.id) ?? null,
      item,
      barred,
    }));
    return { pieces, held: duties.held.map(({ id: held, key }) => ({ id: held, key })) };
  },
});

const textOf = ({ text, summary }: Record<string, unknown>): string | null =>
  typeof text === 'string' ? text : typeof summary === 'string' ? summary : null;
