import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from './refusals.ts';
import {
  type Stop,
  type StopEvent,
  evolveStop,
  liftStop,
  refuseStopped,
  refuseStoppedAnswer,
  whileStopped,
} from './stop.ts';

const stopped = { id: 's', by: { id: 'ana', name: 'Ana' }, reason: 'No.', since: 0, covers: 'agent' as const };
const created: StopEvent = {
  type: 'stop.created',
  data: {
    id: 's',
    participant: 'bot',
    team: null,
    reason: 'No.',
    by: 'ana',
    byAdmin: false,
    agents: ['bot'],
    ended: [{ run: 'r', item: 'i', key: 'OPS-1', executor: 'bot' }],
  },
};

test('somebody stopped is refused every command but those that tell a run it has ended, and answers; reading goes on', () => {
  const names = fc.oneof(fc.constantFrom(...whileStopped), fc.string());
  fc.assert(
    fc.property(names, fc.constantFrom('command', 'query'), (name, kind) => {
      const refusal = refuseStopped({ stopped }, { name, kind });
      assert.equal(refusal !== null, kind === 'command' && !whileStopped.has(name));
      assert.equal(refuseStopped({ stopped: null }, { name, kind }), null);
    }),
  );
});

test('the refusal says who, why, since when and what is covered', () => {
  assert.deepEqual(refuseStopped({ stopped }, { name: 'work.claim', kind: 'command' }), {
    refused: 'stopped',
    stop: 's',
    by: { id: 'ana', name: 'Ana' },
    reason: 'No.',
    since: '1970-01-01T00:00:00.000Z',
    covers: 'agent',
  });
});

test('somebody stopped answers questions and nothing else', () => {
  assert.equal(refuseStoppedAnswer({ stopped }, 'question'), null);
  for (const kind of ['decision', 'proposal', 'handoff', 'review', 'exception']) {
    assert.equal(refuseStoppedAnswer({ stopped }, kind)?.refused, 'stopped');
    assert.equal(refuseStoppedAnswer({}, kind), null);
  }
});

test('a stop is lifted once, by somebody, and says why', () => {
  const stop: Stop = evolveStop(null, created, 1);
  assert.equal(stop.liftedAt, null);
  const events = liftStop(stop, 'ben', 'Mended.');
  assert(!isRefusal(events));
  const lifted = events.reduce((state, event) => evolveStop(state, event, 2), stop);
  assert.deepEqual([lifted.liftedAt, lifted.liftedBy, lifted.liftReason], [2, 'ben', 'Mended.']);
  assert.equal((liftStop(lifted, 'ben', null) as { refused: string }).refused, 'wrong_state');
});
