import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isKeptBack, numberOptions, optionBy } from './decision.ts';
import { type DecisionEvent, evolveProgress, progressOf, stillToAgree } from './decision-progress.ts';
import { isRefusal } from './refusals.ts';
import { evolveRequest } from './request.ts';
import { commitmentTo } from './sealed-recommendation.ts';

const roles = (agree: string[]) => ({ roles: { recommend: null, agree, perform: null, input: [], decide: null } });
const person = fc.constantFrom('ana', 'ben', 'cleo');
const said: fc.Arbitrary<DecisionEvent> = fc.oneof(
  fc.record({ by: person, agree: fc.boolean() }).map(({ by, agree }) => ({
    type: 'request.agreed' as const,
    data: { id: 'd', by, agree, reason: agree ? null : 'no', dwell: null },
  })),
  fc.record({ by: person }).map(({ by }) => ({
    type: 'request.advised' as const,
    data: { id: 'd', by, input: 'x', dwell: null },
  })),
);

test('whoever said something last has said that once, and nobody who has spoken is waited for', () => {
  fc.assert(
    fc.property(fc.array(said), (events) => {
      const after = progressOf(events.reduce<unknown>((before, event) => evolveProgress(before, event, 0), null));
      const spoke = events
        .filter(({ type }) => type === 'request.agreed')
        .map(({ data }) => ('by' in data ? data.by : ''));
      assert.deepEqual(new Set(after.agreements.map(({ by }) => by)), new Set(spoke));
      assert.equal(after.agreements.length, new Set(spoke).size);
      assert.deepEqual(
        stillToAgree(roles(['ana', 'ben']), after),
        ['ana', 'ben'].filter((id) => !spoke.includes(id)),
      );
    }),
  );
});

test('options are told apart by id and by text', () => {
  const options = numberOptions([{ text: 'a' }, { id: 'b', text: 'o1' }]);
  assert(!isRefusal(options));
  assert.deepEqual(
    options.map(({ id }) => id),
    ['o1', 'b'],
  );
  assert.equal(optionBy(options, 'o1')?.text, 'a', 'an id comes before a text');
  assert.equal(optionBy(options, 'a')?.id, 'o1');
  assert.equal(optionBy(options, 'c'), undefined);
  for (const same of [
    [{ text: 'a' }, { text: 'a' }],
    [
      { id: 'x', text: 'a' },
      { id: 'x', text: 'b' },
    ],
    [{ text: 'a' }, { id: 'o1', text: 'b' }],
  ])
    assert(isRefusal(numberOptions(same)));
});

test('a recommendation that is kept back is in no fact until one reveals it, as it was committed to', () => {
  const salt = 'ab'.repeat(32);
  const recommendation = { option: 'o1', reason: 'It works.', by: 'bot' };
  const body = { recommendation: null, sealed: commitmentTo(recommendation, salt) };
  const asked = { id: 'd', kind: 'decision', from: 'bot', to: { participant: 'ana' }, item: null, run: null } as const;
  const data = { ...asked, blocking: false, due: null, ladder: null, body };
  const opened = evolveRequest(null, { type: 'request.opened', data }, 0);
  const chosen = { id: 'd', by: 'ana', choice: 'o2', reason: null, dwell: null };
  const judged = evolveRequest(
    opened,
    { type: 'request.judged', data: { ...chosen, revealed: { recommendation, salt } } },
    0,
  );
  const voted = evolveRequest(
    opened,
    { type: 'request.voted', data: { ...chosen, awaiting: ['ben'], to: { participant: 'ben' } } },
    0,
  );
  const keptBack = ({ body: { recommendation: shown, sealed } }: typeof opened) =>
    isKeptBack({ recommendation: shown as typeof recommendation | null, sealed: String(sealed) });
  assert.deepEqual([opened, judged, voted].map(keptBack), [true, false, true]);
  assert.deepEqual(judged.body['recommendation'], recommendation);
  assert.notEqual(commitmentTo({ ...recommendation, option: 'o2' }, salt), body.sealed);
  assert.equal(isKeptBack({ recommendation: null, sealed: null }), false, 'there is none');
});
