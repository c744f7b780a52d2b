const last = new Map<string, Promise<unknown>>();

/**
 * Does acts on the same item one after the other, in the order they were asked for, so that each goes on top of what the
 * one before it left. One that fails does not hold up the next.
 */
export function inTurn<Result>(item: string, act: () => Promise<Result>): Promise<Result> {
  const before = last.get(item) ?? Promise.resolve();
  const mine = before.then(act, act);
  last.set(item, mine);
  const forget = () => last.get(item) === mine && last.delete(item);
  mine.then(forget, forget);
  return mine;
}
