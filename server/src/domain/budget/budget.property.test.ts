import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '../refusals.ts';
import { type Allowance, leftOf, limited } from './allowance.ts';
import { type Units, add, limitsFromUnits, limitsToUnits, noUnits, toUnits, toUsage, unitNames } from './amounts.ts';
import { type Charge, count, movesOf, reserve, settle } from './charge.ts';
import { increased, raises } from './item-budget.ts';
import { periods, spanOf } from './period.ts';

const NOW = Date.parse('2026-01-05T09:00:00Z');
const some = fc.nat(5_000_000);
const units = fc.record({ tokens: some, micros: some, ms: some }, { noNullPrototype: true });
const limits = fc.record({ tokens: some, micros: some, ms: some }, { requiredKeys: [] });

const allowance = (over: Partial<Allowance>): Allowance => ({
  budget: 'budget',
  of: 'team',
  subject: 'team',
  name: 'Team',
  answerable: null,
  period: 'day',
  limits: {},
  used: noUnits,
  reserved: noUnits,
  ...over,
});

/** A small world: one account, and runs that claim, report and end in any order. */
type Act = { run: number; do: 'claim' | 'report' | 'end'; said: Units };
const acts = fc.array(
  fc.record({ run: fc.nat(5), do: fc.constantFrom('claim', 'report', 'report', 'end'), said: units }),
  { maxLength: 60 },
) as fc.Arbitrary<Act[]>;

type Live = { charges: Charge[]; total: Units };

function play(account: Allowance, all: readonly Act[], each: (account: Allowance, over: boolean) => void) {
  const live = new Map<number, Live>();
  const consumed = { sum: noUnits };
  const now = { ...account };
  let overreported = false;
  const become = (run: number, before: readonly Charge[], after: Live | null, charges: readonly Charge[]) => {
    for (const move of movesOf(before, charges)) {
      now.used = add(now.used, move.used);
      now.reserved = add(now.reserved, move.reserved);
    }
    if (after) live.set(run, after);
    else live.delete(run);
  };
  for (const { run, do: what, said } of all) {
    const before = live.get(run);
    if (what === 'claim' && !before) {
      const charges = reserve([now], { itemLeft: {}, now: NOW });
      if (!isRefusal(charges)) become(run, [], { charges, total: noUnits }, charges);
    } else if (what === 'report' && before) {
      const total = add(before.total, said);
      const room = add(said, noUnits);
      const [charge] = before.charges;
      const left = leftOf(now);
      overreported ||= limited(now.limits).some(
        (name) => room[name] > (charge?.reserved[name] ?? 0) + (left[name] ?? 0),
      );
      const counted = count(before.charges, [now], { before: before.total, total, now: NOW });
      consumed.sum = add(consumed.sum, said);
      const ended = counted.spent ? settle(counted.charges, total) : counted.charges;
      become(run, before.charges, counted.spent ? null : { charges: ended, total }, ended);
    } else if (what === 'end' && before) {
      become(run, before.charges, null, settle(before.charges, before.total));
    }
    each(now, overreported);
  }
  return { now, live, consumed: consumed.sum };
}

test('what is used and reserved is never more than the limit, unless a run used more than there was', () => {
  fc.assert(
    fc.property(limits, acts, (bounds, all) => {
      play(allowance({ limits: bounds }), all, (account, over) => {
        for (const name of limited(bounds))
          assert(over || account.used[name] + account.reserved[name] <= (bounds[name] ?? 0));
      });
    }),
  );
});

test('what is used only grows, nothing reserved is ever less than nothing, and all that was consumed is counted', () => {
  fc.assert(
    fc.property(limits, acts, (bounds, all) => {
      let before = noUnits;
      const { now, live, consumed } = play(allowance({ limits: bounds }), all, ({ used, reserved }) => {
        for (const name of unitNames) assert(used[name] >= before[name] && reserved[name] >= 0);
        before = used;
      });
      assert.deepEqual(now.used, consumed);
      const reserved = [...live.values()].flatMap(({ charges }) => charges).map((charge) => charge.reserved);
      assert.deepEqual(now.reserved, reserved.reduce(add, noUnits), 'what is reserved is reserved by runs that live');
    }),
  );
});

test('the end of a run gives back exactly what it reserved and did not use', () => {
  fc.assert(
    fc.property(limits, units, (bounds, total) => {
      const charges = reserve([allowance({ limits: bounds })], { itemLeft: {}, now: NOW });
      if (isRefusal(charges)) return;
      const [move] = movesOf(charges, settle(charges, total));
      assert.deepEqual(move?.used ?? noUnits, total);
      assert.deepEqual(add(move?.reserved ?? noUnits, charges[0]?.reserved ?? noUnits), noUnits);
      assert.deepEqual(settle(settle(charges, total), add(total, total)), settle(charges, total), 'and does so once');
    }),
  );
});

test('a claim is refused exactly when something that is limited has nothing left', () => {
  fc.assert(
    fc.property(limits, units, units, (bounds, used, reserved) => {
      const account = allowance({ limits: bounds, used, reserved });
      const nothing = limited(bounds).some((name) => used[name] + reserved[name] >= (bounds[name] ?? 0));
      assert.equal(isRefusal(reserve([account], { itemLeft: {}, now: NOW })), nothing);
    }),
  );
});

test('every instant falls into one day, week and month, which follow one another without a gap', () => {
  const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...periods), instant, (period, at) => {
      const { starts, ends, date } = spanOf(period, at.getTime());
      assert(starts <= at.getTime() && at.getTime() < ends);
      assert.equal(spanOf(period, ends).starts, ends);
      assert.equal(spanOf(period, ends - 1).date, date);
      assert.equal(new Date(starts).toISOString(), `${date}T00:00:00.000Z`);
    }),
  );
});

test('amounts come back from whole units as they were said', () => {
  const cents = fc.nat(1e9).map((n) => n / 100);
  fc.assert(
    fc.property(fc.nat(), cents, cents, (tokens, cost, minutes) => {
      const said = { tokens, cost, minutes };
      assert.deepEqual(limitsFromUnits(limitsToUnits(said)), said);
      assert.deepEqual(toUsage(toUnits(said)), said);
    }),
  );
});

test('an increase raises what it names and nothing else, and a raise is whatever allows more', () => {
  const amount = fc.integer({ min: 1, max: 1_000 });
  const budget = fc.record({ tokens: amount, cost: amount, minutes: amount, attempts: amount }, { requiredKeys: [] });
  fc.assert(
    fc.property(budget, budget, (before, by) => {
      const after = increased(before, by);
      const stray = Object.keys(by).some((name) => !(name in before));
      assert.equal(isRefusal(after), stray);
      if ('refused' in after) return;
      assert.equal(raises(before, after), Object.keys(by).length > 0);
      assert.equal(raises(after, before), false);
      assert.equal(raises(before, null), Object.keys(before).length > 0);
    }),
  );
});
