import type { Event } from 'coact';

/** The one text of a fact that people would ask for. A request to verify repeats the delivery, which stands beside it. */
export function detailIn({ type, data }: Pick<Event, 'type' | 'data'>): string | null {
  if (type === 'request.opened' && data['kind'] === 'review') return null;
  if (type === 'act.refused') return refusedIn(data);
  const inside = [data['body'], data['response'], data['answer'], data['patch']].filter(
    (part): part is Record<string, unknown> => typeof part === 'object' && part !== null,
  );
  const fields = ['summary', 'reason', 'activity', 'text', 'answer', 'choice', 'resolution', 'title', 'outcome'];
  const found = [data, ...inside]
    .flatMap((part) => fields.map((field) => part[field]))
    .find((value) => typeof value === 'string' && value !== '');
  if (typeof found === 'string') return found;
  return Array.isArray(data['verdicts']) ? reasonsIn(data['verdicts']) : null;
}

/** What was tried, and which word refused it. */
const refusedIn = ({ operation, code, rules }: Record<string, unknown>): string =>
  [`${String(operation)}: ${String(code)}`, ...(Array.isArray(rules) ? rules.map(String) : [])].join(', ');

function reasonsIn(verdicts: unknown[]): string | null {
  const reasons = verdicts.flatMap((one) =>
    typeof one === 'object' && one !== null && 'reason' in one && typeof one.reason === 'string' ? [one.reason] : [],
  );
  return reasons.join('; ') || null;
}
