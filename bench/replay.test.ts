import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareReplay } from './replay.ts';

const [actor, run, item, event] = ['a', 'b', 'c', 'd'].map(
  (digit) => `0000000${digit}-0000-7000-8000-000000000000`,
) as [string, string, string, string];

test('a replayed call sends its own ids, and what its own rows said, where the recorded one sent its own', () => {
  const recording = {
    setup: [],
    freshIds: [event],
    flights: [
      [{ text: 'read', values: [run], row: { id: item, version: 15_001, key: 'FUEL-100001', title: 'Renew' } }],
      [
        {
          text: 'write',
          values: [
            item,
            15_001,
            [event],
            `{"id":"${event}","by":"${actor}","key":"FUEL-100001","fence":15002}`,
            'Renew',
            7,
          ],
          row: { expect: '' },
        },
      ],
    ],
  };
  const { flights } = prepareReplay(recording, { target: run, actor });
  const call = {
    target: 'its run',
    actor: 'its actor',
    fresh: ['its event'],
    rows: [{ id: 'its item', version: 20_005, key: 'FUEL-200002', title: 'Other' }],
  };
  const sent = flights.map((flight) => flight.map(({ values }) => values.map((value) => value(call))));
  assert.deepEqual(sent, [
    [['its run']],
    [
      [
        'its item',
        20_005,
        ['its event'],
        '{"id":"its event","by":"its actor","key":"FUEL-200002","fence":20006}',
        'Renew',
        7,
      ],
    ],
  ]);
});

test('a word that was looked for is another one in each replayed call', () => {
  const flights = [[{ text: 'read', values: ['ba', 'ba is a word'], row: { id: item } }]];
  const replay = prepareReplay({ setup: [], freshIds: [], flights }, { target: 'ba', actor });
  const call = { target: 'co', actor, fresh: [], rows: [] };
  assert.deepEqual(
    replay.flights[0]?.[0]?.values.map((value) => value(call)),
    ['co', 'ba is a word'],
  );
});
