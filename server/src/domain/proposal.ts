import { z } from 'zod';
import { limits } from './limits.ts';

/** Proposals of many operations: their steps, the references between them, and which may be accepted without the others. */

/** Stands for what an earlier step answers: `{"$step": 1, "field": "id"}`, or `run.fence` for a part of a part. */
export const reference = z.strictObject({
  $step: z.int().min(1).max(limits.steps),
  field: z
    .string()
    .regex(/^[a-zA-Z]+(\.[a-zA-Z]+)*$/)
    .max(80),
});
export type Reference = z.output<typeof reference>;

export const stepInput = z.record(z.string().max(80), z.unknown());
export const step = z.strictObject({
  operation: z.string().max(80).describe('The name of a command, such as `item.create`.'),
  input: stepInput.describe(
    'Its input. Where a text is expected, `{"$step": 2, "field": "id"}` is what step 2 answers.',
  ),
  ifMatch: z.int().min(0).optional().describe('The version that it changes, where the command asks for one.'),
});
export type Step = z.output<typeof step>;

/** What the acceptor says instead: the whole input of a step as it shall be. */
export const edit = z.strictObject({ step: z.int().min(1).max(limits.steps), input: stepInput });
export type Edit = z.output<typeof edit>;

/** A step that is to happen, by its number in the proposal. */
export type Chosen = Step & { number: number; isEdited: boolean };

export type Problem = { field: string; problem: string };

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && '$step' in value;

/** The same input with each reference replaced by what it stands for. */
export function resolveReferences(value: unknown, standsFor: (one: Reference) => unknown): unknown {
  if (isReference(value)) return standsFor(value);
  if (Array.isArray(value)) return value.map((one: unknown) => resolveReferences(one, standsFor));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolveReferences(one, standsFor)]));
}

export function referencesIn(input: unknown): Reference[] {
  const found: Reference[] = [];
  resolveReferences(input, (one) => void found.push(one));
  return found;
}

/** References that are none, or that do not point to an earlier step, by where they stand. */
export function misplaced(steps: readonly Pick<Step, 'input'>[]): Problem[] {
  return steps.flatMap(({ input }, at) =>
    referencesIn(input).flatMap((one): Problem[] => {
      const field = `operations.${at}.input`;
      if (!reference.safeParse(one).success)
        return [{ field, problem: 'a reference says `$step`, a number, and `field`, a name' }];
      return one.$step > at ? [{ field, problem: `step ${at + 1} can only refer to a step before it` }] : [];
    }),
  );
}

/** Something of the form that a field usually has, so that an input can be checked before the step that it refers to is done. */
export function plausible({ field }: Reference): unknown {
  const last = field.split('.').at(-1) ?? '';
  if (['version', 'fence', 'revision', 'attempts'].includes(last)) return 1;
  return last === 'key' ? 'STEP-1' : '0197a000-0000-7000-8000-000000000000';
}

/** What a field of an answer holds, or undefined. */
export const valueIn = (answer: unknown, { field }: Pick<Reference, 'field'>): unknown =>
  field
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? Reflect.get(value, name)
          : undefined,
      answer,
    );

export type Selection = { steps?: readonly number[] | undefined; edits?: readonly Edit[] | undefined };

/** The steps that are to happen, in their order, as they were edited. What one of them refers to must be among them. */
export function choose(all: readonly Step[], { steps, edits = [] }: Selection): Chosen[] | Problem[] {
  const wanted = new Set(steps ?? all.map((_, at) => at + 1));
  const unknown = [...wanted, ...edits.map((one) => one.step)].find((number) => number > all.length);
  if (unknown !== undefined) return [{ field: 'steps', problem: `there is no step ${unknown}` }];
  if (wanted.size === 0) return [{ field: 'steps', problem: 'name at least one step, or decline' }];
  const twice = edits.find((one, at) => edits.findIndex(({ step: number }) => number === one.step) !== at);
  if (twice) return [{ field: 'edits', problem: `step ${twice.step} is edited twice` }];
  const edited = all.map((one, at) => ({
    ...one,
    ...edits.find(({ step: number }) => number === at + 1),
    step: at + 1,
  }));
  const chosen = edited
    .filter(({ step: number }) => wanted.has(number))
    .map(({ step: number, ...one }) => ({
      ...one,
      number,
      isEdited: edits.some((each) => each.step === number),
    }));
  const problems = [...misplaced(edited), ...dangling(chosen)];
  return problems.length > 0 ? problems : chosen;
}

const dangling = (chosen: readonly Chosen[]): Problem[] =>
  chosen.flatMap(({ number, input }) =>
    referencesIn(input)
      .filter(({ $step }) => !chosen.some((one) => one.number === $step))
      .map(({ $step }) => ({ field: 'steps', problem: `step ${number} needs step ${$step}: accept both, or neither` })),
  );

export const areProblems = (found: readonly (Chosen | Problem)[]): found is Problem[] =>
  found.some((one) => 'problem' in one);

/** Whether two acceptors accept the same. */
export const sameSelection = (one: Selection, other: Selection): boolean =>
  JSON.stringify([one.steps ?? null, one.edits ?? null]) === JSON.stringify([other.steps ?? null, other.edits ?? null]);

/** Fields of inputs that name an item. */
const naming = new Set(['id', 'item', 'parent', 'blockedBy', 'duplicateOf']);

/** What a step names that may be an item, by id or key; references are items that the proposal itself makes. */
export function namedIn(input: unknown): string[] {
  if (typeof input !== 'object' || input === null || isReference(input)) return [];
  return Object.entries(input).flatMap(([field, value]) => {
    const own = naming.has(field) ? [value].flat().filter((one) => typeof one === 'string') : [];
    return [...own, ...(Array.isArray(value) ? value.flatMap(namedIn) : namedIn(value))];
  });
}

/** An item that a step names, as it was when the proposal was made. */
export type Expected = { step: number; item: string; key: string; state: string; revision: number; version: number };
export type Found = Omit<Expected, 'step'>;
export type Moved = { step: number; item: string; key: string; problem: string };

/** Reports change an item's version all the time: what counts is its state and its contract. */
export function movedSince(
  expects: readonly Expected[],
  found: readonly Found[],
  chosen: readonly Pick<Chosen, 'number'>[],
): Moved[] {
  const byId = new Map(found.map((one) => [one.item, one]));
  return expects
    .filter(({ step: number }) => chosen.some((one) => one.number === number))
    .flatMap(({ step: number, item, key, state, revision }): Moved[] => {
      const is = byId.get(item);
      if (is && is.state === state && is.revision === revision) return [];
      const now = is ? `is ${is.state} at revision ${is.revision}` : 'is gone';
      return [{ step: number, item, key, problem: `${now}; it was ${state} at revision ${revision}` }];
    });
}
