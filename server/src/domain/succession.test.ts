import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from './refusals.ts';
import { type Piece, type Successor, pieceKinds, succeed } from './succession.ts';

const ids = ['a', 'b', 'c', 'd'];
const successor: fc.Arbitrary<Successor> = fc.record({
  id: fc.constantFrom('leaving', 'ana', 'ben'),
  kind: fc.constantFrom('human', 'human', 'human', 'agent', 'system'),
  status: fc.constantFrom('active', 'active', 'active', 'paused', 'retired'),
});
const pieces: fc.Arbitrary<Piece[]> = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom(...pieceKinds),
    id: fc.constantFrom(...ids),
    label: fc.constant(null),
    item: fc.constantFrom(null, ...ids),
    barred: fc.constantFrom(null, 'ana', 'ben'),
  }),
  { selector: ({ id }) => id },
);
const named = fc.dictionary(fc.constantFrom(...ids), successor).map((all) => new Map(Object.entries(all)));

test('every piece goes to exactly one successor, who is human, active and somebody else, or nothing goes to anybody', () => {
  fc.assert(
    fc.property(pieces, named, fc.option(successor), (all, by, general) => {
      const handed = succeed({ leaving: 'leaving', pieces: all, named: by, successor: general });
      if (isRefusal(handed)) {
        assert(Array.isArray(handed['pieces']) && handed['pieces'].length > 0);
        return;
      }
      assert.deepEqual(
        handed.map(({ id }) => id),
        all.map(({ id }) => id),
      );
      const fit = [...by.values(), general].filter(
        (one) => one && one.kind === 'human' && one.status === 'active' && one.id !== 'leaving',
      );
      for (const { to } of handed) assert(fit.some((one) => one?.id === to));
    }),
  );
});

const ana: Successor = { id: 'ana', kind: 'human', status: 'active' };
const piece = (kind: Piece['kind'], id: string, more: Partial<Piece> = {}): Piece => ({
  kind,
  id,
  label: null,
  ...more,
});

test('whoever is named for a piece comes before the successor in general', () => {
  const ben = { ...ana, id: 'ben' };
  const all = [piece('item', 'a'), piece('item', 'b')];
  assert.deepEqual(succeed({ leaving: 'lea', pieces: all, named: new Map([['a', ben]]), successor: ana }), [
    { kind: 'item', id: 'a', label: null, to: 'ben' },
    { kind: 'item', id: 'b', label: null, to: 'ana' },
  ]);
});

test('a request goes with the work that it is about, and never to whoever asks it', () => {
  const ben = { ...ana, id: 'ben' };
  const all = [piece('item', 'a'), piece('request', 'q', { item: 'a', barred: 'ben' })];
  const refused = succeed({ leaving: 'lea', pieces: all, named: new Map([['a', ben]]), successor: ana });
  assert.deepEqual(refused, {
    refused: 'no_successor',
    pieces: [{ kind: 'request', id: 'q', label: null, to: 'ben', problem: 'its successor asks it, or did the work' }],
  });
});

test('a refusal names each piece that lacks a successor and each whose successor may not', () => {
  const bad = new Map<string, Successor>([
    ['b', { id: 'bot', kind: 'agent', status: 'active' }],
    ['c', { ...ana, status: 'paused' }],
    ['d', { ...ana, id: 'lea' }],
  ]);
  const all = [piece('outcome', 'a'), piece('agent', 'b'), piece('team', 'c'), piece('item', 'd')];
  const refused = succeed({ leaving: 'lea', pieces: all, named: bad, successor: null });
  assert(isRefusal(refused));
  assert.deepEqual(
    (refused['pieces'] as { problem: string }[]).map(({ problem }) => problem),
    ['has no successor', 'its successor is not human', 'its successor is paused', 'would stay with whoever leaves'],
  );
});
