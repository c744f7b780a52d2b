import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createNarrator } from './narrator.ts';
import { pathOf } from './scene.ts';
import { type Story, tellStory } from './tell-story.ts';

/** Plays it in a folder of its own and gives what was told; it may leave nothing there. */
async function play(t: TestContext, planted: Partial<Story> = {}) {
  const within = await mkdtemp(join(tmpdir(), 'coact-story-test-'));
  t.after(() => rm(within, { recursive: true, force: true }));
  // The database may run as another account, which has to come through.
  await chmod(within, 0o711);
  let text = '';
  const narrator = createNarrator((more) => (text += more), false);
  const told = await tellStory({ narrator, within, signal: t.signal, ...planted });
  assert.deepEqual(await readdir(within), [], 'the temporary folder is removed however the story ends');
  return { told, text };
}

const limit = { timeout: 180_000 };

test('the story holds, from an empty folder to a verified ledger', limit, async (t) => {
  const { told, text } = await play(t);
  assert.deepEqual(told, { holds: true }, text);
  assert.match(text, /refused as stale_fence/);
  assert.match(text, /nothing rewritten/);
});

test('the story fails when an agent delivers without evidence', limit, async (t) => {
  const { told, text } = await play(t, { checker: pathOf('fixtures/careless-agent.mjs') });
  assert.ok(!told.holds, text);
  assert.match(told.step, /asks, and hears the answer/);
  assert.match(told.reason, /required criterion has no evidence/);
});

test('the story fails when a verifier accepts whatever comes', limit, async (t) => {
  const { told, text } = await play(t, {
    firstVerdicts: (criteria) => criteria.map(({ id }) => ({ criterion: id, verdict: 'pass' })),
  });
  assert.ok(!told.holds, text);
  assert.match(told.reason, /is back with whoever did it/);
});

test('the story that is ended early leaves nothing behind', limit, async (t) => {
  const ending = new AbortController();
  setTimeout(() => ending.abort(), 3_000);
  const { told } = await play(t, { signal: ending.signal });
  assert.deepEqual(
    { holds: told.holds, reason: told.holds ? '' : told.reason },
    { holds: false, reason: 'it was ended' },
  );
});
