import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemSummary, Request } from 'coact';
import { loadOf } from './load-of.ts';

const item = (id: string, given: Partial<ItemSummary>) =>
  ({ id, owner: 'ana', state: 'ready', executor: null, ...given }) as ItemSummary;
const request = (id: string, to: Request['to']) => ({ id, to }) as Request;

test('owner and executor each carry their own part of an item, and ended work weighs on nobody', () => {
  const loads = loadOf(
    [item('1', { state: 'active', executor: 'bot' }), item('2', {}), item('3', { state: 'done' })],
    [],
  );
  assert.deepEqual(
    [...loads].map(([id, { owned, running }]) => [id, owned.length, running.length]),
    [
      ['ana', 2, 0],
      ['bot', 0, 1],
    ],
  );
});

test('a request weighs on the person it names, not on everybody whom a role or a team names', () => {
  const loads = loadOf(
    [],
    [[request('1', { participant: 'ana' }), request('2', { role: 'admin' })], [request('3', { team: 'ops' })]],
  );
  assert.deepEqual(
    [...loads].map(([id, { asked }]) => [id, asked.length]),
    [['ana', 1]],
  );
});
