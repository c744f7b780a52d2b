import assert from 'node:assert/strict';
import { test } from 'node:test';
import { laneWidth } from './lane-width.ts';

test('lanes that fit share the room', () => {
  assert.equal(laneWidth(1_000, 4), null);
  assert.equal(laneWidth(824, 4), null);
});

test('where they do not fit, a part of the next one is seen, and each can still be read', () => {
  for (let room = 420; room < 1_600; room += 7) {
    const width = laneWidth(room, 12);
    if (width === null) continue;
    const seen = room / (width + 8);
    assert(width >= 200, `${room}: ${width}`);
    assert(seen % 1 > 0.3 && seen % 1 < 0.5, `${room}: ${seen} lanes`);
  }
});

test('before the room is known nothing is decided', () => {
  assert.equal(laneWidth(0, 9), null);
  // What stands beside the lanes is taken off a room of nothing.
  assert.equal(laneWidth(-36, 4), null);
});
