import { type Chosen, type Moved, referencesIn, resolveReferences, valueIn } from '../domain/proposal.ts';
import { type Refusal, type RefusalCode, isRefusal, refusals } from '../domain/refusals.ts';
import { aside } from '../store/aside.ts';
import { namesById } from '../store/names-by-id.ts';
import type { CommandContext } from './context.ts';
import { type FieldChange, differences, readThing } from './diff-of-step.ts';
import { type Acceptance, tryStep } from './try-step.ts';
import { sentenceOf } from './words-of-step.ts';

export type StepPreview = {
  step: number;
  operation: string;
  summary: string;
  input: Record<string, unknown>;
  about: { id: string; key: string | null; name: string } | null;
  makes: boolean;
  changes: FieldChange[];
  refusal: { code: RefusalCode; title: string; hint: string; detail: Record<string, unknown> } | null;
  approvals: { rule: string; approvers: string[] }[];
  moved: string[];
};

type Ahead = {
  chosen: readonly Chosen[];
  moved: readonly Moved[];
  shared: Acceptance;
  /** What the request is about: acts on a run are acts on its item. */
  item: string | null;
};

/** What each step would do now, for whoever asks. One that would be refused is undone, and the others are tried without it. */
export async function previewSteps(
  context: CommandContext,
  { chosen, moved, shared, item }: Ahead,
): Promise<StepPreview[]> {
  const previews: StepPreview[] = [];
  for (const one of chosen) {
    const told = await previewStep(context, one, { ...shared, item });
    const problems = moved.filter(({ step }) => step === one.number).map(({ key, problem }) => `${key} ${problem}`);
    previews.push({ ...told, moved: problems });
  }
  return previews;
}

async function previewStep(
  context: CommandContext,
  one: Chosen,
  shared: Acceptance & Pick<Ahead, 'item'>,
): Promise<StepPreview> {
  const operation = shared.operations.get(one.operation);
  if (!operation) throw new Error(`${one.operation} was checked before`);
  const input = resolveReferences(
    one.input,
    (ref) => valueIn(shared.answers.get(ref.$step), ref) ?? `(step ${ref.$step})`,
  );
  const said = input as Record<string, unknown>;
  const area = one.operation.split('.')[0] ?? '';
  const isRun = area === 'run' && shared.item !== null;
  const thing = { operations: shared.operations, area: isRun ? 'item' : area };
  const named = isRun ? shared.item : said['id'];
  const before = await readThing(context, { ...thing, id: named });
  const done = await aside(context.connection, async () => {
    const result = await tryStep(context, one, shared);
    if (isRefusal(result)) context.changes.take();
    return { result, keep: !isRefusal(result) };
  });
  const answer = shared.answers.get(one.number);
  const after = isRefusal(done)
    ? null
    : await readThing(context, { ...thing, id: before ? named : valueIn(answer, { field: 'id' }) });
  const about = aboutOf(before ?? after);
  const told = before && about ? [about.key, `“${about.name}”`].filter(Boolean).join(' ') : null;
  const lacking = waitsFor(one, shared);
  return {
    step: one.number,
    operation: one.operation,
    summary: sentenceOf({ operation, input: said, about: told }),
    input: one.input,
    about,
    makes: before === null && after !== null,
    changes: differences(before, after, said),
    refusal: isRefusal(done) ? explain(done, lacking) : null,
    approvals: isRefusal(done) ? [] : await namedApprovals(context, done.open),
    moved: [],
  };
}

const namedApprovals = (context: CommandContext, open: readonly { rule: string; approvers: readonly string[] }[]) =>
  Promise.all(
    open.map(async ({ rule, approvers }) => ({ rule, approvers: await namesById(context.connection, approvers) })),
  );

/** Steps before it that would be refused, and whose results it needs. */
const waitsFor = ({ input }: Chosen, { answers }: Acceptance) =>
  [...new Set(referencesIn(input).map(({ $step }) => $step))].filter((step) => !answers.has(step));

function explain({ refused, ...detail }: Refusal, lacking: readonly number[]): NonNullable<StepPreview['refusal']> {
  const { title, hint } = refusals[refused];
  return lacking.length > 0
    ? { code: refused, title: `It needs step ${lacking.join(', ')}, which cannot be done`, hint, detail }
    : { code: refused, title, hint, detail };
}

function aboutOf(thing: Record<string, unknown> | null): StepPreview['about'] {
  if (!thing || typeof thing['id'] !== 'string') return null;
  const name = [thing['title'], thing['name']].find((one) => typeof one === 'string');
  const key = typeof thing['key'] === 'string' ? thing['key'] : null;
  return { id: thing['id'], key, name: name ?? key ?? '' };
}
