/** What became of one attempt to deliver: the status of the answer, or why none came. */
export type Attempt = { status: number | null; error: string | null };

/** Delivered, gone for good, or to be tried again. An answer that was cut short is none. */
export function judgeAttempt({ status, error }: Attempt): 'delivered' | 'gone' | 'failed' {
  if (error !== null || status === null) return 'failed';
  if (status === 410) return 'gone';
  return status >= 200 && status < 300 ? 'delivered' : 'failed';
}

/** Why an answer counts as a failure, in words; null where it does not. */
export function explainStatus(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return 'says that it is gone';
  if (status >= 300 && status < 400) return 'leads elsewhere, and Coact does not follow';
  return `answered ${status}`;
}

/** Milliseconds that `Retry-After` asks for, in seconds or as a date; null where it says neither. */
export function readRetryAfter(said: string | null, now: number): number | null {
  if (!said) return null;
  const ms = /^\d{1,9}$/.test(said.trim()) ? Number(said) * 1000 : Date.parse(said) - now;
  return Number.isFinite(ms) && ms > 0 ? ms : null;
}
