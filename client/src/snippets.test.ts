import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environmentOf, snippetOf, ways } from './snippets.ts';

const secret = { url: 'http://127.0.0.1:4180', token: 'coact_secret' };

test('the token stands in the environment alone, not in what is pasted after it', () => {
  assert.match(
    environmentOf(secret),
    /^export COACT_URL=http:\/\/127\.0\.0\.1:4180\nexport COACT_TOKEN=coact_secret\n$/,
  );
  for (const way of ways)
    assert.doesNotMatch(JSON.stringify(snippetOf(way, { agent: 'bot', isWorkReady: true })), /coact_secret/);
});

test('the first lines run as they stand, and write a draft where nothing can be claimed yet', () => {
  for (const way of ways) {
    const [ready, empty] = [true, false].map((isWorkReady) => snippetOf(way, { agent: 'bot', isWorkReady }).first);
    assert.doesNotMatch(`${ready}${empty}`, /RUN|FENCE|KEY/);
    // Who is sent work takes none, and who orders it leaves a draft in any case.
    if (way === 'webhook') continue;
    assert.match(empty ?? '', /Hello from bot/);
    if (way !== 'a2a') assert.match(ready ?? '', /claim/i);
  }
});

test('a name with quotes cannot end the text around it', () => {
  const agent = `it's "$(rm)" \`x\``;
  const first = (way: (typeof ways)[number]) => snippetOf(way, { agent, isWorkReady: false }).first;
  assert.match(first('curl'), /-d '\{"title":"Hello from its \(rm\) x"\}'/);
  for (const way of ['command', 'runner'] as const) assert.match(first(way), /--title "Hello from its \(rm\) x"/);
  assert.match(first('a2a'), /"text":"Hello from its \(rm\) x"/);
  assert.match(first('webhook'), /--participant "its \(rm\) x"/);
});
