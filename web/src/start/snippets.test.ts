import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environmentOf, snippetOf, ways } from './snippets.ts';

const secret = { url: 'http://127.0.0.1:4180', token: 'coact_secret' };

test('the token stands in the environment alone, not in what is pasted into programs', () => {
  assert.match(
    environmentOf(secret),
    /^export COACT_URL=http:\/\/127\.0\.0\.1:4180\nexport COACT_TOKEN=coact_secret\n$/,
  );
  for (const way of ways)
    assert.doesNotMatch(JSON.stringify(snippetOf(way, { agent: 'bot', isWorkReady: true })), /coact_secret/);
});

test('the first lines run as they stand, and write a draft where nothing can be claimed yet', () => {
  for (const way of ways) {
    assert.doesNotMatch(snippetOf(way, { agent: 'bot', isWorkReady: true }).first, /RUN|FENCE/);
    assert.match(snippetOf(way, { agent: 'bot', isWorkReady: true }).first, /claim/);
    assert.match(snippetOf(way, { agent: 'bot', isWorkReady: false }).first, /Hello from bot/);
  }
});

test('a name with quotes cannot end the text around it', () => {
  const agent = `it's "$(rm)" \`x\``;
  assert.match(snippetOf('curl', { agent, isWorkReady: false }).first, /-d '\{"title":"Hello from its \(rm\) x"\}'/);
  assert.match(snippetOf('command', { agent, isWorkReady: false }).first, /--title "Hello from its \(rm\) x"/);
});
