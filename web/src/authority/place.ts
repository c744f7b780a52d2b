import type { RuledPlace } from 'coact';
import { go, useRoute } from '../state/route.ts';

/** What a set of rules is for. */
export type Place = { scope: RuledPlace['scope']; target: string | null };
const scopes: readonly Place['scope'][] = ['workspace', 'team', 'type', 'item'];

export const placeKey = ({ scope, target }: Place): string => `${scope} ${target ?? ''}`;
/** As the server asks for it. */
export const asked = ({ scope, target }: Place) => ({ scope, ...(target !== null && { target }) });

/** The place that the address names; the workspace unless stated. */
export function usePlace(): Place {
  const { query } = useRoute();
  const scope = scopes.find((one) => one === query['scope']) ?? 'workspace';
  const target = query['target'] ?? null;
  return scope === 'workspace' || target === null ? { scope: 'workspace', target: null } : { scope, target };
}

export const goToPlace = (section: 'rules' | 'versions', { scope, target }: Place): void =>
  go({ page: 'authority', chosen: section, query: target === null ? {} : { scope, target } }, { replace: true });
