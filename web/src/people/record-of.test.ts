import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordOf } from './record-of.ts';

const at = '2026-01-05T09:00:00.000Z';
const verdict = (says: 'pass' | 'fail') => ({ criterion: 'c1', verdict: says, reason: says === 'fail' ? 'No.' : null });
const run = (ending: string | null, verdicts: ReturnType<typeof verdict>[] | null = null) => ({
  endedAt: ending === null ? null : at,
  ending,
  verdicts,
});

test('a delivery counts as accepted only when every verdict was a pass, and one that is not judged yet as delivered', () => {
  const runs = [
    run('delivered', [verdict('pass'), verdict('pass')]),
    run('delivered', [verdict('pass'), verdict('fail')]),
    run('delivered'),
    run('lost'),
    run('failed'),
    run('stopped'),
    run('taken over'),
  ];
  assert.deepEqual(recordOf(runs), { ended: 7, delivered: 3, accepted: 1, returned: 1, lost: 1, failed: 1, other: 2 });
});

test('a run that is under way is no part of a record', () => {
  assert.equal(recordOf([run(null)]).ended, 0);
});
