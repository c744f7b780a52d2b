import type { Event, Request } from 'coact';
import { words } from '../words/index.ts';

type Kind = Request['kind'];
type Fact = Pick<Event, 'type' | 'data'>;
export type KindOf = (fact: Fact) => Kind | undefined;

/** Of which kind the request is that a fact is about: the opening says it, later facts only name the request. */
export function kindsIn(facts: readonly Fact[]): KindOf {
  const kinds = new Map<unknown, Kind>();
  for (const { type, data } of facts) {
    const { id, kind } = data;
    if (type === 'request.opened' && isKind(kind)) kinds.set(id, kind);
  }
  return ({ type, data }) => (type.startsWith('request.') ? kinds.get(data['id']) : undefined);
}

export const isKind = (kind: unknown): kind is Kind => typeof kind === 'string' && kind in words.common.kinds;
