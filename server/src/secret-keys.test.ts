import assert from 'node:assert/strict';
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigError, readConfig } from './config.ts';
import { KeyFileError, keepKeyFile, readKeys } from './secret-keys.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');

test('a first start makes a key that this account alone can read, and later starts find it', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'coact-key-')), 'data');
  const [one, other] = await Promise.all([keepKeyFile(folder), keepKeyFile(folder)]);
  assert.deepEqual(one, other, 'two servers that start at once over one folder have one key');
  assert.deepEqual(await keepKeyFile(folder), one);
  assert.equal((await stat(join(folder, 'secret.key'))).mode & 0o777, 0o600);
  assert.equal((await readFile(join(folder, 'secret.key'), 'utf8')).trim(), one[0]?.toString('base64'));
});

test('a file with several keys gives them in its order; one that holds no key is refused by its name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'coact-key-'));
  const other = Buffer.alloc(32, 9).toString('base64');
  await writeFile(join(folder, 'secret.key'), `${KEY}\n${other}\n\n`);
  assert.deepEqual(
    (await keepKeyFile(folder)).map((key) => key.toString('base64')),
    [KEY, other],
  );
  for (const text of ['', 'short', `${KEY}\nshort`]) {
    await writeFile(join(folder, 'secret.key'), text);
    await assert.rejects(
      keepKeyFile(folder),
      (error) => error instanceof KeyFileError && /secret\.key/.test(error.message),
    );
  }
});

test('keys in the environment are 32 bytes in base64; anything else is refused at the start', () => {
  const keysOf = (text: string) => readConfig({ COACT_DATA_DIR: '/data', COACT_SECRET_KEY: text }, 1000).secretKeys;
  assert.equal(keysOf(''), null);
  assert.deepEqual(keysOf(`${KEY}, ${KEY}`), readKeys([KEY, KEY]));
  for (const text of [
    'x',
    `${KEY},`,
    `${KEY}AAAA`,
    Buffer.alloc(16).toString('base64'),
    'a password of thirty-two letters',
  ])
    assert.throws(
      () => keysOf(text),
      (error) => error instanceof ConfigError && error.message.startsWith('COACT_SECRET_KEY is not a key of 32 bytes'),
      text,
    );
});
