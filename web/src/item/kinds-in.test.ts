import assert from 'node:assert/strict';
import { test } from 'node:test';
import { words } from '../words/index.ts';
import { detailIn } from './detail-in.ts';
import { kindsIn } from './kinds-in.ts';

const opened = {
  type: 'request.opened',
  data: { id: 'r1', kind: 'review', body: { text: 'Verify OPS-1: Renew it', summary: 'Renewed.' } },
};
const answered = { type: 'request.answered', data: { id: 'r1', response: { verdicts: [] } } };

test('a fact about a request says in words what kind of request it was, the later ones too', () => {
  const kindOf = kindsIn([answered, opened]);
  const { eventWord } = words.common;
  assert.equal(eventWord(opened.type, kindOf(opened)), 'asked for verification');
  assert.equal(eventWord(answered.type, kindOf(answered)), 'gave the verdicts');
  assert.equal(kindOf({ type: 'item.delivered', data: { id: 'r1' } }), undefined);
  assert.equal(eventWord('request.answered', kindOf({ ...answered, data: { id: 'of another item' } })), 'answered');
});

test('a request to verify does not repeat what the delivery says', () => {
  assert.equal(detailIn(opened), null);
  assert.equal(detailIn({ type: 'item.delivered', data: { summary: 'Renewed.' } }), 'Renewed.');
  assert.equal(detailIn({ ...opened, data: { ...opened.data, kind: 'question' } }), 'Renewed.');
});
