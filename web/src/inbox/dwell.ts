/** How long each request has been looked at: time in which its sheet was shown and the page was in front. */
const spent = new Map<string, number>();
let now: { id: string; since: number } | null = null;

function pause(): void {
  if (!now) return;
  spent.set(now.id, (spent.get(now.id) ?? 0) + performance.now() - now.since);
  now = { ...now, since: performance.now() };
}

document.addEventListener('visibilitychange', () => {
  if (!now) return;
  if (document.hidden) pause();
  else now = { ...now, since: performance.now() };
});

/** The request's sheet is shown; gives a function for when it is not any longer. */
export function startLooking(id: string): () => void {
  now = { id, since: performance.now() };
  return () => {
    if (!document.hidden) pause();
    now = null;
  };
}

/** Whole seconds so far. */
export function looked(id: string): number {
  if (!document.hidden) pause();
  return Math.min(86_400, Math.round((spent.get(id) ?? 0) / 1000));
}
