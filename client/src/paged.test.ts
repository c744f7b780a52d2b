import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpServer, json } from '../test/http-server.ts';
import { connect, paged } from './index.ts';

test('a list is read page after page, until the last', async (t) => {
  const pages: Record<string, unknown> = {
    '/v1/items?limit=2': { items: [{ key: 'OPS-1' }, { key: 'OPS-2' }], next: 'c2' },
    '/v1/items?limit=2&cursor=c2': { items: [{ key: 'OPS-3' }], next: null },
  };
  const { url } = await httpServer(t, ({ url: path }, response) => json(response, 200, pages[path]));
  const keys = [];
  for await (const { key } of paged(connect({ url }).item.list, { limit: 2 })) keys.push(key);
  assert.deepEqual(keys, ['OPS-1', 'OPS-2', 'OPS-3']);
});
