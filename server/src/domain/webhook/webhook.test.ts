import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { mayEndWorkOf, meaningOf, whetherToPush } from './assignment.ts';
import { explainStatus, judgeAttempt, readRetryAfter } from './attempt.ts';
import { cloudEvent } from './cloud-event.ts';
import { spreadEvidence } from './inbound.ts';
import { matches } from './matches.ts';
import { readGeneric } from './read-generic.ts';
import { keysIn, readGithub } from './read-github.ts';
import { PATIENCE_MS, nextAttempt } from './retry.ts';
import { distrust, isGithubSigned, mintSecret, signedHeaders } from './sign.ts';

const HOUR = 3_600_000;
const unit = fc.double({ min: 0, max: 1, noNaN: true });

test('however the dice fall, a delivery is tried ever less often, for three days to the end, and then given up', () => {
  fc.assert(
    fc.property(fc.array(unit, { minLength: 60, maxLength: 60 }), (dice) => {
      let now = 0;
      const waits: number[] = [];
      for (let attempts = 1; attempts <= dice.length; attempts += 1) {
        const next = nextAttempt({ attempts, firstAt: 0, now, random: dice[attempts - 1] ?? 0 });
        if (next === null) break;
        waits.push(next - now);
        now = next;
      }
      assert.equal(now, PATIENCE_MS, 'the last attempt is at the end of the three days');
      assert.equal(nextAttempt({ attempts: 99, firstAt: 0, now, random: 0 }), null);
      assert(waits.length > 12 && waits.length < 30, String(waits.length));
      assert(waits[0] !== undefined && waits[0] >= 4_000 && waits[0] <= 6_000);
      for (const [i, wait] of waits.slice(1, -1).entries())
        assert(wait >= (waits[i] ?? 0) * 0.66, 'each wait is about as long as the one before, or longer');
      assert(Math.max(...waits) <= 9.6 * HOUR);
    }),
  );
});

test('what failed at one time does not come back at one time', () => {
  const at = (random: number) => nextAttempt({ attempts: 5, firstAt: 0, now: 0, random }) ?? 0;
  assert(at(1) - at(0) > 10 * 60_000);
  assert.equal(at(0.5), 30 * 60_000);
});

test('a receiver that asks to be left alone is, within reason', () => {
  const asked = (ms: number) => nextAttempt({ attempts: 1, firstAt: 0, now: 0, random: 0.5, asked: ms });
  assert.deepEqual([asked(1), asked(60_000), asked(1e12)], [5_000, 60_000, 8 * HOUR]);
  assert.deepEqual([readRetryAfter('120', 0), readRetryAfter('Thu, 01 Jan 1970 00:01:00 GMT', 0)], [120_000, 60_000]);
  assert.deepEqual([readRetryAfter('soon', 0), readRetryAfter(null, 0), readRetryAfter('0', 0)], [null, null, null]);
});

test('only a whole answer that says so is a delivery; gone is gone; all else is tried again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), (status) => {
      const judged = judgeAttempt({ status, error: null });
      assert.equal(judged === 'delivered', status >= 200 && status < 300);
      assert.equal(judged === 'gone', status === 410);
      assert.equal(judged === 'delivered', explainStatus(status) === null);
      assert.equal(judgeAttempt({ status, error: 'cut short' }), 'failed');
    }),
  );
  assert.equal(judgeAttempt({ status: null, error: 'down' }), 'failed');
});

test('a filter lets through what fits every part of it, and one without parts lets through everything', () => {
  const word = fc.constantFrom('a', 'b');
  const fact = fc.record({
    type: fc.constantFrom('item.claimed', 'item.created', 'request.opened'),
    item: fc.option(word),
    team: fc.option(word),
    actor: word,
  });
  const filter = fc.record({
    types: fc.uniqueArray(fc.constantFrom('item.', 'item.claimed', 'request.opened', 'run.')),
    item: fc.option(word),
    team: fc.option(word),
    actor: fc.option(word),
  });
  fc.assert(
    fc.property(filter, fact, (asked, one) => {
      assert(matches({ types: [], item: null, team: null, actor: null }, one));
      const fits = matches(asked, one);
      // Asking for more never lets less through, and narrowing never more.
      if (fits)
        assert(
          matches({ ...asked, types: [...asked.types, 'run.'], ...(asked.types.length === 0 && { types: [] }) }, one),
        );
      for (const part of ['item', 'team', 'actor'] as const) {
        if (fits && asked[part] !== null) assert.equal(asked[part], one[part]);
        if (fits) assert(matches({ ...asked, [part]: null }, one));
      }
    }),
  );
  assert(
    !matches(
      { types: ['item'], item: null, team: null, actor: null },
      { type: 'item.claimed', item: null, team: null, actor: 'a' },
    ),
  );
});

test('a message is signed with every secret that is valid, and taken with any of them, unchanged', () => {
  fc.assert(
    fc.property(fc.string(), fc.uuid(), fc.string({ minLength: 1 }), (words, id, other) => {
      const body = JSON.stringify({ words });
      const [secret, previous, strange] = [mintSecret(), mintSecret(), mintSecret()];
      const headers = signedHeaders([secret, previous], { id, at: Date.now(), body });
      assert.equal(headers['webhook-signature']?.split(' ').length, 2);
      for (const known of [secret, previous]) assert.deepEqual(new Webhook(known).verify(body, headers), { words });
      const timestamp = headers['webhook-timestamp'] ?? '';
      const sent = { id, timestamp, signature: headers['webhook-signature'] ?? '', body };
      for (const known of [[secret], [previous], [strange, secret]]) assert.equal(distrust(known, sent), null);
      assert.equal(distrust([strange], sent), 'unsigned');
      for (const changed of [
        { body: body + other },
        { id: `${id}x` },
        { id: '' },
        { signature: other },
        { timestamp: `${timestamp}.` },
      ])
        assert.equal(distrust([secret], { ...sent, ...changed }), 'unsigned');
    }),
  );
});

