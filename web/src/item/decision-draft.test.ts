import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionAsked, newDecision, withoutOption } from './decision-draft.ts';

const options = ['one', 'two', 'three'].map((text) => ({ text, consequences: '' }));

test('what was left empty is not sent, and options are meant by their place', () => {
  const asked = decisionAsked('i', {
    ...newDecision,
    text: ' Which? ',
    options: [...options, newDecision.options[0]!],
  });
  assert.deepEqual(asked, {
    kind: 'decision',
    item: 'i',
    text: 'Which?',
    blocking: true,
    options: [
      { id: 'o1', text: 'one' },
      { id: 'o2', text: 'two' },
      { id: 'o3', text: 'three' },
    ],
    roles: { agree: [], input: [] },
  });
});

test('silence can choose only by a deadline, and nothing recommends an option that is empty', () => {
  const draft = { ...newDecision, text: 'Which?', options, onSilence: 1, recommended: 2, blind: true };
  assert.equal(decisionAsked('i', draft).onSilence, undefined);
  assert.deepEqual(decisionAsked('i', { ...draft, due: '2026-01-05T09:00' }).onSilence, { choose: 'o2' });
  assert.deepEqual(decisionAsked('i', draft).recommendation, { option: 'o3' });
  const empty = { ...draft, options: options.slice(0, 2).concat({ text: ' ', consequences: '' }) };
  assert.equal(decisionAsked('i', empty).recommendation, undefined);
});

test('when an option goes, what is recommended is the same option as before, or none', () => {
  const draft = { ...newDecision, options, recommended: 2, onSilence: 0 };
  const after = withoutOption(draft, 0);
  assert.deepEqual([after.options.length, after.recommended, after.onSilence], [2, 1, null]);
  assert.equal(withoutOption(draft, 1).onSilence, 0);
});
