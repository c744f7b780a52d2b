import type { Kind } from '../request.ts';
import { VERIFY } from './base-rules.ts';

/** The operation that the resolution of an exception amounts to. */
const resolutionActs: Record<string, string> = {
  cancel: 'item.cancel',
  rescope: 'item.withdraw',
  waive: 'item.undepend',
};

/** What an answer amounts to, in the words of the policy's rules: answering a handoff is claiming its work. */
export function actsOfAnswer(kind: Kind, { accept, resolution }: Record<string, unknown>): string[] {
  if (kind === 'review') return [VERIFY];
  if (kind === 'handoff' && accept === true) return ['work.claim'];
  return kind === 'exception' ? [resolutionActs[String(resolution)] ?? 'item.assign'] : [];
}
