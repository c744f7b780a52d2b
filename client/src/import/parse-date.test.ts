import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseDate } from './parse-date.ts';

test('a complete time stays as it was written, with its fraction and offset', () => {
  for (const time of ['2026-01-12T02:14:20Z', '2025-11-25T15:33:14.170293-08:00', '2024-02-29T00:00:00+05:30'])
    assert.equal(parseDate(time), time);
});

test('a time without zone is UTC, a date is its midnight', () => {
  assert.equal(parseDate('2026-07-13 16:06'), '2026-07-13T16:06:00Z');
  assert.equal(parseDate('2025-06-04'), '2025-06-04T00:00:00Z');
  assert.equal(parseDate(' 2026-07-13t16:06:07.5 +0200 '), '2026-07-13T16:06:07.5+02:00');
});

test('a day or time that does not exist is no date', () => {
  for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '1900-02-29', '2026-01-01T24:00:00Z'])
    assert.equal(parseDate(text), undefined, text);
  for (const text of [
    '',
    'soon',
    '13.07.2026',
    '2026-7-1',
    '2026-01-01T10:60Z',
    '2026-01-01T10:00+24:00',
    '2026-01-01x',
  ])
    assert.equal(parseDate(text), undefined, text);
});

test('every moment that JavaScript can write comes back as it is', () => {
  const moments = fc.date({
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  fc.assert(fc.property(moments, (moment) => assert.equal(parseDate(moment.toISOString()), moment.toISOString())));
});
