import { CoactError, connect } from 'coact';
import { Unable } from './unable.ts';
import { troubles } from '../words/common.ts';

/** The server that this page came from. A short patience: whoever waits at a screen wants to know. */
export const server = connect({ retryFor: 5_000 });

/** Something to say next to the control that met it. */
export type Trouble = { message: string; hint: string };

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Unable) return { message: error.message, hint: error.hint };
  if (!(error instanceof CoactError)) return { message: troubles.bug, hint: String(error) };
  if (error.status === 0) return { message: troubles.unreachable, hint: troubles.unreachableHint };
  const { errors } = error.problem;
  const fields = Array.isArray(errors) ? errors.map(fieldTrouble).join('; ') : '';
  // Each of them says what to do; the hint of such an answer is for callers that read fields.
  return fields ? { message: sentence(fields), hint: '' } : { message: sentence(error.message), hint: error.hint };
}

function fieldTrouble(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('problem' in error)) return '';
  return 'field' in error ? `${String(error.field)}: ${String(error.problem)}` : String(error.problem);
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether the session is over, rather than the act refused. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof CoactError &&
  (error.code === 'unauthenticated' || (error.code === 'not_active' && error.status === 401));
