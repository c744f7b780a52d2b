import assert from 'node:assert/strict';
import { test } from 'node:test';
import createParticipant from '../operations/participant/create.ts';
import createToken from '../operations/token/create.ts';
import { testApp } from '../../test/app.ts';
import { claimItem, readyItem } from '../../test/world.ts';

const app = await testApp();

const rule = { id: 'r', when: { action: 'item.reopen' }, then: 'forbid', because: 'It is so.' };
const put = (headers: Record<string, string>) =>
  app.send('/v1/policy', { method: 'PUT', headers, json: { rules: [rule] } });

test('whoever changes the rules says which version they change', async () => {
  assert.equal((await put({})).status, 428);
  const none = await app.send('/v1/policy');
  assert.deepEqual([none.status, none.headers.etag], [200, '"0"']);
  assert.equal((await put({ 'if-match': '"0"' })).status, 200);
  assert.equal((await put({ 'if-match': '"0"' })).status, 412);
  assert.equal((await app.send('/v1/policy')).headers.etag, '"1"');
});

test('an act that waits for approval is answered with 202 and the request, as the document says of every command', async () => {
  const bot = await app.operator(createParticipant, { kind: 'agent', name: 'bot' });
  const { token } = await app.operator<{ token: string }>(createToken, { id: bot.id, name: 'bot' });
  const item = await readyItem(app.operator, { labels: ['external'] });
  const { run } = await claimItem(app.as('bot'), item);
  const evidence = item.criteria.map(({ id }) => ({ criterion: id, text: 'seen' }));
  const json = { fence: run.fence, summary: 'Done.', evidence };
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'once' };
  const deliver = () => app.send(`/v1/runs/${run.id}/deliver`, { method: 'POST', headers, json });
  const [first, again] = [await deliver(), await deliver()];
  assert.deepEqual([first.status, first.json['held']], [202, true]);
  assert.deepEqual([again.status, again.body, again.headers['idempotency-replayed']], [202, first.body, 'true']);

  const document = (await app.send('/openapi.json')).json as {
    paths: Record<string, Record<string, { responses: object }>>;
  };
  const { responses } = document.paths['/v1/runs/{id}/deliver']?.['post'] ?? { responses: {} };
  assert.match(JSON.stringify((responses as Record<string, unknown>)['202']), /schemas\/Held/);
});
