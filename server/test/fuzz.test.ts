import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Document, type FuzzRequest, type Known, arbitraryRequest } from './arbitrary-request.ts';
import { type Received, type TestApp, testApp } from './app.ts';

/** `npm test` sends 2,000 generated requests, `npm run fuzz` 20,000. */
const RUNS = Number(process.env['COACT_FUZZ_RUNS'] ?? 2_000);
const PATIENCE_MS = 10_000;

test(
  'whatever is sent gets a declared answer: no error of ours, no hang, no surprise',
  { timeout: 1_800_000 },
  async () => {
    const app = await testApp();
    const document = (await app.send('/openapi.json')).json as unknown as Document;
    const known = await fill(app);
    const wanted = arbitraryRequest(document, known);
    const statuses = new Map<number, number>();
    const property = fc.asyncProperty(wanted, async (request) => {
      // A stream answers for ever; it has tests of its own.
      if (request.operationId === 'event.stream') return;
      const answer = await within(
        app.send(request.path, {
          method: request.method.toUpperCase(),
          headers: request.headers,
          ...(request.body !== undefined && { body: request.body }),
        }),
        request,
      );
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      judge(document, request, answer, app);
    });
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
    console.log(
      `answers by status: ${JSON.stringify(Object.fromEntries([...statuses].toSorted(([a], [b]) => a - b)))}`,
    );
    assert(
      [...statuses.keys()].some((status) => status < 300),
      'none of the requests was right: the generator is at fault',
    );
  },
);

test('an answer that the document does not declare is found', () => {
  const document: Document = {
    paths: { '/v1/x': { get: { operationId: 'x.get', responses: { 200: {} } } } },
    components: {},
  };
  const request = { operationId: 'x.get', method: 'get', path: '/v1/x', headers: {}, body: undefined };
  const answer = (status: number): Received => ({
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: '',
    json: { status },
  });
  assert.throws(() => judge(document, request, answer(409), { logged: [] }), /409 is not declared/);
  assert.throws(() => judge(document, request, answer(500), { logged: [] }), /500/);
});

/** Something of everything, so that requests hit as well as miss. */
async function fill(app: TestApp): Promise<Known> {
  const post = async (path: string, json: object) => (await app.send(path, { method: 'POST', json })).json;
  const clear = { outcome: 'It is done.', criteria: [{ text: 'It is done' }], priority: 1 };
  const items = [];
  for (let i = 0; i < 8; i += 1) items.push(await post('/v1/items', { title: `Item ${i}`, ...(i % 2 === 0 && clear) }));
  for (const item of items) await post(`/v1/items/${String(item['id'])}/commit`, {});
  const agent = await post('/v1/participants', { kind: 'agent', name: 'fuzzed' });
  const claim = await post('/v1/work/claim', {});
  const request = await post('/v1/requests', { kind: 'question', item: items[0]?.['id'], text: 'Which?' });
  const team = await post('/v1/teams', { name: 'Fuzz', key: 'FUZ' });
  const view = await post('/v1/views', { name: 'Fuzz', layout: 'list' });
  const run = (claim['run'] as { id?: string } | undefined)?.id;
  assert(run, `nothing could be claimed: ${JSON.stringify(claim)}`);
  return {
    items: items.flatMap(({ id, key }) => [String(id), String(key)]),
    participants: [String(agent['id'])],
    runs: [run],
    requests: [String(request['id'])],
    teams: [String(team['id']), 'FUZ', 'GEN'],
    views: [String(view['id'])],
  };
}

function within(answer: Promise<Received>, request: FuzzRequest): Promise<Received> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${PATIENCE_MS} ms: ${JSON.stringify(request)}`)),
      PATIENCE_MS,
    );
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function judge(
  document: Document,
  request: FuzzRequest,
  { status, headers, body, json }: Received,
  { logged }: Pick<TestApp, 'logged'>,
): void {
  const told = `${request.method} ${request.path} ${request.body ?? ''} → ${status} ${body.slice(0, 500)}`;
  assert(status < 500, `${told}\n${logged.at(-1) ?? ''}`);
  const path = Object.entries(document.paths).find(([, methods]) =>
    Object.values(methods).some(({ operationId }) => operationId === request.operationId),
  );
  const declared =
    Object.values(path?.[1] ?? {}).find(({ operationId }) => operationId === request.operationId)?.responses ?? {};
  const general = [400, 404, 405].includes(status) || request.operationId === '';
  assert(String(status) in declared || general, `${status} is not declared by ${request.operationId}: ${told}`);
  if (status < 400) return;
  assert.match(headers['content-type'] ?? '', /^application\/problem\+json/, told);
  assert.equal(json['status'], status, told);
  for (const field of ['code', 'title', 'detail', 'hint']) assert(json[field], `no ${field}: ${told}`);
}
