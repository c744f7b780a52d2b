import assert from 'node:assert/strict';
import { type Units, add, noUnits } from '../src/domain/budget/amounts.ts';
import { accountMoves } from '../src/domain/budget/account-moves.ts';
import { evolve } from '../src/domain/evolve.ts';
import type { WorkEvent, WorkItem } from '../src/domain/work-item.ts';
import type { Connection } from '../src/store/database.ts';
import { sql } from '../src/store/sql.ts';
import type { LedgerEvent } from './database.ts';

type Account = { used: Units; reserved: Units };
const workTypes = /^(item\.(?!commented|shared|unshared|rights_set)|run\.(?!messaged))/;

/** The accounts of all budgets are what the events of the runs give, and at rest nothing is reserved but by runs that live. */
export async function checkBudgets({ query }: Connection, events: readonly LedgerEvent[]): Promise<void> {
  const told = recomputed(events);
  const rows = await query<{ account: string } & Account>(sql`
    select budget || ' ' || to_char(period, 'YYYY-MM-DD') as account,
      json_build_object('tokens', used_tokens, 'micros', used_micros, 'ms', used_ms) as used,
      json_build_object('tokens', reserved_tokens, 'micros', reserved_micros, 'ms', reserved_ms) as reserved
    from budget_accounts order by 1`);
  assert.deepEqual(
    rows.map(({ account, used, reserved }) => ({ account, used, reserved })),
    [...told].map(([account, sums]) => ({ account, ...sums })).toSorted((a, b) => (a.account < b.account ? -1 : 1)),
    'the accounts of the budgets are what the events give',
  );
  const [live] = await query<{ reserved: string }>(sql`
    select coalesce(sum((c #>> '{reserved,tokens}')::bigint), 0) as reserved
    from runs r, jsonb_array_elements(r.charges) c where r.ended_at is null`);
  const total = rows.reduce((sum, { reserved }) => sum + reserved.tokens, 0);
  assert.equal(total, Number(live?.reserved ?? 0), 'what is reserved is reserved by runs that live');
}

/** Reads the ledger from the beginning, as if the accounts had been lost. */
function recomputed(events: readonly LedgerEvent[]): Map<string, Account> {
  const items = new Map<string, WorkItem>();
  const accounts = new Map<string, Account>();
  for (const event of events) {
    if (!workTypes.test(event.type) || !event.item) continue;
    const before = items.get(event.item.id) ?? null;
    const now = Date.parse(event.at);
    const work = event as unknown as WorkEvent;
    for (const { budget, period, used, reserved } of accountMoves({ before, events: [work], allowances: [], now })) {
      const sums = accounts.get(`${budget} ${period}`) ?? { used: noUnits, reserved: noUnits };
      accounts.set(`${budget} ${period}`, { used: add(sums.used, used), reserved: add(sums.reserved, reserved) });
    }
    items.set(event.item.id, evolve(before, work, now));
  }
  return accounts;
}
