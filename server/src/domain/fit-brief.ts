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
  for (const { part, from, cut } of cuts) {
    if (tokensOf(fitting) <= maxTokens) return fitting;
    fitting = told(fitting, cut(fitting), { part, from });
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

const attempts =
  (most: number, length: number): Cut =>
  (brief) => ({
    ...brief,
    earlierAttempts: brief.earlierAttempts
      .slice(brief.earlierAttempts.length - Math.min(most, brief.earlierAttempts.length))
      .map((one) => ({
        ...one,
        note: one.note && shorten(one.note, length),
        verdicts:
          one.verdicts?.map((each) => ({ ...each, reason: each.reason && shorten(each.reason, length) })) ?? null,
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
    answers: brief.answers
      .slice(brief.answers.length - Math.min(most, brief.answers.length))
      .map((one) => ({ ...one, question: shorten(one.question, length), answer: shorten(one.answer, length) })),
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

/** In the order in which they are made; each part is shortened before it is left out. */
const cuts: readonly { part: string; from: string; cut: Cut }[] = [
  { part: 'earlierAttempts', from: 'run.list', cut: attempts(3, 500) },
  { part: 'dependencies', from: 'item.get', cut: dependencies(20, 300) },
  { part: 'why', from: 'outcome.get', cut: reasons(3, 300) },
  { part: 'context', from: 'item.get', cut: background(4_000, 20) },
  { part: 'openRequests', from: 'request.list', cut: requests(10, 300) },
  { part: 'answers', from: 'item.get', cut: answers(10, 1_000) },
  { part: 'earlierAttempts', from: 'run.list', cut: attempts(1, 200) },
  { part: 'dependencies', from: 'item.get', cut: dependencies(5, 100) },
  { part: 'context', from: 'item.get', cut: background(1_000, 5) },
  { part: 'scope', from: 'item.get', cut: scope(20, 300) },
  { part: 'criteria', from: 'item.get', cut: criteria(30, 500) },
  { part: 'outcome', from: 'item.get', cut: outcome(2_000) },
  { part: 'answers', from: 'item.get', cut: answers(3, 300) },
  { part: 'authority', from: 'policy.get', cut: rules(20, 300) },
  { part: 'why', from: 'outcome.get', cut: reasons(1, 100) },
  { part: 'openRequests', from: 'request.list', cut: requests(3, 100) },
  { part: 'earlierAttempts', from: 'run.list', cut: attempts(0, 0) },
  { part: 'dependencies', from: 'item.get', cut: dependencies(0, 0) },
  { part: 'context', from: 'item.get', cut: background(200, 0) },
  { part: 'scope', from: 'item.get', cut: scope(5, 100) },
  { part: 'criteria', from: 'item.get', cut: criteria(10, 150) },
  { part: 'outcome', from: 'item.get', cut: outcome(500) },
  { part: 'answers', from: 'item.get', cut: answers(0, 0) },
  { part: 'openRequests', from: 'request.list', cut: requests(0, 0) },
  { part: 'why', from: 'outcome.get', cut: reasons(0, 0) },
  { part: 'authority', from: 'policy.get', cut: rules(3, 60) },
  { part: 'scope', from: 'item.get', cut: scope(2, 50) },
  { part: 'context', from: 'item.get', cut: background(0, 0) },
  { part: 'criteria', from: 'item.get', cut: criteria(5, 40) },
  { part: 'outcome', from: 'item.get', cut: outcome(150) },
];
