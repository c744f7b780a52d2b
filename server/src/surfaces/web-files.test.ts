import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { testApp } from '../../test/app.ts';

const folder = mkdtempSync(join(tmpdir(), 'coact-web-'));
after(() => rmSync(folder, { recursive: true }));
const script = 'console.log("coact");'.repeat(50);
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Coact</title>');
writeFileSync(join(folder, 'assets/app-BkT1x9Qz.js'), script);
writeFileSync(join(folder, 'assets/app-BkT1x9Qz.js.br'), brotliCompressSync(script));
writeFileSync(join(folder, 'assets/app-BkT1x9Qz.js.gz'), gzipSync(script));
const { send } = await testApp({ webFolder: folder });
const get = (path: string, headers: Record<string, string> = {}) =>
  send(path, { headers: { authorization: '', ...headers } });

test('any address that a browser opens gets the app, under a strict policy', async () => {
  for (const path of ['/', '/items/GEN-1', '/inbox']) {
    const { status, headers, body } = await get(path, { accept: 'text/html,*/*' });
    assert.equal(status, 200);
    assert.match(body, /Coact/);
    assert.equal(headers['cache-control'], 'no-cache');
    const policy = String(headers['content-security-policy']);
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ])
      assert.ok(policy.includes(rule), rule);
    assert.deepEqual(
      [headers['x-content-type-options'], headers['referrer-policy'], headers['cross-origin-opener-policy']],
      ['nosniff', 'no-referrer', 'same-origin'],
    );
  }
});

test('the app is not served in place of what does not exist', async () => {
  assert.equal((await get('/assets/gone-12345678.js', { accept: '*/*' })).status, 404);
  assert.equal((await get('/v1/nothing', { accept: 'text/html' })).json['code'], 'not_found');
});

test('assets are compressed, and kept for ever since their names change with them', async () => {
  const path = '/assets/app-BkT1x9Qz.js';
  const plain = await get(path);
  assert.equal(plain.body, script);
  assert.match(String(plain.headers['cache-control']), /immutable/);
  assert.equal(plain.headers.vary, 'Accept-Encoding');
  assert.equal((await get(path, { 'accept-encoding': 'gzip, br' })).headers['content-encoding'], 'br');
  assert.equal((await get(path, { 'accept-encoding': 'gzip, br;q=0' })).headers['content-encoding'], 'gzip');
  assert.equal((await get(path, { 'if-none-match': String(plain.headers.etag) })).status, 304);
  assert.equal(gunzipSync(gzipSync(script)).toString(), script);
});

test('no path leads out of the folder', async () => {
  for (const path of [
    '/../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
    '/index.html%00.js',
  ]) {
    assert.equal((await get(path)).status, 404, path);
  }
});
