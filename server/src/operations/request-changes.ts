import type { exceptionClasses } from '../domain/request.ts';
import { type Addressee, withdrawRequest } from '../domain/request.ts';
import { isRefusal } from '../domain/refusals.ts';
import type { StoredRequest } from '../store/requests.ts';
import type { Changes } from './changes.ts';
import type { About } from './record-facts.ts';

/** Requests that Coact itself opens and closes as work moves. */

export type Exception = {
  class: (typeof exceptionClasses)[number];
  severity: 'low' | 'medium' | 'high';
  text: string;
  needed: string;
  blocking?: boolean;
  /** Whose budget it is about, with `overrun`. */
  budget?: object;
};

type Subject = NonNullable<About['item']>;

/** Tells somebody that something is wrong, and what they can do about it. */
export function raiseException(
  changes: Changes,
  id: string,
  item: Subject,
  to: Addressee,
  { blocking = false, ...body }: Exception,
): void {
  const data = {
    id,
    kind: 'exception' as const,
    from: null,
    to,
    item: item.id,
    run: null,
    blocking,
    due: null,
    ladder: null,
    body,
  };
  changes.request(null, [{ type: 'request.opened', data }], item);
}

/** Takes back what nobody needs to answer any longer, because the item has ended. Gives how many of them were blocking. */
export function withdrawOpen(changes: Changes, item: Subject, open: readonly StoredRequest[], reason: string): number {
  for (const request of open) {
    const events = withdrawRequest(request, reason);
    if (!isRefusal(events)) changes.request(request, events, item);
  }
  return open.filter(({ blocking }) => blocking).length;
}
