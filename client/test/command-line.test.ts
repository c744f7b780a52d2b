import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { connect } from '../src/index.ts';

/** The command line as a user has it: its own process, against a server of its own. */

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
let folder = '';
let server: ReturnType<typeof spawn>;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coact-cli-'));
  // As root the database runs as another account, which has to pass here.
  await chmod(folder, 0o711);
  const env = { ...process.env, COACT_DATA_DIR: join(folder, 'data'), COACT_PORT: '0', COACT_LOG_LEVEL: 'error' };
  server = spawn(process.execPath, [at('../../server/src/main.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  assert(server.stdout);
  for await (const chunk of server.stdout) if (String(chunk).includes('Coact is at')) break;
});

after(async () => {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  await rm(folder, { recursive: true, force: true });
});

type Ended = { code: number | null; out: string; err: string };

async function coact(args: string[], { token, input }: { token?: string; input?: string } = {}): Promise<Ended> {
  const { COACT_URL: _, COACT_TOKEN: __, ...own } = process.env;
  const env = {
    ...own,
    COACT_DATA_DIR: join(folder, 'data'),
    XDG_STATE_HOME: folder,
    ...(token && { COACT_TOKEN: token }),
  };
  const child = spawn(process.execPath, [at('../src/cli/main.ts'), ...args], { env, stdio: 'pipe' });
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: Number(code), out, err };
}

async function answer<Body = Record<string, unknown>>(
  args: string[],
  options: { token?: string; input?: string } = {},
): Promise<Body> {
  const { code, out, err } = await coact([...args, '--json'], options);
  assert.equal(code, 0, `coact ${args.join(' ')}: ${err}`);
  return JSON.parse(out);
}

const operator = async (): Promise<{ url: string; token: string }> =>
  JSON.parse(await readFile(join(folder, 'data', 'operator.json'), 'utf8'));

test('from a draft to accepted work, by commands alone', async () => {
  const { code, out } = await coact(['item', 'create', 'Renew the certificate']);
  assert.equal(code, 0);
  assert.match(out, /^GEN-1 {2}Renew the certificate\n/);

  const refused = await coact(['item', 'commit', 'GEN-1']);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /outcome: Say what will be true/);

  const contract = JSON.stringify({
    outcome: 'Customers keep a valid connection.',
    criteria: [{ text: 'It is served' }],
  });
  assert.equal(
    (await coact(['item', 'update', 'GEN-1', '--from', '-', '--priority', 'high'], { input: contract })).code,
    0,
  );
  assert.equal((await coact(['item', 'commit', 'GEN-1'])).code, 0);

  await answer(['participant', 'create', 'cert-bot', '--kind', 'agent']);
  const { token } = await answer(['token', 'create', 'cert-bot', 'laptop']);
  const { run } = await answer<{ run: { id: string; fence: number } }>(['work', 'claim', '--lease', '600'], {
    token: String(token),
  });
  const taken = await coact(['work', 'claim', '--item', 'GEN-1']);
  assert.equal(taken.code, 5);
  assert.match(taken.err, /By: cert-bot/);

  const deliver = [
    'run',
    'deliver',
    run.id,
    'Served everywhere',
    '--fence',
    String(run.fence),
    '--evidence',
    'criterion=c1,text=openssl shows it',
  ];
  await answer(deliver, { token: String(token) });
  assert.match((await coact([])).out, /Needs you\nKind +Text[^]*review +Verify GEN-1: Renew the certificate/);

  const { items } = await answer<{ items: { id: string }[] }>(['inbox']);
  await answer(['request', 'respond', items[0]?.id ?? '', '--verdicts', 'criterion=c1,verdict=pass']);
  assert.equal((await answer(['item', 'get', 'GEN-1']))['state'], 'done');
  assert.match((await coact(['item', 'history', 'GEN-1'])).out, /cert-bot delivered GEN-1: Served everywhere/);
});

test('a backlog is imported once, and what each draft lacks is said', async () => {
  const file = join(folder, 'issues.jsonl');
  const issue = {
    id: 'bd-1',
    title: 'Rotate the keys',
    status: 'open',
    priority: 1,
    issue_type: 'task',
    created_at: '2026-01-05T09:00:00Z',
    updated_at: '2026-01-05T09:00:00Z',
  };
  await writeFile(file, `${JSON.stringify(issue)}\n`);
  assert.match((await coact(['import', 'beads', file, '--dry-run'])).out, /^Would import 1 item from beads/);
  const first = await coact(['import', 'beads', file]);
  assert.match(first.out, /^Imported 1 item from beads for team GEN[^]*bd-1 +Rotate the keys +outcome, criteria/);
  assert.match((await coact(['import', 'beads', file])).out, /^Imported 0 items[^]*1 is here from an earlier import/);
  await writeFile(file, 'no JSON\n');
  const broken = await coact(['import', 'beads', file]);
  assert.equal(broken.code, 2);
  assert.match(broken.err, /^coact: Nothing was imported\. There is one problem/);
});

test('a doctor who is asked at a healthy server finds nothing that fails', async () => {
  const { out, code } = await coact(['doctor']);
  assert.equal(code, 0, out);
  assert.match(out, /ok +Token +valid: Operator/);
});

test('a token that is wrong is told from a server that is away, by the exit code', async () => {
  assert.equal((await coact(['me'], { token: 'wrong' })).code, 3);
  const child = await coact(['doctor'], { token: 'wrong' });
  assert.equal(child.code, 1);
  assert.match(child.out, /fail +Token/);
});

test('the live feed hands over what happens, from where it is asked to begin', async () => {
  const client = connect(await operator());
  const types = [];
  for await (const { type, position } of client.events({ after: 0 })) {
    types.push(type);
    if (position === 3) break;
  }
  assert.equal(types.length, 3);
  const following = client.events();
  const next = following.next();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const { key } = await client.item.create({ title: 'Seen at once' });
  const { value } = await next;
  assert.equal(value?.item?.key, key);
  await following.return();
});
