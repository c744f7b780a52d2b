import { priceUsage } from '../domain/budget/price-usage.ts';
import { tally } from '../domain/budget/tally.ts';
import { type Report, report } from '../domain/execute-work.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import type { StoredRun } from '../store/items.ts';
import { type Price, findMoney } from '../store/prices.ts';
import type { CommandContext } from './context.ts';
import { raiseOverrun } from './overrun.ts';
import { isoOrNull } from './resources/basics.ts';
import { type SaidUsage, showSignal } from './resources/run.ts';
import { explainEnd, fenceOf, requireRun } from './run-changes.ts';

export type LoadedReport = { run: StoredRun; prices: readonly Price[] };
type Said = Omit<Report, 'usage'> & { fence: number; usage?: SaidUsage | undefined };

/** The run, and the prices where models are said; nothing more is asked for a report that names none. */
export async function loadReport(
  context: CommandContext,
  { id, usage }: { id: string; usage?: SaidUsage | undefined },
): Promise<LoadedReport | Refusal> {
  const asks = usage?.models !== undefined || usage?.currency !== undefined;
  const [found, money] = await Promise.all([
    requireRun(context, id),
    asks
      ? findMoney(
          context.connection,
          (usage.models ?? []).map(({ model }) => model),
        )
      : null,
  ]);
  if (isRefusal(found)) return found;
  if (money && usage?.currency !== undefined && usage.currency !== money.currency)
    return refuse('wrong_currency', { field: 'usage.currency', currency: usage.currency, expected: money.currency });
  return { ...found, prices: money?.prices ?? [] };
}

/** Renews the lease, records what was said and counts what was used, and tells what waited to be told. */
export async function reportRun(
  context: CommandContext,
  { run, prices }: LoadedReport,
  { fence, usage: said, ...rest }: Said,
) {
  const { changes, now } = context;
  const { usage, unpriced } = priceUsage(said ?? {}, prices);
  const events = explainEnd(run, report(run.item, { ...rest, usage, fence: fenceOf(run, fence) }, now));
  if (isRefusal(events)) return events;
  const { allowances } = run;
  const counted = tally(run.item, events[0], allowances, now);
  const last = run.signals.at(-1)?.id;
  const signalled = last === undefined ? {} : { signalled: last };
  const after = changes.item(run.item, counted.events, { ...signalled, allowances });
  if (counted.over) await raiseOverrun(context, after, counted.over);
  else for (const whose of counted.low) changes.signal(run.id, 'budget_low', { budget: whose, left: counted.left });
  return {
    leaseExpiresAt: isoOrNull(after.run?.leaseExpiresAt ?? null),
    signals: run.signals.map(showSignal),
    ...(counted.left && { left: counted.left }),
    ...(unpriced.length > 0 && { unpriced }),
    ...(counted.over && { ended: counted.over.reason }),
  };
}
