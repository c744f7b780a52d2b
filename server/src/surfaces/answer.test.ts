import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../test/app.ts';

const { send, url, token } = await testApp();

test('a large answer is compressed for whoever can read that, and for nobody else', async () => {
  for (let i = 0; i < 120; i += 1)
    await send('/v1/items', { method: 'POST', json: { title: `Item ${i}`, outcome: 'Something is as it should be.' } });
  const ask = (encoding: string) =>
    fetch(`${url}/v1/snapshot`, { headers: { authorization: `Bearer ${token}`, 'accept-encoding': encoding } });
  const [plain, small] = [await ask('identity'), await ask('gzip, br')];
  assert.deepEqual(
    [plain, small].map(({ headers }) => headers.get('content-encoding')),
    [null, 'gzip'],
  );
  // The place in the ledger may move on between the two.
  const items = async (answer: Response) => ((await answer.json()) as { items: unknown[] }).items;
  assert.deepEqual(await items(small), await items(plain));
  assert.equal(
    (await send('/v1/me', { headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding'],
    undefined,
  );
});
