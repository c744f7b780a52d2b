import { z } from 'zod';
import type { DecisionBody, Recommendation } from './decision.ts';

/** How far a decision has come: what others said of it and who chose what, while it is open and after it. */

const agreement = z.object({ by: z.string(), agree: z.boolean(), reason: z.string().nullable(), at: z.string() });
const inputGiven = z.object({ by: z.string(), input: z.string(), at: z.string() });
const choiceMade = z.object({ by: z.string(), choice: z.string(), reason: z.string().nullable(), at: z.string() });
/** What was known when it was decided: ids and numbers, by which the rest is found. */
export const knowing = z.object({
  revision: z.int().nullable(),
  answers: z.array(z.string()),
  evidence: z.array(z.object({ criterion: z.string(), artifact: z.string(), name: z.string() })),
  agreements: z.int(),
  inputs: z.int(),
});
export type Knowing = z.output<typeof knowing>;

/** What is kept in the response of a decision. */
export const progress = z.object({
  agreements: z.array(agreement).default([]),
  inputs: z.array(inputGiven).default([]),
  judgement: choiceMade.nullable().default(null),
  /** Where several must choose the same: what each of them chose last. */
  choices: z.array(choiceMade).default([]),
  /** Those who were asked and have answered. */
  said: z.array(z.string()).default([]),
  escalated: z.boolean().default(false),
  choice: z.string().nullable().default(null),
  reason: z.string().nullable().default(null),
  authority: z.string().nullable().default(null),
  knowing: knowing.nullable().default(null),
  /** The handoff by which whoever performs was asked to carry it out. */
  handoff: z.string().nullable().default(null),
});
export type Progress = z.output<typeof progress>;

export const progressOf = (response: unknown): Progress => progress.parse(response ?? {});

/** Those who must agree and have neither agreed nor said why not. */
export const stillToAgree = ({ roles: { agree } }: Pick<DecisionBody, 'roles'>, { agreements }: Progress): string[] =>
  agree.filter((id) => !agreements.some(({ by }) => by === id));

/** A recommendation that was kept back, with the salt of the commitment to it. */
export type Revealed = { recommendation: Recommendation; salt: string };

type Chosen = { id: string; by: string; choice: string; reason: string | null; dwell: number | null };
export type DecisionEvent =
  | {
      type: 'request.agreed';
      data: { id: string; by: string; agree: boolean; reason: string | null; dwell: number | null };
    }
  | { type: 'request.advised'; data: { id: string; by: string; input: string; dwell: number | null } }
  | { type: 'request.judged'; data: Chosen & { revealed?: Revealed } }
  /** One choice of several that are needed. It goes on to those who are awaited, the addressee the first of them. */
  | { type: 'request.voted'; data: Chosen & { awaiting: readonly string[]; to: unknown; revealed?: Revealed } }
  | { type: 'request.escalated'; data: { id: string; from: unknown; to: unknown; reason: string } };

export const decisionEvents: ReadonlySet<string> = new Set([
  'request.agreed',
  'request.advised',
  'request.judged',
  'request.voted',
  'request.escalated',
]);

/** What the parts of others add to a decision that is still open. */
export function evolveProgress(response: unknown, event: DecisionEvent, at: number): Progress {
  const before = progressOf(response);
  const when = new Date(at).toISOString();
  switch (event.type) {
    case 'request.agreed': {
      const { by, agree, reason } = event.data;
      return {
        ...before,
        agreements: put(before.agreements, { by, agree, reason, at: when }),
        said: saidBy(before, by),
      };
    }
    case 'request.advised': {
      const { by, input } = event.data;
      return { ...before, inputs: put(before.inputs, { by, input, at: when }), said: saidBy(before, by) };
    }
    case 'request.judged': {
      const { by, choice, reason } = event.data;
      return { ...before, judgement: { by, choice, reason, at: when } };
    }
    case 'request.voted': {
      const { by, choice, reason, awaiting } = event.data;
      const said = saidBy(before, by).filter((id) => !awaiting.includes(id));
      return { ...before, choices: put(before.choices, { by, choice, reason, at: when }), said };
    }
    case 'request.escalated':
      return { ...before, escalated: true };
  }
}

/** Whoever speaks again says it instead of what they said before. */
export const put = <T extends { by: string }>(all: readonly T[], one: T): T[] => [
  ...all.filter(({ by }) => by !== one.by),
  one,
];

const saidBy = ({ said }: Progress, by: string) => [...new Set([...said, by])];
