import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readField, writeField } from './step-fields.ts';
import { stepsIn, tellValue } from './tell-value.ts';

const nameOf = (id: string) => (id === 'p1' ? 'Ana' : undefined);

test('whatever a step says is told as a reader reads it', () => {
  const told = [
    tellValue('assignee', 'p1', nameOf),
    tellValue('assignee', null, nameOf),
    tellValue('priority', 1, nameOf),
    tellValue('reversible', false, nameOf),
    tellValue('blockedBy', [{ $step: 2, field: 'id' }, 'OPS-1'], nameOf),
    tellValue('criteria', [{ text: 'It is served', check: 'openssl' }, { text: 'It is quick' }], nameOf),
    tellValue('scope', { included: ['A'], excluded: [] }, nameOf),
  ];
  assert.deepEqual(told, [
    'Ana',
    'nothing',
    'High',
    'no',
    'what step 2 makes\nOPS-1',
    'It is served (openssl)\nIt is quick',
    'Included: A',
  ]);
});

test('what is not edited stays as it was, and a criterion that stays keeps how it is checked', () => {
  const criteria = [{ text: 'One', check: 'look' }, { text: 'Two' }];
  for (const [name, value] of [
    ['criteria', criteria],
    ['priority', 'high'],
    ['labels', ['a', 'b']],
    ['budget', { cost: 3 }],
    ['due', '2026-01-05T09:00:30.000Z'],
    ['reversible', false],
  ] as const)
    assert.deepEqual(readField(name, value, writeField(name, value)), { value }, name);
  assert.deepEqual(readField('criteria', criteria, 'Two\nOne\nThree'), {
    value: [{ text: 'Two' }, { text: 'One', check: 'look' }, { text: 'Three' }],
  });
  assert.deepEqual(readField('priority', 'high', '0'), { value: 0 });
  assert.deepEqual(readField('budget', { cost: 3 }, '{'), { isWrong: true });
});

test('the steps that an input needs are found wherever it names them', () => {
  assert.deepEqual(
    stepsIn({ id: { $step: 1, field: 'id' }, blockedBy: [{ $step: 3, field: 'key' }], title: 'x' }),
    [1, 3],
  );
});
