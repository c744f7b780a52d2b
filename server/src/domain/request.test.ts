import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Request,
  type RequestEvent,
  bodies,
  evolveRequest,
  expireRequest,
  kinds,
  respond,
  responses,
  see,
  withdrawRequest,
} from './request.ts';
import { isRefusal } from './refusals.ts';

const NOW = Date.parse('2026-01-05T09:00:00Z');
const open = (over: Partial<Request> = {}): Request => ({
  id: 'r',
  kind: 'question',
  state: 'open',
  from: 'bot',
  to: { participant: 'ana' },
  item: null,
  run: null,
  blocking: false,
  due: null,
  ladder: null,
  body: { text: 'Which?' },
  response: null,
  responder: null,
  createdAt: NOW,
  firstSeenAt: null,
  answeredAt: null,
  ...over,
});
const after = (request: Request, events: unknown) => {
  assert(Array.isArray(events), JSON.stringify(events));
  return (events as RequestEvent[]).reduce((state, event) => evolveRequest(state, event, NOW + 1), request);
};

test('a request begins open, and ends once, with who ended it and when', () => {
  const {
    state: _,
    response: __,
    responder: ___,
    createdAt: ____,
    firstSeenAt: _____,
    answeredAt: ______,
    ...data
  } = open();
  assert.deepEqual(evolveRequest(null, { type: 'request.opened', data }, NOW), open());
  const answered = after(open(), respond(open(), 'ana', { answer: 'That.' }));
  assert.deepEqual([answered.state, answered.responder, answered.answeredAt], ['answered', 'ana', NOW + 1]);
  assert(isRefusal(respond(answered, 'ben', { answer: 'This.' })));
  assert(isRefusal(withdrawRequest(answered, null)));
  assert.deepEqual(expireRequest({ ...answered, due: NOW, body: { default: 'x' } }, NOW), []);
  assert.throws(
    () => evolveRequest(null, { type: 'request.withdrawn', data: { id: 'r', reason: null } }, NOW),
    /before the request exists/,
  );
});

test('the first look of somebody who may answer is kept, later ones say nothing new', () => {
  const seen = after(open(), see(open()));
  assert.equal(seen.firstSeenAt, NOW + 1);
  assert.deepEqual(see(seen), []);
  assert.deepEqual(see({ ...open(), state: 'withdrawn' }), []);
});

test('saying no is an answer that says why', () => {
  const handoff = open({ kind: 'handoff' });
  assert.deepEqual(respond(handoff, 'ana', { accept: false }), { refused: 'reason_missing', field: 'reason' });
  assert.equal(after(handoff, respond(handoff, 'ana', { accept: false, reason: 'No time.' })).state, 'declined');
  assert.equal(after(handoff, respond(handoff, 'ana', { accept: true })).state, 'answered');
});

test('a decision is answered with a choice', () => {
  const decision = open({ kind: 'decision', body: { options: ['a', 'b'] } });
  assert.equal(after(decision, respond(decision, 'ana', { choice: 'b' })).state, 'answered');
});

test('silence means the stated default of a question once its time is over, and nothing of any other kind', () => {
  const due = { due: NOW, body: { default: 'RSA' } };
  assert.deepEqual(expireRequest(open({ ...due, due: NOW + 1 }), NOW), []);
  assert.deepEqual(expireRequest(open({ due: NOW }), NOW), []);
  assert.deepEqual(expireRequest(open({ body: { default: 'RSA' } }), NOW), []);
  for (const kind of kinds)
    assert.equal(expireRequest(open({ ...due, kind }), NOW).length, kind === 'question' ? 1 : 0);
  assert.deepEqual(after(open(due), expireRequest(open(due), NOW)).response, { answer: 'RSA' });
});

test('whatever is tried on a request, it ends at most once, and replaying its events gives its state', () => {
  const act = fc.constantFrom('answer', 'decline', 'withdraw', 'expire');
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.array(act, { maxLength: 6 }), (kind, acts) => {
      const first = open({ kind, due: NOW, body: { text: 'x', default: 'd', options: ['a'] } });
      let request = first;
      const told: RequestEvent[] = [];
      for (const one of acts) {
        const decided =
          one === 'withdraw'
            ? withdrawRequest(request, null)
            : one === 'expire'
              ? expireRequest(request, NOW)
              : respond(
                  request,
                  'ana',
                  one === 'answer' ? { choice: 'a', accept: true } : { accept: false, reason: 'No.', choice: 'a' },
                );
        if (isRefusal(decided)) continue;
        told.push(...decided);
        request = after(request, decided);
      }
      assert(told.length <= 1);
      assert.deepEqual(
        told.reduce((state, event) => evolveRequest(state, event, NOW + 1), first),
        request,
      );
    }),
  );
});

test('every kind has a body and an answer of its own', () => {
  assert.deepEqual([Object.keys(bodies).sort(), Object.keys(responses).sort()], [[...kinds].sort(), [...kinds].sort()]);
  assert(!bodies.decision.safeParse({ text: 'x', options: ['one'] }).success, 'one option is no choice');
  assert(!responses.question.safeParse({ answer: '  ' }).success);
});

test('whoever asks a question does not answer it', () => {
  const refusal = respond(open({ from: 'bot' }), 'bot', { answer: 'Mine.' });
  assert.equal(isRefusal(refusal) && refusal.refused, 'forbidden');
});
