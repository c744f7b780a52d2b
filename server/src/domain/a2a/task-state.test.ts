import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOpen, states } from '../work-item.ts';
import { contractOfMessage, wordsOf } from './contract-of-message.ts';
import { limits } from '../limits.ts';
import { isEnd, taskState } from './task-state.ts';

const flags = { intake: fc.boolean(), declined: fc.boolean(), asked: fc.boolean(), held: fc.boolean() };

test('a task has ended exactly when its item has', () => {
  fc.assert(
    fc.property(fc.record({ state: fc.constantFrom(...states), ...flags }), (standing) => {
      assert.equal(isEnd(taskState(standing)), !isOpen(standing.state));
    }),
  );
});

test('delivered work is not completed before it was accepted', () => {
  const quiet = { intake: false, declined: false, asked: false, held: false };
  assert.equal(taskState({ state: 'review', ...quiet }), 'working');
  assert.equal(taskState({ state: 'done', ...quiet }), 'completed');
});

test('whoever is asked is told so before anything else', () => {
  fc.assert(
    fc.property(fc.constantFrom('draft', 'ready', 'active', 'review'), fc.boolean(), (state, held) => {
      const standing = { state: state as 'draft', intake: false, declined: false, held };
      assert.equal(taskState({ ...standing, asked: true }), 'input_required');
      assert.equal(taskState({ ...standing, asked: false, held: true }), 'auth_required');
    }),
  );
});

test('declined work is rejected, any other that nobody wants any longer is canceled', () => {
  const quiet = { state: 'cancelled' as const, intake: false, asked: false, held: false };
  assert.equal(taskState({ ...quiet, declined: true }), 'rejected');
  assert.equal(taskState({ ...quiet, declined: false }), 'canceled');
});

test('whatever a message says becomes a contract with a title within the bounds', () => {
  const part = fc.oneof(
    fc.record({ text: fc.string() }),
    fc.record({ data: fc.jsonValue() }),
    fc.record({ url: fc.webUrl() }),
    fc.record({ raw: fc.constant('AAAA'), filename: fc.string({ maxLength: 20 }) }),
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const { title, outcome, links } = contractOfMessage({ messageId: 'm', parts });
      assert(title.trim().length > 0 && title.length <= limits.titleLength);
      assert.equal(outcome, wordsOf({ parts }));
      assert(links.length <= parts.length);
    }),
  );
});