test('a message of another hour is refused as stale, however well it is signed', () => {
  const secret = mintSecret();
  for (const at of [Date.now() - 302_000, Date.now() + 302_000]) {
    const headers = signedHeaders([secret], { id: 'one', at, body: '{}' });
    const sent = { id: 'one', body: '{}', signature: headers['webhook-signature'] ?? '' };
    assert.equal(distrust([secret], { ...sent, timestamp: headers['webhook-timestamp'] ?? '' }), 'stale');
  }
});

test('GitHub signs the body alone, in hexadecimal', () => {
  const body = '{"action":"opened"}';
  const signature = `sha256=${createHmac('sha256', 'secret').update(body).digest('hex')}`;
  assert(isGithubSigned(['other', 'secret'], { signature, body }));
  assert(!isGithubSigned(['other'], { signature, body }));
  assert(!isGithubSigned(['secret'], { signature, body: `${body} ` }));
  for (const bad of ['', 'sha256=', 'sha256=zz', signature.slice(7)])
    assert(!isGithubSigned(['secret'], { signature: bad, body }));
});

test('keys of items are found in branches and titles, and nothing else is taken for one', () => {
  assert.deepEqual(keysIn('ana/ops-12-renew_OPS-13'), ['OPS-12', 'OPS-13']);
  assert.deepEqual(keysIn('Renew (OPS-12, WEB-7)'), ['OPS-12', 'WEB-7']);
  assert.deepEqual(keysIn('main x-1 release-2026'), ['RELEASE-2026']);
  assert.deepEqual(keysIn('feature/no-key'), []);
});

test('whatever is sent in either form, it is read or named as wrong; nothing is thrown', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom('issues', 'check_run', 'workflow_run', 'ping', 'x'), (json, event) => {
      for (const told of [readGeneric(json), readGithub(event, json, [])]) assert('issues' in told || 'act' in told);
    }),
  );
});

test('evidence that names no criterion is for all of them; one that names a criterion is for that', () => {
  const criteria = [
    { id: 'c1', text: 'It is served' },
    { id: 'c2', text: 'It is built' },
  ];
  const spread = spreadEvidence(criteria, [
    { text: 'x' },
    { url: 'https://e.com', criterion: 'BUILT' },
    { text: 'y', criterion: 'c1' },
  ]);
  assert.deepEqual(
    spread.map(({ criterion }) => criterion),
    ['c1', 'c2', 'c2', 'c1'],
  );
});

const ready = {
  state: 'ready',
  assignee: 'bot',
  attempts: 0,
  failedBy: [],
  openBlockers: 0,
  blockingRequests: 0,
  executor: null,
  start: null,
};

test('work is pushed when it can begin, waits while it cannot, and is let go when it is no longer theirs', () => {
  const whether = (more: object) => whetherToPush('work.assigned', { ...ready, ...more }, 'bot', 1_000);
  assert.equal(whether({}), 'now');
  for (const more of [{ openBlockers: 1 }, { blockingRequests: 1 }, { start: 2_000 }])
    assert.equal(whether(more), 'later');
  for (const more of [
    { assignee: 'bat' },
    { state: 'draft' },
    { state: 'active' },
    { attempts: 3 },
    { failedBy: ['bot'] },
  ])
    assert.equal(whether(more), 'never');
  assert.equal(whetherToPush('work.returned', { ...ready, state: 'active', executor: 'bot' }, 'bot', 0), 'now');
  assert.equal(whetherToPush('work.returned', { ...ready, executor: 'bat' }, 'bot', 0), 'never');
});

test('facts that may begin work for somebody are told from those that do not', () => {
  const meaning = (type: string, data = {}, actor = 'ana') => meaningOf({ type, actor, data }, 'bot');
  assert.equal(meaning('item.assigned', { assignee: 'bot' }), 'work.assigned');
  assert.equal(meaning('item.assigned', { assignee: 'bat' }), null);
  assert.equal(meaning('item.committed'), 'work.assigned');
  assert.equal(meaning('item.released', {}, 'bot'), null, 'who gives it back is not sent it again');
  assert.equal(meaning('item.returned', { executor: 'bot' }), 'work.returned');
  assert.equal(meaning('request.opened', { kind: 'handoff', to: { participant: 'bot' } }), 'work.offered');
  assert.equal(meaning('request.opened', { kind: 'question', to: { participant: 'bot' } }), null);
  assert.equal(meaning('request.opened', { kind: 'handoff', to: { role: 'admin' } }), null);
  assert.equal(meaning('run.reported'), null);
});

test('who loses work by another’s doing is told, and who lets go by themselves is not', () => {
  const told = (type: string, actor: string) => mayEndWorkOf({ type, actor, data: {} }, 'bot');
  for (const type of ['item.run_stopped', 'item.released', 'item.lost', 'item.taken_over', 'item.cancelled']) {
    assert(told(type, 'ana'), type);
    assert(!told(type, 'bot'), type);
  }
  for (const type of ['item.delivered', 'item.failed', 'item.claimed', 'run.reported'])
    assert(!told(type, 'ana'), type);
});

test('an event says no more than it has: without a subject there is none', () => {
  const told = { id: 'i', type: 'policy.updated', at: '2026-01-05T09:00:00.000Z', data: {} };
  const event = (subject: string | null) =>
    JSON.parse(cloudEvent('https://coact.example.com', { ...told, subject })) as Record<string, unknown>;
  assert(!('subject' in event(null)));
  assert.equal(event('OPS-12')['subject'], 'OPS-12');
});
