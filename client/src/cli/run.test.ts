import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fakeTerminal } from '../../test/fake-terminal.ts';
import { httpServer, json, type Seen } from '../../test/http-server.ts';
import { run } from './run.ts';

/** Runs a command line against a server that gives these answers, and tells all that can be seen from outside. */
async function coact(t: TestContext, args: string[], answer: (request: Seen, response: ServerResponse) => void) {
  const { url, seen } = await httpServer(t, answer);
  const { terminal, written } = fakeTerminal();
  const env = { COACT_URL: url, COACT_TOKEN: 'secret', COACT_RETRY_SECONDS: '0' };
  const code = await run({
    args,
    env,
    terminal,
    signal: new AbortController().signal,
    now: () => Date.parse('2026-01-08T09:00:00Z'),
  });
  return {
    code,
    ...written,
    seen: seen.map(({ method, url: path, body }) => `${method} ${path}${body && ` ${body}`}`),
  };
}
const nothing = (_: Seen, response: ServerResponse) => json(response, 200, { items: [], next: null });
const refuse = (status: number, problem: Record<string, unknown>) => (_: Seen, response: ServerResponse) =>
  json(response, status, problem);

test('options become the fields of an operation, dotted ones lead into objects, and one needed text may stand alone', async (t) => {
  const args = [
    'item',
    'create',
    'Renew',
    'it',
    '--team',
    'OPS',
    '--priority',
    '1',
    '--no-reversible',
    '--scope.included',
    'a',
    '--scope.included',
    'b',
    '--criteria',
    'It works',
  ];
  const { code, seen, out } = await coact(t, args, (_, response) =>
    json(response, 201, { key: 'OPS-1', title: 'Renew it', state: 'draft' }),
  );
  const body = {
    title: 'Renew it',
    team: 'OPS',
    priority: 1,
    reversible: false,
    scope: { included: ['a', 'b'] },
    criteria: [{ text: 'It works' }],
  };
  assert.equal(code, 0);
  const [line, sent] = seen[0]?.split(/ (?=\{)/) ?? [];
  assert.deepEqual([line, JSON.parse(sent ?? '')], ['POST /v1/items', body]);
  assert.equal(out, 'OPS-1  Renew it\nState  draft\n');
});

test('--from reads the fields from a file, and options go before it', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'coact-from-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'item.json');
  await writeFile(file, '{"title":"One","risk":"low"}');
  const { seen } = await coact(t, ['item', 'create', '--from', file, '--risk', 'high'], (_, response) =>
    json(response, 201, {}),
  );
  assert.deepEqual(seen, ['POST /v1/items {"title":"One","risk":"high"}']);
});

test('an edit without a version reads the current one first', async (t) => {
  const { seen, code } = await coact(t, ['item', 'update', 'OPS-1', '--title', 'New'], (_, response) =>
    json(response, 200, { key: 'OPS-1', title: 'New', version: 7 }),
  );
  assert.equal(code, 0);
  assert.deepEqual(seen, ['GET /v1/items/OPS-1', 'PATCH /v1/items/OPS-1 {"title":"New"}']);
});

test('a list is a table for people and JSON for programs', async (t) => {
  const items = [
    {
      id: 'i1',
      key: 'OPS-1',
      title: 'Renew \x1b[31mit',
      state: 'ready',
      priority: 1,
      due: '2026-01-07T09:00:00Z',
      overdue: true,
      createdAt: '2026-01-05T09:00:00Z',
    },
  ];
  const answer = (_: Seen, response: ServerResponse) => json(response, 200, { items, next: 'c2' });
  const people = await coact(t, ['item', 'list'], answer);
  assert.deepEqual(people.out.split('\n').slice(0, 2), [
    'Key    State  Priority  Title         Due  Age',
    'OPS-1  ready  high      Renew [31mit  1 d  3 d',
  ]);
  assert.match(people.out, /--cursor c2/);
  const programs = await coact(t, ['item', 'list', '--json'], answer);
  assert.deepEqual(JSON.parse(programs.out), { items, next: 'c2' });
});

test('a refusal is a sentence, its facts and a hint, and the exit code tells its kind', async (t) => {
  const missing = [{ part: 'outcome', hint: 'Say what will be true.' }];
  const refused = await coact(
    t,
    ['item', 'commit', 'OPS-1'],
    refuse(409, { code: 'not_ready', title: 'Not clear enough', detail: 'long', hint: 'Supply it.', missing }),
  );
  assert.deepEqual(
    [refused.code, refused.out, refused.err],
    [1, '', 'coact: Not clear enough.\n  outcome: Say what will be true.\n  Supply it.\n'],
  );
  const codes = {
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not_found',
    409: 'already_claimed',
    503: 'busy',
    500: 'internal',
  };
  const ends = await Promise.all(
    Object.entries(codes).map(([status, code]) =>
      coact(t, ['item', 'get', 'OPS-1'], refuse(Number(status), { code, title: code })),
    ),
  );
  assert.deepEqual(
    ends.map(({ code }) => code),
    [3, 3, 6, 5, 70, 4],
  );
});

test('with --json a refusal is JSON, too', async (t) => {
  const { err } = await coact(
    t,
    ['item', 'get', 'OPS-1', '--json'],
    refuse(404, { code: 'not_found', title: 'No', status: 404, item: 'OPS-1' }),
  );
  assert.partialDeepStrictEqual(JSON.parse(err), { code: 'not_found', status: 404, item: 'OPS-1' });
});

test('a command that is not understood ends with 2, says what is wrong and where to read on, and asks nothing', async (t) => {
  const wrong: [string[], RegExp][] = [
    [['itme'], /Unknown command 'itme'[^]*Did you mean item[^]*`coact --help`/],
    [['item', 'crate'], /Unknown command 'crate'[^]*Did you mean create[^]*`coact item --help`/],
    [['item', 'create'], /--title[^]*coact item create --help/],
    [['item', 'create', 'x', '--risk', 'huge'], /Allowed: low, medium, high, critical/],
    [['item', 'create', 'x', '--colour', 'red'], /Unknown option '--colour'[^]*`coact item create --help`/],
    [['item', 'get'], /Missing required argument 'id'/],
    [['item', 'create', '--from', '/nowhere.json'], /cannot be read/],
    [['help', 'itme'], /There is no command "itme"/],
  ];
  for (const [args, message] of wrong) {
    const { code, err, seen, out } = await coact(t, args, nothing);
    assert.deepEqual([code, seen, out], [2, [], ''], args.join(' '));
    assert.match(err, message);
  }
});

test('help and version go to the standard output and end with 0', async (t) => {
  for (const args of [
    ['--help'],
    ['help'],
    ['item'],
    ['item', '--help'],
    ['help', 'item', 'create'],
    ['help', 'exit-codes'],
    ['--version'],
  ]) {
    const { code, err, out } = await coact(t, args, nothing);
    assert.deepEqual([code, err], [0, ''], args.join(' '));
    assert.notEqual(out, '', args.join(' '));
  }
});

test('an answer that is empty is said so', async (t) => {
  const { out, code } = await coact(t, ['work', 'claim'], (_, response) => void response.writeHead(204).end());
  assert.deepEqual([code, out], [0, 'Nothing is claimable now.\n']);
});
