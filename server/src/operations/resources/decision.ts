import { z } from 'zod';
import { decisionBody, isKeptBack, option, roles, textOfChoice, wanted } from '../../domain/decision.ts';
import { knowing, progressOf } from '../../domain/decision-progress.ts';
import { type Request, requestStates } from '../../domain/request.ts';
import type { LoggedDecision } from '../../store/decisions.ts';
import { ids } from '../examples.ts';
import { id, instant, iso, isoOrNull } from './basics.ts';
import { addressee } from './request.ts';

export const decisionResource = z
  .object({
    id: id.describe('Of the request that asked for it.'),
    state: z.enum(requestStates).describe('`expired` where silence decided.'),
    question: z.string(),
    decisionKind: z.string().nullable(),
    amount: z.number().nullable(),
    reversible: z.boolean().nullable(),
    item: id.nullable(),
    itemKey: z.string().nullable(),
    itemTitle: z.string().nullable(),
    options: z.array(option),
    choice: z.object({ id: z.string(), text: z.string() }).nullable().describe('Null while nobody has decided.'),
    reason: z.string().nullable(),
    askedBy: id.nullable(),
    askedAt: instant,
    to: addressee,
    due: instant.nullable(),
    onSilence: z.union([z.literal('keep_asking'), z.object({ choose: z.string() })]),
    decidedBy: id.nullable().describe('Null where silence decided.'),
    decidedAt: instant.nullable(),
    authority: z.string().nullable().describe('By what right it was decided.'),
  })
  .meta({ id: 'Decision', description: 'One decision of the log: what was asked, and who decided what.' });

export function showDecision(logged: LoggedDecision): z.input<typeof decisionResource> {
  const { request } = logged;
  const body = decisionBody.parse(request.body);
  const { choice, reason, authority } = progressOf(request.response);
  return {
    id: request.id,
    state: request.state,
    question: body.text,
    decisionKind: body.decisionKind,
    amount: body.amount,
    reversible: body.reversible,
    item: request.item,
    itemKey: logged.itemKey,
    itemTitle: logged.itemTitle,
    options: body.options,
    choice: choice === null ? null : { id: choice, text: textOfChoice(body, choice) },
    reason,
    askedBy: request.from,
    askedAt: iso(request.createdAt),
    to: request.to,
    due: isoOrNull(request.due),
    onSilence: body.onSilence,
    decidedBy: request.responder,
    decidedAt: choice === null ? null : isoOrNull(request.answeredAt),
    authority,
  };
}

const said = { by: id, at: instant };

/** Who decided this, when, and knowing what. */
export const wholeDecision = decisionResource
  .extend({
    recommendation: z
      .object({ option: z.string(), reason: z.string().nullable(), by: id.nullable() })
      .nullable()
      .describe('Null where there is none, or where it is kept back.'),
    keptBack: z.boolean().describe('Whether there is a recommendation that is shown only after a first judgement.'),
    roles,
    wanted: z
      .array(wanted)
      .describe(
        'Where rules want several to choose the same: for each rule, how many of whom. Empty where one decides.',
      ),
    choices: z
      .array(z.object({ ...said, choice: z.string(), reason: z.string().nullable() }))
      .describe('Of several who must choose the same: what each of them chose last.'),
    agreements: z.array(z.object({ ...said, agree: z.boolean(), reason: z.string().nullable() })),
    inputs: z.array(z.object({ ...said, input: z.string() })),
    judgement: z
      .object({ ...said, choice: z.string(), reason: z.string().nullable() })
      .nullable()
      .describe('What was chosen before the recommendation was seen.'),
    knowing: knowing
      .nullable()
      .describe('The contract’s revision, the answers in it and the evidence, as they were then.'),
    seenAt: instant.nullable().describe('When whoever may decide first looked at it.'),
    dwell: z.int().nullable().describe('Seconds that it was looked at before it was decided.'),
    performance: z
      .object({
        request: id,
        state: z.enum(requestStates),
        reason: z.string().nullable(),
        answeredAt: instant.nullable(),
      })
      .nullable()
      .describe('The handoff to whoever performs: `answered` once they took it up, `declined` with a reason.'),
    followed: z
      .array(z.object({ id, type: z.string(), at: instant, itemKey: z.string().nullable() }))
      .describe('The events that it caused.'),
  })
  .meta({ id: 'WholeDecision', description: 'One decision, with who had which part in it and what was known.' });

type Around = Pick<z.input<typeof wholeDecision>, 'dwell' | 'followed'> & { handoff: Request | null };

export function showWholeDecision(
  logged: LoggedDecision,
  { handoff, ...around }: Around,
): z.input<typeof wholeDecision> {
  const { request } = logged;
  const body = decisionBody.parse(request.body);
  const progress = progressOf(request.response);
  return {
    ...showDecision(logged),
    recommendation: body.recommendation,
    keptBack: isKeptBack(body),
    roles: body.roles,
    wanted: body.wanted,
    choices: progress.choices,
    agreements: progress.agreements,
    inputs: progress.inputs,
    judgement: progress.judgement,
    knowing: progress.knowing,
    seenAt: isoOrNull(request.firstSeenAt),
    performance: handoff && showPerformance(handoff),
    ...around,
  };
}

const showPerformance = ({ id: request, state, response, answeredAt }: Request) => ({
  request,
  state,
  reason: typeof response?.['reason'] === 'string' ? response['reason'] : null,
  answeredAt: isoOrNull(answeredAt),
});

export const exampleDecision: z.input<typeof decisionResource> = {
  id: ids.request,
  state: 'answered',
  question: 'Which authority signs our certificates?',
  decisionKind: 'vendor',
  amount: 400,
  reversible: true,
  item: ids.item,
  itemKey: 'OPS-12',
  itemTitle: 'Renew the certificate',
  options: [
    { id: 'o1', text: 'The one we have', consequences: null },
    { id: 'o2', text: 'A new one', consequences: 'A week of changes.' },
  ],
  choice: { id: 'o1', text: 'The one we have' },
  reason: 'There is no time to change.',
  askedBy: ids.bot,
  askedAt: ids.at,
  to: { participant: ids.ana },
  due: null,
  onSilence: 'keep_asking',
  decidedBy: ids.ana,
  decidedAt: ids.at,
  authority: 'base: addressee may request.respond',
};
