import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpServer, json } from '../test/http-server.ts';
import { exitCodeOf, exitCodes } from './cli/exit-codes.ts';
import { CoactError, HeldForApproval, connect } from './index.ts';

const request = {
  id: 'q1',
  body: { because: ['It cannot be undone.'], rules: ['irreversible-needs-the-owner'], approvers: ['ana'], held: true },
};

test('an act that waits for approval is not taken for one that has happened', async (t) => {
  const { url, seen } = await httpServer(t, (_, response) => json(response, 202, { held: true, request }));
  const delivering = connect({ url }).run.deliver({ id: 'r1', fence: 1, summary: 'Done.' });
  const error = await delivering.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert(error instanceof HeldForApproval && error instanceof CoactError);
  assert.deepEqual([error.code, error.status, error.retryable, error.request.id], ['held', 202, false, 'q1']);
  assert.deepEqual(error.problem['rules'], ['irreversible-needs-the-owner']);
  assert.equal(seen.length, 1, 'it is not sent again');
  assert.equal(exitCodeOf(error), exitCodes.held.code);
});

test('another answer of that status is an answer like any', async (t) => {
  const { url } = await httpServer(t, (_, response) => json(response, 202, { id: 'i1' }));
  assert.equal((await connect({ url }).item.create({ title: 'x' })).id, 'i1');
});
