import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asksOf, type Cell, spansOf } from './matrix-spans.ts';

const cell = (risk: Cell['risk'], needs: Cell['needs'] = []): Cell => ({
  level: 'reporting',
  deed: 'deliver',
  risk,
  decision: needs.length > 0 ? 'approve' : 'allow',
  rules: needs.map(({ rule }) => ({ id: rule, because: 'So.' })),
  needs,
});
const owner = { rule: 'a', by: ['owner' as const], count: 1 };
const ownerOrLead = { rule: 'b', by: ['owner' as const, 'lead' as const], count: 1 };

test('an approval that another one meets as well is not asked for twice', () => {
  assert.deepEqual(asksOf(cell('high', [owner, ownerOrLead])), [{ by: ['owner'], count: 1 }]);
  assert.equal(asksOf(cell('high', [owner, { ...ownerOrLead, count: 2 }])).length, 2);
});

test('neighbouring risks of which the same is asked stand together', () => {
  const cells = [cell('low'), cell('medium'), cell('high', [owner]), cell('critical', [owner, ownerOrLead])];
  const spans = spansOf(cells);
  assert.deepEqual(
    spans.map(({ cells: some, whole }) => [some.map(({ risk }) => risk), whole]),
    [
      [['low', 'medium'], false],
      [['high', 'critical'], false],
    ],
  );
  assert.equal(spansOf([cell('low'), cell('medium')])[0]?.whole, true);
});
