import type { z } from 'zod';
import {
  type Chosen,
  type Expected,
  type Problem,
  type Selection,
  type Step,
  areProblems,
  choose,
  misplaced,
  namedIn,
  plausible,
  referencesIn,
  resolveReferences,
} from '../domain/proposal.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { Connection } from '../store/database.ts';
import { namedItems } from '../store/named-items.ts';
import type { Operation } from './define.ts';
import { inputErrors } from './input-errors.ts';

/** The commands that a proposal may consist of, by name: all that have a door and keep no secret. */
export async function proposable(): Promise<ReadonlyMap<string, Operation>> {
  // Imported when it is asked for: the registry itself lists the operation that asks.
  const { operations } = await import('./registry.ts');
  return new Map(operations.map((one) => [one.name, one]));
}

/** Every part of the steps that cannot be meant, by name; what they refer to may not be there yet. */
export async function refuseSteps(steps: readonly Step[], at = 'operations'): Promise<Refusal | null> {
  const known = await proposable();
  const order = misplaced(steps);
  const errors =
    order.length > 0 ? order : steps.flatMap((one, i) => problemsOf(one, { at: `${at}.${i}`, steps, known }));
  return errors.length > 0 ? refuse('invalid_input', { errors: errors.slice(0, 50) }) : null;
}

type Around = { at: string; steps: readonly Step[]; known: ReadonlyMap<string, Operation> };

function problemsOf({ operation: name, input, ifMatch }: Step, { at, steps, known }: Around): Problem[] {
  const operation = known.get(name);
  const why = unfit(operation, name);
  if (!operation || why) return [{ field: `${at}.operation`, problem: why ?? '' }];
  if (operation.wantsVersion && ifMatch === undefined && !operation.http.includes('/items/'))
    return [{ field: `${at}.ifMatch`, problem: 'is needed: which version does it change?' }];
  const missing = referencesIn(input)
    .filter(
      ({ $step, field }) => !hasField(known.get(steps[$step - 1]?.operation ?? '')?.output ?? null, field.split('.')),
    )
    .map(({ $step, field }) => ({ field: `${at}.input`, problem: `step ${$step} answers with no ${field}` }));
  const parsed = operation.input.safeParse(resolveReferences(input, plausible));
  const wrong = parsed.success ? [] : inputErrors(parsed.error);
  return [...missing, ...wrong.map(({ field, problem }) => ({ field: `${at}.input.${field}`, problem }))];
}

function unfit(operation: Operation | undefined, name: string): string | null {
  if (!operation) return `there is no operation ${name}`;
  if (operation.kind !== 'command') return `${name} only reads: a proposal changes something`;
  if (operation.open || operation.internal) return `${name} is not done in somebody’s name`;
  return operation.secrets ? `${name} holds a secret, which cannot be kept until somebody looks at it` : null;
}

/** Whether an answer of this form has a field, as far as the form says. */
function hasField(schema: unknown, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  const inner = unwrapped(schema as z.ZodType | null);
  return inner !== null && 'shape' in inner && name in (inner.shape as object)
    ? hasField(Reflect.get(inner.shape as object, name), rest)
    : false;
}

const unwrapped = (schema: z.ZodType | null): z.ZodType | null =>
  schema && 'unwrap' in schema ? unwrapped((schema.unwrap as () => z.ZodType)()) : schema;

/** The items that steps name, as they are now: what an acceptor of the proposal goes by. Null where one is not there. */
export async function expectedBy(connection: Connection, steps: readonly Step[]): Promise<Expected[] | Refusal> {
  const named = steps.map(({ input }) => namedIn(input));
  const found = await namedItems(connection, [...new Set(named.flat())]);
  const known = new Map(found.flatMap((one) => [[one.item, one] as const, [one.key, one] as const]));
  const operations = await proposable();
  const lost = steps.findIndex(
    ({ operation, input: { id } }) =>
      operations.get(operation)?.http.includes('/v1/items/{id}') && typeof id === 'string' && !known.has(id),
  );
  if (lost >= 0)
    return refuse('unknown_reference', { field: `operations.${lost}.input.id`, item: steps[lost]?.input['id'] });
  return steps.flatMap((_, at) =>
    (named[at] ?? []).flatMap((one) => {
      const is = known.get(one);
      if (!is) return [];
      const { title: __, ...rest } = is;
      return [{ step: at + 1, ...rest }];
    }),
  );
}

/** The steps that are accepted, in the form in which they are to happen. */
export async function chosenBy(steps: readonly Step[], selection: Selection): Promise<Chosen[] | Refusal> {
  const chosen = choose(steps, selection);
  if (areProblems(chosen)) return refuse('invalid_input', { errors: chosen });
  const all = steps.map((one, at) => chosen.find(({ number }) => number === at + 1) ?? one);
  return (await refuseSteps(all)) ?? chosen;
}
