import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { dataDirectory, findServer } from './find-server.ts';

const made: string[] = [];
after(() => Promise.all(made.map((directory) => rm(directory, { recursive: true, force: true }))));

async function directoryWith(content?: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'coact-find-'));
  made.push(directory);
  if (content !== undefined) await writeFile(join(directory, 'operator.json'), content);
  return directory;
}
const operator = JSON.stringify({ url: 'http://127.0.0.1:4180', token: 'operator' });

test('a server on this machine is found by the file that it leaves', async () => {
  const directory = await directoryWith(operator);
  const { url, token, foundBy } = await findServer({ COACT_DATA_DIR: directory });
  assert.deepEqual(
    { url, token, foundBy },
    { url: 'http://127.0.0.1:4180', token: 'operator', foundBy: join(directory, 'operator.json') },
  );
});

test('COACT_URL and COACT_TOKEN go before the file; its token is given to its own server only', async () => {
  const COACT_DATA_DIR = await directoryWith(operator);
  const found = async (env: Record<string, string>) => {
    const { url, token } = await findServer({ COACT_DATA_DIR, ...env });
    return [url, token];
  };
  assert.deepEqual(await found({ COACT_URL: 'https://else.example', COACT_TOKEN: 't' }), ['https://else.example', 't']);
  assert.deepEqual(await found({ COACT_URL: 'https://else.example' }), ['https://else.example', undefined]);
  assert.deepEqual(await found({ COACT_URL: 'http://127.0.0.1:4180/' }), ['http://127.0.0.1:4180/', 'operator']);
  assert.deepEqual(await found({ COACT_TOKEN: 't' }), ['http://127.0.0.1:4180', 't']);
});

test('whoever has no server is told how to get one', async () => {
  const empty = await directoryWith();
  await assert.rejects(findServer({ COACT_DATA_DIR: empty }), {
    message: 'No server found.',
    hint: /npm start/,
    exit: 'unreachable',
  });
  await assert.rejects(findServer({ COACT_DATA_DIR: await directoryWith('{') }), {
    message: /is damaged/,
    exit: 'unreachable',
  });
  await assert.rejects(findServer({ COACT_DATA_DIR: empty, COACT_URL: 'localhost' }), {
    message: /no web address/,
    exit: 'usage',
  });
});

test('the data directory is chosen as the server chooses it', () => {
  assert.equal(dataDirectory({}, 0), '/var/lib/coact');
  assert.equal(dataDirectory({ HOME: '/home/ana' }, 1000), '/home/ana/.local/share/coact');
  assert.equal(dataDirectory({ HOME: '/home/ana', XDG_DATA_HOME: '/data' }, 1000), '/data/coact');
  assert.equal(dataDirectory({ HOME: '/home/ana', XDG_DATA_HOME: 'relative' }, 1000), '/home/ana/.local/share/coact');
});
