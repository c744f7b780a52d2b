import { setTimeout as pause } from 'node:timers/promises';
import { CoactError } from 'coact';

/** A fact that is not as the story tells it. */
export class NotAsTold extends Error {
  override readonly name = 'NotAsTold';
}

/** Holds the story to a fact; `found` is what there was instead. */
export function fact(told: string, holds: boolean, found?: unknown): asserts holds {
  if (holds) return;
  throw new NotAsTold(found === undefined ? told : `${told} (found: ${JSON.stringify(found).slice(0, 400)})`);
}

/** Looks until something is there. `seconds` bounds the wait. */
export async function eventually<Found>(
  told: string,
  look: () => Promise<Found | null | undefined | false>,
  seconds = 20,
): Promise<Found> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new NotAsTold(`${told} (not so after ${seconds} s)`);
    await pause(100);
  }
}

/** Expects a refusal with one of these codes, and gives it. */
export async function refused(told: string, call: Promise<unknown>, ...codes: string[]): Promise<CoactError> {
  const answer = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (answer instanceof CoactError && codes.includes(answer.code)) return answer;
  throw new NotAsTold(
    `${told} (${answer === null ? 'it was allowed' : `instead: ${answer instanceof Error ? answer.message : JSON.stringify(answer)}`})`,
  );
}
