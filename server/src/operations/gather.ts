import { type Refusal, isRefusal } from '../domain/refusals.ts';

type Found<P> = { [K in keyof P]: Exclude<Awaited<P[K]>, Refusal> };

/** Waits for several things at once; the first refusal among them, in the order written, is the answer. */
export async function gather<P extends Record<string, unknown>>(pending: P): Promise<Found<P> | Refusal> {
  const names = Object.keys(pending);
  const values = await Promise.all(Object.values(pending));
  const refusal = values.find(isRefusal);
  return refusal ?? (Object.fromEntries(names.map((name, i) => [name, values[i]])) as Found<P>);
}
