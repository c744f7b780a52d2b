import { z } from 'zod';
import { line, text } from '../contract.ts';
import { limits } from '../limits.ts';

/** What another system may tell: work that should be done, how a check went, that work of its own is finished. */

export const conclusions = ['passed', 'failed', 'neutral'] as const;
const key = z.string().trim().min(1).max(100);
const evidence = z
  .object({
    criterion: line(limits.titleLength).optional(),
    text: z.string().min(1).max(limits.textLength).optional(),
    url: z.url().max(2_000).optional(),
    name: line(limits.nameLength).optional(),
  })
  .refine((one) => (one.text === undefined) !== (one.url === undefined), 'needs either text or url');

export const genericForm = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('intake'),
    title: line(limits.titleLength),
    outcome: text.optional(),
    context: text.optional(),
    labels: z.array(line(limits.labelLength)).max(limits.listLength).optional(),
    links: z.array(z.string().trim().min(1).max(2_000)).max(limits.listLength).optional(),
  }),
  z.object({
    type: z.literal('check'),
    item: key,
    name: line(limits.nameLength),
    conclusion: z.enum(conclusions),
    criterion: line(limits.titleLength).optional(),
    url: z.url().max(2_000).optional(),
    text: z.string().max(limits.reasonLength).optional(),
  }),
  z.object({
    type: z.literal('finish'),
    item: key,
    summary: text.min(1),
    evidence: z.array(evidence).max(limits.evidence).default([]),
  }),
]);

export type Intake = {
  act: 'intake';
  title: string;
  outcome?: string;
  context?: string;
  labels?: string[];
  links?: string[];
};
export type Check = {
  act: 'check';
  /** Keys that may name the item, the likeliest first. */
  items: string[];
  name: string;
  conclusion: (typeof conclusions)[number];
  criterion?: string;
  url?: string;
  text?: string;
};
export type Finish = { act: 'finish'; item: string; summary: string; evidence: z.output<typeof evidence>[] };
/** Something that this address has nothing to do with. */
export type Nothing = { act: 'nothing'; because: string };
export type Told = Intake | Check | Finish | Nothing;

/** The evidence for each criterion: an entry that names none is for all of them, and one names it by id or by a part of its text. */
export function spreadEvidence(
  criteria: readonly { id: string; text: string }[],
  given: Finish['evidence'],
): { criterion: string; text?: string; url?: string; name?: string }[] {
  return given.flatMap(({ criterion, ...shown }) => {
    const said = Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
    const named = criterion === undefined ? criteria : criteria.filter((one) => isNamed(one, criterion));
    return named.map(({ id }) => ({ ...said, criterion: id }));
  });
}

/** Whether a text names a criterion: by its id, or by a part of its words in any case. */
export const isNamed = ({ id, text: words }: { id: string; text: string }, named: string): boolean =>
  id === named || words.toLowerCase().includes(named.toLowerCase());
