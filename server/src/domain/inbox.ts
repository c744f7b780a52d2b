/** What one waiting request costs while nobody answers it. */
export type Delay = {
  kind: string;
  blocking: boolean;
  /** Open items that cannot start before this one is done. */
  blocks: number;
  /** Epoch milliseconds, as are the others; null where none is set. */
  due: number | null;
  itemDue: number | null;
  /** 0 (most urgent) to 4. */
  priority: number | null;
  risk: string | null;
  createdAt: number;
};

const DAY = 86_400_000;
const priorityWords = ['critical', 'high', 'medium', 'low', 'lowest'];
const riskWeight: Record<string, number> = { low: 0, medium: 1, high: 4, critical: 8 };

/**
 * Orders the inbox: the higher, the more costly to leave. Each part comes with the words that explain it, so that the
 * order is never a mystery. The weights say: being late beats blocking others, which beats urgency, which beats age.
 */
export function costOfDelay(delay: Delay, now: number): { cost: number; why: string[] } {
  const days = (now - delay.createdAt) / DAY;
  const late = Math.max(lateBy(delay.due, now), lateBy(delay.itemDue, now));
  const parts: [number, string][] = [
    [late > 0 ? 20 + Math.min(20, late) : 0, `overdue by ${inWords(late)}`],
    [delay.blocking ? 12 : 0, 'work stands still until it is answered'],
    [
      Math.min(20, delay.blocks * 4),
      `${delay.blocks} other ${delay.blocks === 1 ? 'item waits' : 'items wait'} behind it`,
    ],
    [delay.kind === 'exception' ? 6 : 0, 'something went wrong'],
    [riskWeight[delay.risk ?? ''] ?? 0, `${delay.risk} risk`],
    [
      delay.priority === null ? 0 : (4 - delay.priority) * 2,
      `${priorityWords[delay.priority ?? 4] ?? 'lowest'} priority`,
    ],
    [Math.min(10, days), `waiting for ${inWords(days)}`],
  ];
  const present = parts.filter(([cost]) => cost > 0);
  return {
    cost: present.reduce((sum, [cost]) => sum + cost, 0),
    why: present.filter(([cost]) => cost >= 1).map(([, words]) => words),
  };
}

const lateBy = (due: number | null, now: number) => (due === null ? 0 : Math.max(0, (now - due) / DAY));

function inWords(days: number): string {
  if (days >= 1) return `${Math.floor(days)} d`;
  const hours = Math.floor(days * 24);
  return hours >= 1 ? `${hours} h` : `${Math.max(1, Math.floor(days * 1440))} min`;
}
