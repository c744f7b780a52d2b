import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemSummary } from 'coact';
import { DAY, daysBetween, shiftDays, spansOf } from './spans.ts';
import { timeScale } from './time-scale.ts';

const now = Date.parse('2026-05-20T12:00:00Z');
const at = (days: number) => new Date(now + days * DAY).toISOString();
const item = (id: string, more: Partial<ItemSummary>): ItemSummary =>
  ({ id, key: id, state: 'ready', start: null, due: null, run: null, createdAt: at(-9), ...more }) as ItemSummary;

test('a bar begins at the start that was agreed, else where work began, else where it was written down', () => {
  const run = { startedAt: at(-4) } as NonNullable<ItemSummary['run']>;
  const { spans } = spansOf(
    [item('c', { due: at(3) }), item('a', { start: at(-2), run, due: at(1) }), item('b', { run, due: at(2) })],
    now,
  );
  assert.deepEqual(
    spans.map(({ item: { id }, since, from }) => [id, since, (from - now) / DAY]),
    [
      ['a', 'start', -2],
      ['b', 'run', -4],
      ['c', 'created', -9],
    ],
  );
});

test('open work is late from its due date on, in whole days; finished work is not', () => {
  const { spans } = spansOf(
    [item('a', { due: at(-3.5) }), item('b', { due: at(-2), state: 'done' }), item('c', { due: at(1) })],
    now,
  );
  assert.deepEqual(
    spans.map(({ late }) => late),
    [3, null, null],
  );
});

test('what has no date is named apart, and what is in work without a due date is open at its end', () => {
  const run = { startedAt: at(-1) } as NonNullable<ItemSummary['run']>;
  const { spans, dateless } = spansOf([item('a', {}), item('b', { run }), item('c', { due: at(400) })], now);
  assert.deepEqual(
    dateless.map(({ id }) => id),
    ['a'],
  );
  assert.deepEqual(
    spans.map(({ item: { id }, due }) => [id, due === null]),
    [
      ['c', false],
      ['b', true],
    ],
  );
});

test('what was written down after it was due still has a bar to see', () => {
  const { spans } = spansOf([item('a', { due: at(-20) })], now);
  assert.equal((spans[0]?.due ?? 0) - (spans[0]?.from ?? 0), DAY);
});

test('every zoom shows today, grows with the day, and stays within its reach however old the work is', () => {
  const { spans } = spansOf([item('a', { start: at(-4000), due: at(4000) })], now);
  for (const zoom of ['week', 'month', 'quarter'] as const) {
    const scale = timeScale({ zoom, spans, now, locale: 'en' });
    assert.equal(scale.x(now) > 0 && scale.x(now) < scale.width, true);
    assert.equal(Math.round(scale.x(now + DAY) - scale.x(now)), scale.day);
    assert.equal(scale.x(now - 4000 * DAY), 0);
    assert.equal(scale.width < 12_000, true);
    assert.equal(
      scale.ticks.some(({ label, isMajor }) => isMajor && label !== ''),
      true,
    );
  }
});

test('moving a date by days keeps its time of day', () => {
  const moved = new Date(shiftDays('2026-03-27T10:30:00.000Z', 7));
  assert.equal(moved.getHours(), new Date('2026-03-27T10:30:00.000Z').getHours());
  assert.equal(moved.getDate(), new Date(2026, 2, 27).getDate() + 7 - 31);
});

test('what is due tomorrow morning is due in a day, though less than 24 hours are left', () => {
  const evening = new Date(2026, 4, 20, 22).getTime();
  assert.equal(daysBetween(evening, new Date(2026, 4, 21, 8).getTime()), 1);
  assert.equal(daysBetween(evening, new Date(2026, 4, 20, 23).getTime()), 0);
});
