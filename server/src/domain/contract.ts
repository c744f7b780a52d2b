import { z } from 'zod';
import { limits } from './limits.ts';

export const line = (max: number) => z.string().trim().min(1).max(max);
export const text = z.string().max(limits.textLength);
const list = <T extends z.ZodType>(of: T) => z.array(of).max(limits.listLength);

export const risks = ['low', 'medium', 'high', 'critical'] as const;
const priorityWords = ['critical', 'high', 'medium', 'low', 'lowest'] as const;

/** 0 is the most urgent. The words are accepted on the way in; answers carry the number. */
export const priority = z
  .union([z.int().min(0).max(4), z.enum(priorityWords).transform((word) => priorityWords.indexOf(word))])
  .describe('0 (most urgent) to 4, or one of the words critical, high, medium, low, lowest.');

export const criterionInput = z.object({
  id: z.string().max(64).optional().describe('Keeps its id when an edit sends it again; leave it out for a new one.'),
  text: line(2_000).describe('What must be true when the work is done.'),
  check: z.string().trim().max(2_000).optional().describe('How somebody else can tell.'),
  required: z.boolean().default(true),
});

export const criterion = z.object({
  id: z.string(),
  text: z.string(),
  check: z.string().nullable(),
  required: z.boolean(),
});
export type Criterion = z.output<typeof criterion>;

export const scope = z.object({
  included: list(line(2_000)).default([]),
  excluded: list(line(2_000)).default([]),
});

export const budget = z.object({
  tokens: z.int().positive().max(limits.budgetTokens).optional(),
  cost: z
    .number()
    .min(limits.budgetLeast)
    .max(limits.budgetCost)
    .optional()
    .describe('In the currency of the workspace.'),
  minutes: z.number().min(limits.budgetLeast).max(limits.budgetMinutes).optional(),
  attempts: z.int().positive().max(limits.budgetAttempts).optional().describe('How many runs the work may have.'),
});
/** Three capital letters, after ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/, 'is no code of a currency such as USD');
/** Whoever states a currency is refused where the workspace counts in another. */
export const budgetInput = budget.extend({ currency: currency.optional() });

/** A time with its offset, within the years that the database knows. */
export const dateTime = z.iso
  .datetime({ offset: true, abort: true, error: 'is no time such as 2026-12-24T17:00:00Z' })
  .refine((value) => {
    const year = new Date(value).getUTCFullYear();
    return year >= 1 && year <= 9999;
  }, 'is outside the years 1 to 9999');
const timestamp = dateTime.transform((value) => new Date(value).toISOString());

/** What the parties agreed about a work item. Every edit is a numbered revision. */
const editable = {
  title: line(limits.titleLength),
  owner: z.string().describe('The one human who is accountable for the result; `me` for yourself.'),
  outcome: text.describe('The desired outcome: what will be true for whom. Markdown.'),
  scope,
  criteria: z.array(criterionInput).max(limits.criteria),
  priority: priority.nullable(),
  risk: z.enum(risks),
  reversible: z.boolean().describe('Whether a wrong result can be undone.'),
  type: z.string().trim().max(60).describe('The kind of work, such as task, bug or feature.'),
  serves: z.string().max(100).nullable().describe('The outcome that this work is for, by its id.'),
  skills: list(line(limits.labelLength)).describe('What an executor must be able to do.'),
  labels: list(line(limits.labelLength)),
  start: timestamp.nullable().describe('Not to be started before.'),
  due: timestamp.nullable(),
  budget: budgetInput.nullable(),
  context: text.describe('Background for whoever does the work. Markdown.'),
  links: list(z.string().trim().min(1).max(2_000)),
};

/** The contract's fields as a new item may give them: all but the title may come later. */
export const contractInput = z.object(editable).partial().required({ title: true });
/** The fields that an edit may change. */
export const contractPatch = z.object(editable).partial();
export type ContractPatch = z.output<typeof contractPatch>;

export type Answer = { request: string; question: string; answer: string; by: string; at: string };

