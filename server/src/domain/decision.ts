import { z } from 'zod';
import { limits } from './limits.ts';
import { type Refusal, refuse } from './refusals.ts';

/** Decisions: a choice among options, and who recommends, agrees, performs, gives input and decides (RAPID). */

const line = (max: number) => z.string().trim().min(1).max(max);
const reason = z.string().trim().max(limits.reasonLength);

/** Choosing, as an act that the rules of the policy may name: it happens as the answer to a request. */
export const DECIDE = 'request.decide';
/** Seeing the recommendation before a first judgement of one's own: what a rule may forbid. */
export const REVEAL = 'request.reveal';

export const decisionKind = line(60);
const amount = z.number().min(0).max(1e12);

export const optionInput = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional()
    .describe('Small letters, digits and hyphens; numbered unless stated.'),
  text: line(500),
  consequences: reason.optional().describe('What follows when it is chosen.'),
});
export const option = z.object({ id: z.string(), text: z.string(), consequences: z.string().nullable() });
export type Option = z.output<typeof option>;

const person = z.string().min(1).max(254);
/** Who has which part, as callers name them. */
export const rolesInput = z.object({
  recommend: person.nullish().describe('Who recommends.'),
  agree: z.array(person).max(20).default([]).describe('Who must agree, or say why not, before the choice counts.'),
  perform: person.nullish().describe('Who carries it out.'),
  input: z.array(person).max(20).default([]).describe('Whose input is asked for and kept.'),
  decide: person.nullish().describe('Who decides.'),
});
export type RolesInput = z.output<typeof rolesInput>;
/** The same by ids. */
export const roles = z.object({
  recommend: z.string().nullable(),
  agree: z.array(z.string()),
  perform: z.string().nullable(),
  input: z.array(z.string()),
  decide: z.string().nullable(),
});
export type Roles = z.output<typeof roles>;

export const onSilence = z.union([z.literal('keep_asking'), z.strictObject({ choose: line(500) })]);

/** What a decision asks, as it is created. */
export const decisionAsked = z.object({
  text: line(limits.reasonLength),
  options: z
    .array(z.union([line(500).transform((text) => ({ text })), optionInput]))
    .min(2)
    .max(limits.options),
  recommendation: z
    .strictObject({ option: line(500), reason: reason.optional() })
    .optional()
    .describe('The option that is recommended, by its id or text, and why.'),
  decisionKind: decisionKind.optional(),
  amount: amount.optional(),
  reversible: z.boolean().optional(),
  onSilence: onSilence.default('keep_asking'),
  blind: z.boolean().default(false),
  roles: rolesInput.optional(),
});
export type DecisionAsked = z.output<typeof decisionAsked>;

export const recommendation = z.object({
  option: z.string(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
});
export type Recommendation = z.output<typeof recommendation>;

/** Where rules want several to choose the same: of those among them, so many; as the rules were when it was asked. */
export const wanted = z.object({ rule: z.string(), count: z.int(), among: z.array(z.string()) });

export const decisionBody = z.object({
  text: z.string(),
  options: z.array(option),
  recommendation: recommendation.nullable(),
  /** A commitment to a recommendation that is kept back; the fact that reveals it says what was committed to. */
  sealed: z.string().nullable().default(null),
  decisionKind: z.string().nullable(),
  amount: z.number().nullable(),
  reversible: z.boolean().nullable(),
  onSilence: z.union([z.literal('keep_asking'), z.object({ choose: z.string() })]),
  blind: z.boolean(),
  roles,
  /** Empty where one decides. */
  wanted: z.array(wanted).default([]),
  /** Those whose inbox it is in beside the decider's. */
  asked: z.array(z.string()),
});
export type DecisionBody = z.output<typeof decisionBody>;

/** Options with an id each; two of one id or one text cannot be told apart. */
export function numberOptions(given: DecisionAsked['options']): Option[] | Refusal {
  const options = given.map((one, at): Option => {
    const { id, text, consequences } = { id: undefined, consequences: undefined, ...one };
    return { id: id ?? `o${at + 1}`, text, consequences: consequences || null };
  });
  const twice = (pick: (one: Option) => string) =>
    options.find((one, at) => options.findIndex((other) => pick(other) === pick(one)) !== at);
  const same = twice(({ id }) => id) ?? twice(({ text }) => text);
  return same
    ? refuse('invalid_input', { errors: [{ field: 'options', problem: `two options are called ${same.text}` }] })
    : options;
}

/** The option that is meant by its id or its text. */
export const optionBy = (options: readonly Option[], said: string): Option | undefined =>
  options.find(({ id }) => id === said) ?? options.find(({ text }) => text === said);

export const textOfChoice = ({ options }: Pick<DecisionBody, 'options'>, choice: string): string =>
  optionBy(options, choice)?.text ?? choice;

/** Whether a recommendation is kept back until whoever decides has judged by themselves. */
export const isKeptBack = ({
  sealed,
  recommendation: shown,
}: Pick<DecisionBody, 'sealed' | 'recommendation'>): boolean => sealed !== null && shown === null;
