import { z } from 'zod';
import type { Request } from '../domain/request.ts';
import { exampleRequest, ids } from './examples.ts';
import { requestResource, showRequest } from './resources/request.ts';

/** The answer of an act that waits for approval instead of happening. */
const HELD = Symbol('held');
export type Held = { [HELD]: true; request: Request };

export const heldBy = (request: Request): Held => ({ [HELD]: true, request });
export const isHeld = (answer: unknown): answer is Held =>
  typeof answer === 'object' && answer !== null && HELD in answer;

export const heldAnswer = z
  .object({
    held: z.literal(true),
    request: requestResource.describe(
      'What those who may approve the act were asked; `id` is how to follow or withdraw it.',
    ),
  })
  .meta({ id: 'Held', description: 'The act did not happen: it waits until it is approved, and then happens once.' });

export const showHeld = ({ request }: Held): z.input<typeof heldAnswer> => ({
  held: true,
  request: showRequest(request),
});

export const exampleHeld: z.input<typeof heldAnswer> = {
  held: true,
  request: {
    ...exampleRequest,
    kind: 'proposal',
    blocking: false,
    body: {
      text: 'Asks to run.deliver OPS-12: a wrong result of this work cannot be undone.',
      operations: [{ operation: 'run.deliver', input: { id: ids.run, fence: 7, summary: 'Done.' }, ifMatch: null }],
      requester: ids.bot,
      because: ['A wrong result of this work cannot be undone, so its owner looks before it counts as delivered.'],
      rules: ['irreversible-needs-the-owner'],
      approvers: [ids.ana],
      expects: { item: ids.item, state: 'active', revision: 1, version: 3 },
      held: true,
    },
  },
};
