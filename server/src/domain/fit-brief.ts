import type { Brief } from './brief.ts';

/** A part of the brief that was shortened or left out, and the operation that gives the whole of it. */
export type Omission = { part: string; left: string; from: string };

/** Three bytes of JSON a token: on the safe side for prose, keys and ids alike, whatever the model. */
export const tokensOf = (brief: unknown): number => Math.ceil(bytesOf(brief) / 3);
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** Below this nothing useful can be said of any work; above it every brief fits. */
export const LEAST_TOKENS = 1_500;

type Cut = (brief: Brief) => Brief;

/**
 * The brief within a bound: what matters least goes first (old attempts, what others did, background), the contract's outcome and
 * criteria last. What was shortened is named, with the operation that tells all of it.
 */
export function fitBrief(brief: Brief, maxTokens: number): Brief {
  let fitting = brief;
  for (const [part, cut] of cuts) {
    if (tokensOf(fitting) <= maxTokens) return fitting;
    fitting = told(fitting, cut(fitting), { part, from: whole[part] });
  }
  return fitting;
}

/** Notes what a cut took, once for each part: the last word on it counts. */
function told(before: Brief, after: Brief, { part, from }: { part: string; from: string }): Brief {
  const taken = tokensOf({ ...before, omitted: [] }) - tokensOf({ ...after, omitted: [] });
  if (taken <= 0) return before;
  const earlier = before.omitted.find((one) => one.part === part);
  const total = taken + (earlier ? Number.parseInt(earlier.left.slice('about '.length), 10) : 0);
  const others = before.omitted.filter((one) => one !== earlier);
  return { ...after, omitted: [...others, { part, left: `about ${total} tokens`, from }] };
}

/** At most so many bytes of JSON. */
function shorten(text: string, bytes: number): string {
  if (bytesOf(text) <= bytes + 2) return text;
  let cut = text.slice(0, Math.max(0, bytes - 3));
  while (cut && bytesOf(cut) > bytes - 1) cut = cut.slice(0, Math.floor(cut.length * 0.9));
  return cut ? `${cut.toWellFormed()}…` : '';
}

const lines = (all: readonly string[], most: number, length: number) =>
  all.slice(0, most).map((line) => shorten(line, length));

const lastOf = <T>(all: readonly T[], most: number) => all.slice(Math.max(0, all.length - most));

const attempts =
  (most: number, length: number): Cut =>
  (brief) => ({
    ...brief,
    earlierAttempts: lastOf(brief.earlierAttempts, most).map((one) => ({
      ...one,
      note: one.note && shorten(one.note, length),
      verdicts: one.verdicts?.map((each) => ({ ...each, reason: each.reason && shorten(each.reason, length) })) ?? null,
    })),
  });
const dependencies =
  (most: number, length: number): Cut =>
  (brief) => ({
    ...brief,
    dependencies: brief.dependencies.slice(0, most).map((one) => ({
      ...one,
      result: one.result && shorten(one.result, length),
      evidence: one.evidence.slice(0, length / 100),
    })),
  });
const reasons =
  (most: number, length: number): Cut =>
  (brief) => ({
    ...brief,
    why: brief.why
      .slice(0, most)
      .map((one) => ({ ...one, title: shorten(one.title, 120), outcome: shorten(one.outcome, length) })),
  });
const background =
  (length: number, links: number): Cut =>
  (brief) => ({
    ...brief,
    contract: {
      ...brief.contract,
      context: shorten(brief.contract.context, length),
      links: brief.contract.links.slice(0, links),
    },
  });
const answers =
  (most: number, length: number): Cut =>
  (brief) => ({
    ...brief,
    answers: lastOf(brief.answers, most).map((one) => ({
      ...one,
      question: shorten(one.question, length),
      answer: shorten(one.answer, length),
    })),
  });
const requests =
  (most: number, length: number): Cut =>
  (brief) => ({
    ...brief,
    openRequests: brief.openRequests.slice(0, most).map((one) => ({ ...one, text: shorten(one.text, length) })),
  });
const scope =
  (most: number, length: number): Cut =>
  (brief) => {
    const { included, excluded } = brief.contract.scope;
    const cut = { included: lines(included, most, length), excluded: lines(excluded, most, length) };
    return { ...brief, contract: { ...brief.contract, scope: cut } };
  };
const rules =
  (most: number, length: number): Cut =>
  (brief) => {
    const some = (all: readonly string[]) => lines(all, most, length);
    const { mayDecide, mustAsk, mustNot, owner } = brief.authority;
    return {
      ...brief,
      authority: { mayDecide: some(mayDecide), mustAsk: some(mustAsk), mustNot: some(mustNot), owner },
    };
  };
const criteria =
  (most: number, length: number): Cut =>
  (brief) => ({
    ...brief,
    howToDeliver: shorten(brief.howToDeliver, 400),
    contract: {
      ...brief.contract,
      criteria: brief.contract.criteria
        .toSorted((a, b) => Number(b.required) - Number(a.required))
        .slice(0, most)
        .map((one) => ({ ...one, text: shorten(one.text, length), check: one.check && shorten(one.check, length) })),
    },
  });
const outcome =
  (length: number): Cut =>
  (brief) => ({
    ...brief,
    item: { ...brief.item, title: shorten(brief.item.title, 120) },
    contract: { ...brief.contract, outcome: shorten(brief.contract.outcome, length) },
  });

/** Which operation tells the whole of a part. */
const whole = {
  earlierAttempts: 'run.list',
  dependencies: 'item.get',
  why: 'outcome.get',
  context: 'item.get',
  openRequests: 'request.list',
  answers: 'item.get',
  scope: 'item.get',
  criteria: 'item.get',
  outcome: 'item.get',
  authority: 'policy.get',
} as const;

/** In the order in which they are made; each part is shortened before it is left out. */
const cuts: readonly (readonly [keyof typeof whole, Cut])[] = [
  ['earlierAttempts', attempts(3, 500)],
  ['dependencies', dependencies(20, 300)],
  ['why', reasons(3, 300)],
  ['context', background(4_000, 20)],
  ['openRequests', requests(10, 300)],
  ['answers', answers(10, 1_000)],
  ['earlierAttempts', attempts(1, 200)],
  ['dependencies', dependencies(5, 100)],
  ['context', background(1_000, 5)],
  ['scope', scope(20, 300)],
  ['criteria', criteria(30, 500)],
  ['outcome', outcome(2_000)],
  ['answers', answers(3, 300)],
  ['authority', rules(20, 300)],
  ['why', reasons(1, 100)],
  ['openRequests', requests(3, 100)],
  ['earlierAttempts', attempts(0, 0)],
  ['dependencies', dependencies(0, 0)],
  ['context', background(200, 0)],
  ['scope', scope(5, 100)],
  ['criteria', criteria(10, 150)],
  ['outcome', outcome(500)],
  ['answers', answers(0, 0)],
  ['openRequests', requests(0, 0)],
  ['why', reasons(0, 0)],
  ['authority', rules(3, 60)],
  ['scope', scope(2, 50)],
  ['context', background(0, 0)],
  ['criteria', criteria(5, 40)],
  ['outcome', outcome(150)],
];
