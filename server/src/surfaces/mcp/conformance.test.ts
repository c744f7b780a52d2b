import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { mcpFixture } from '../../../test/mcp-fixture/mcp-fixture.ts';
import { runConformance } from '../../../test/run-conformance.ts';

const fixture = await testApp({ mcpFixture: mcpFixture() });
const own = await testApp({ trustsAll: true });

/** How many scenarios the suite scores of each revision: a run that skipped some would not show what it claims. */
const scored = { '2025-11-25': 30, '2026-07-28': 37 };
/** What can be asked of any server, without tools and resources of certain names. */
const wire = {
  '2025-11-25': [
    'server-initialize',
    'ping',
    'completion-complete',
    'tools-list',
    'server-sse-multiple-streams',
    'resources-list',
    'prompts-list',
    'dns-rebinding-protection',
    'server-session-lifecycle',
  ],
  '2026-07-28': [
    'completion-complete',
    'tools-list',
    'server-sse-multiple-streams',
    'resources-list',
    'sep-2164-resource-not-found',
    'prompts-list',
    'dns-rebinding-protection',
    'caching',
    'input-required-result-unsupported-methods',
    'http-header-validation',
  ],
};
/** What of `server-stateless` wants tools of certain names, which only the fixture has. */
const wantsFixture = [
  'sep-2575-server-rejects-undeclared-capability',
  'sep-2575-missing-capability-http-400',
  'sep-2575-http-server-no-independent-requests-on-stream',
  'sep-2575-server-no-log-without-loglevel',
];

for (const revision of ['2025-11-25', '2026-07-28'] as const) {
  test(`every scored scenario of ${revision} passes with the suite’s own names on this HTTP stack`, async () => {
    const run = await runConformance({ url: `${fixture.url}/mcp`, revision });
    assert.deepEqual(run.scored.failed, [], run.output);
    assert.equal(run.scored.passed.length, scored[revision]);
    assert.equal(run.code, 0);
  });

  test(`what ${revision} asks of any server passes at the real address`, async () => {
    const run = await runConformance({ url: `${own.url}/mcp`, revision });
    const passed = new Set([...run.scored.passed, ...run.notScored.passed]);
    assert.deepEqual(
      wire[revision].filter((name) => !passed.has(name)),
      [],
      run.output,
    );
    if (revision === '2026-07-28') assert.deepEqual(run.failedChecks('server-stateless'), wantsFixture);
  });
}
