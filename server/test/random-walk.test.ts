import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from './check-world.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { randomWalk } from './random-walk.ts';
import { addPeople } from './world.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
});

const expected = [
  'item.claimed',
  'item.delivered',
  'item.cancelled',
  'item.triaged',
  'item.taken_over',
  'item.run_stopped',
  'run.messaged',
  'outcome.created',
  'outcome.measured',
  'dependency.added',
  'request.answered',
  'stop.created',
  'stop.lifted',
  'participant.retired',
];
const STEPS = 1_000;
const general = [
  'forbidden',
  'unauthenticated',
  'not_active',
  'sponsor_away',
  'stopped',
  'key_reused',
  'unavailable',
  'invalid_input',
];

for (const seed of [1, 2, 3, 20_260_105]) {
  test(`whatever people and agents do, the ledger tells exactly what the tables say (seed ${seed})`, async () => {
    const steps = await randomWalk(db, { seed, steps: STEPS });
    for (const { operation, refused, input } of steps.filter((step) => step.refused)) {
      const declared = [...operation.refuses, ...general].includes(refused?.refused ?? '');
      assert(declared, `${operation.name} does not declare ${refused?.refused}: ${JSON.stringify(input)}`);
    }
    const events = await checkWorld(db.database, db.workspace);
    const done = steps.filter(({ refused }) => !refused).length;
    assert(done > 120, `only ${done} of ${STEPS} acts were not refused: the walk shows little`);
    const types = new Set(events.map(({ type }) => type));
    for (const type of expected) assert(types.has(type), `${type} never happened`);
  });
}
