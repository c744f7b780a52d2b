import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectral, { type RulesetDefinition } from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';
import { z } from 'zod';
import { refusals } from '../domain/refusals.ts';
import { operations } from '../operations/registry.ts';
import { openApiDocument } from './openapi.ts';

const document = openApiDocument(operations, { version: '1.0.0', publicUrl: 'http://127.0.0.1:4180' });
const source = JSON.stringify(document);
const doors = operations.filter(({ internal }) => !internal);
type Entry = {
  operationId: string;
  parameters?: { $ref?: string; name?: string }[];
  responses: Record<string, unknown>;
};
const paths = document['paths'] as Record<string, Record<string, Entry>>;
const entryOf = (http: string) => {
  const [method = '', path = ''] = http.split(' ');
  return paths[path]?.[method.toLowerCase()];
};

const redocly = async (text: string) =>
  (
    await lintFromString({
      source: text,
      absoluteRef: 'openapi.json',
      config: await createConfig({ extends: ['recommended-strict'] }),
    })
  ).map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`);

const worth = new Set<number>([0, 1]);

/** Errors (0) and warnings (1). */
async function spectralProblems(text: string): Promise<string[]> {
  const linter = new spectral.Spectral();
  linter.setRuleset({ extends: rulesets.oas as RulesetDefinition });
  const found = await linter.run(text);
  return found
    .filter(({ severity }) => worth.has(severity))
    .map(({ code, message, path }) => `${code}: ${message} ${path.join('/')}`);
}

test('Redocly and Spectral find nothing wrong with the document', async () => {
  assert.deepEqual(await redocly(source), []);
  assert.deepEqual(await spectralProblems(source), []);
});

test('both notice what is wrong in a small document', async () => {
  const few = operations.filter(({ name }) => name === 'item.get' || name === 'work.claim');
  const small = JSON.stringify(openApiDocument(few, { version: '1.0.0', publicUrl: 'http://127.0.0.1:4180' }));
  const unnamed = small.replace('"operationId":"work.claim",', '');
  const unfounded = small.replaceAll('#/components/schemas/Item"', '#/components/schemas/Nothing"');
  assert.match(String(await redocly(unfounded)), /no-unresolved-refs/);
  assert.match(String(await spectralProblems(unnamed)), /operation-operationId/);
});

test('every operation with a door stands in it, with every refusal that it declares', () => {
  for (const { http, name, refuses } of doors) {
    const entry = entryOf(http);
    assert.equal(entry?.operationId, name);
    for (const code of refuses)
      assert.ok(String(refusals[code].status) in entry.responses, `${name} may refuse with ${code}`);
    for (const status of ['400', '403', '500', '503'])
      assert.ok(status in entry.responses, `${name} may answer ${status}`);
  }
  for (const { http, internal } of operations)
    if (internal) assert.equal(entryOf(http), undefined, `${http} has no door`);
});

test('commands say that they take a key, edits that they want a version', () => {
  for (const { http, kind, wantsVersion } of doors) {
    const refs = (entryOf(http)?.parameters ?? []).map(({ $ref }) => $ref?.split('/').at(-1));
    assert.equal(refs.includes('IdempotencyKey'), kind === 'command', http);
    assert.equal(refs.includes('IfMatchRequired'), wantsVersion === true, http);
  }
});

test('every example is what its operation takes and gives', () => {
  for (const { name, input, output, example } of doors) {
    assert.ok(
      input.safeParse(example.input).success,
      `${name}: ${JSON.stringify(input.safeParse(example.input).error?.issues)}`,
    );
    const answered = output?.safeParse(example.output);
    assert.ok(
      output === null ? example.output === null : answered?.success,
      `${name}: ${z.prettifyError(answered?.error ?? new z.ZodError([]))}`,
    );
  }
});

test('the document is the same for the same operations', () => {
  assert.equal(
    JSON.stringify(openApiDocument(operations, { version: '1.0.0', publicUrl: 'http://127.0.0.1:4180' })),
    source,
  );
});
