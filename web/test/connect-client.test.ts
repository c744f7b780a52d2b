import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { before, test } from 'node:test';
import { Client, StreamableHTTPClientTransport, UnauthorizedError } from '@modelcontextprotocol/client';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { atEnd } from './at-end.ts';
import { lookOver } from './look-over.ts';
import { oauthKeeper } from './oauth-keeper.ts';
import { account, scrollsSideways } from './set-stage.ts';
import { openStage, skip, type Stage } from './stage.ts';

const says = words.connect;
let stage: Stage;
let callback: string;
/** Where the browser came back to, each time. */
const cameBack: URLSearchParams[] = [];
before(async () => {
  if (skip) return;
  stage = await openStage();
  const server = createServer(({ url = '' }, response) => {
    if (url.startsWith('/callback')) cameBack.push(new URL(url, callback).searchParams);
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Done</title><p>Back in the client.</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  callback = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`;
  atEnd(async () => void server.close());
});

/** The protocol's own client, which knows nothing but the address. */
function makeClient() {
  const { kept, provider: authProvider } = oauthKeeper(callback);
  const transport = () => new StreamableHTTPClientTransport(new URL('/mcp', stage.url), { authProvider });
  const first = transport();
  const make = () => new Client({ name: 'paper-desk', version: '1' });
  return {
    async begin() {
      await assert.rejects(make().connect(first), UnauthorizedError);
      return String(kept.sentTo);
    },
    async finish(params: URLSearchParams) {
      await first.finishAuth(params);
      const client = make();
      await client.connect(transport());
      return client;
    },
  };
}

const arrive = async (page: Page) => {
  await page.getByText('Back in the client.').waitFor();
  const params = cameBack.pop();
  assert(params);
  return params;
};

test(
  'a client sends a person here; they sign in, make an agent for it, and it works as that agent',
  { skip },
  async () => {
    const client = makeClient();
    const page = await stage.open(await client.begin(), { visit: true });
    await page.getByLabel(words.start.signIn.email).fill(account.email);
    await page.getByLabel(words.start.signIn.password).fill(account.password);
    await page.getByRole('button', { name: words.start.signIn.do, exact: true }).click();
    await page.getByRole('heading', { name: says.title('Some client') }).waitFor();
    await page.getByText(new URL(callback).host).waitFor();
    await page.getByLabel(says.newName).fill('desk-bot');
    await page.getByRole('button', { name: says.yes, exact: true }).click();
    const connected = await client.finish(await arrive(page));
    const claimed = await connected.callTool({ name: 'work_claim', arguments: {} });
    assert(!claimed.isError, JSON.stringify(claimed.content));
    const { items } = await stage.owner.participant.list({ kind: 'agent' });
    const agent = items.find(({ name }) => name === 'desk-bot');
    assert(agent);
    const tokens = await stage.owner.token.list({ id: agent.id });
    assert.deepEqual(
      tokens.items.map(({ name, scopes }) => ({ name, scopes })),
      [{ name: 'Some client', scopes: ['work'] }],
    );
    assert.deepEqual(stage.complaints(), []);
  },
);

test(
  'whoever is signed in chooses one of their agents, on a phone as well; a no reaches the client',
  { skip },
  async () => {
    const agent = await stage.hire('filing-bot');
    const client = makeClient();
    const page = await stage.open(await client.begin(), { phone: true });
    await page.getByLabel(says.who).selectOption({ label: 'filing-bot' });
    assert(!(await scrollsSideways(page)));
    assert.deepEqual(await lookOver(page), []);
    await page.getByRole('button', { name: says.yes, exact: true }).click();
    const connected = await client.finish(await arrive(page));
    const seen = await connected.readResource({ uri: 'coact://inbox' });
    assert(seen.contents.length > 0);
    const { items } = await stage.owner.token.list({ id: agent.id });
    assert(items.some(({ name }) => name === 'Some client'));

    const declined = await stage.open(await makeClient().begin());
    await declined.getByRole('button', { name: says.no, exact: true }).click();
    assert.equal((await arrive(declined)).get('error'), 'access_denied');
    assert.deepEqual(stage.complaints(), []);
  },
);

test('a link to a connection that is over, or that began in another browser, says so', { skip }, async () => {
  const page = await stage.open('/connect/nobody-began-this');
  await page.getByRole('heading', { name: says.gone }).waitFor();
});
