import type { InboxEntry } from 'coact';
import { words } from '../words/index.ts';

/** What is asked, in one sentence. A review's own sentence repeats the key, which stands beside it anyway. */
export function asksIn({ kind, body, itemTitle }: Pick<InboxEntry, 'kind' | 'body' | 'itemTitle'>): string {
  if (kind === 'review' && itemTitle) return words.inbox.verify(itemTitle);
  return textIn(body, 'text') ?? itemTitle ?? '';
}

/** A text in the body of a request, whose parts depend on the kind; null where there is none. */
export function textIn(body: Record<string, unknown>, part: string): string | null {
  const value = body[part];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function textsIn(body: Record<string, unknown>, part: string): string[] {
  const value = body[part];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