export type Contract = {
  title: string;
  /** The participant who is accountable: always one, human and active. */
  owner: string;
  outcome: string;
  scope: { included: string[]; excluded: string[] };
  criteria: Criterion[];
  /** How many criteria were ever numbered, so that no id is given out twice. */
  criteriaNumbered: number;
  priority: number | null;
  risk: (typeof risks)[number];
  reversible: boolean;
  type: string;
  /** The outcome that the work is for. */
  serves: string | null;
  skills: string[];
  labels: string[];
  start: string | null;
  due: string | null;
  budget: z.output<typeof budget> | null;
  context: string;
  links: string[];
  /** What was asked about this work and answered, so that the next reader does not ask again. */
  answers: Answer[];
};

const blank: Omit<Contract, 'title' | 'owner'> = {
  outcome: '',
  scope: { included: [], excluded: [] },
  criteria: [],
  criteriaNumbered: 0,
  priority: null,
  risk: 'medium',
  reversible: true,
  type: 'task',
  serves: null,
  skills: [],
  labels: [],
  start: null,
  due: null,
  budget: null,
  context: '',
  links: [],
  answers: [],
};

/** A contract as first written. The owner is chosen before: nothing exists without somebody accountable. */
export const draft = (first: Omit<ContractPatch, 'title' | 'owner'> & { title: string; owner: string }): Contract =>
  revise({ ...blank, title: first.title, owner: first.owner }, first);

/** Applies an edit. Criteria without an id get the next number (`c1`, `c2` …); no id is given out twice. */
export function revise(contract: Contract, patch: ContractPatch): Contract {
  const { criteria: sent, ...rest } = patch;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const revised: Contract = { ...contract, ...given };
  if (patch.budget) {
    // Every amount is in the currency of the workspace, so that is not written down with each.
    const { currency: _, ...kept } = patch.budget;
    revised.budget = kept;
  }
  return sent ? { ...revised, ...numberCriteria(contract, sent) } : revised;
}

type SentCriterion = z.output<typeof criterionInput>;

function numberCriteria(contract: Contract, sent: readonly SentCriterion[]) {
  const free = new Set(contract.criteria.map(({ id }) => id));
  let numbered = contract.criteriaNumbered;
  const criteria = sent.map(({ id, text: what, check, required }): Criterion => {
    const keeps = id !== undefined && free.delete(id);
    return { id: keeps ? id : `c${(numbered += 1)}`, text: what, check: check || null, required };
  });
  return { criteria, criteriaNumbered: numbered };
}

export type MissingPart = { part: string; hint: string };

/**
 * The definition of ready: what a contract still lacks before anybody may be asked to do the work.
 * The riskier the work, the more must be said: scope and checks are asked for from high risk on, or when a wrong result
 * cannot be undone; below that they are advised.
 */
export function readiness(contract: Contract): { missing: MissingPart[]; advised: MissingPart[] } {
  const { outcome, criteria, scope: bounds, risk, reversible } = contract;
  const required = criteria.filter((one) => one.required);
  const always: (MissingPart | false)[] = [
    outcome.trim() === '' && { part: 'outcome', hint: 'Say what will be true for whom when this is done.' },
    required.length === 0 && { part: 'criteria', hint: 'Give at least one required acceptance criterion.' },
    contract.priority === null && { part: 'priority', hint: 'Say how urgent this is.' },
  ];
  const whenRisky: (MissingPart | false)[] = [
    bounds.included.length === 0 && { part: 'scope', hint: 'List what is included, and what is not.' },
    ...required.map(
      (one) => one.check === null && { part: `criteria.${one.id}.check`, hint: `Say how "${one.text}" is checked.` },
    ),
  ];
  const risky = risk === 'high' || risk === 'critical' || !reversible;
  const lacking = (parts: (MissingPart | false)[]) => parts.filter((part) => part !== false);
  return risky
    ? { missing: lacking([...always, ...whenRisky]), advised: [] }
    : { missing: lacking(always), advised: lacking(whenRisky) };
}
