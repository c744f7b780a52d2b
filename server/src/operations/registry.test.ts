import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basePolicy } from '../domain/authority.ts';
import { refusals } from '../domain/refusals.ts';
import { whileStopped } from '../domain/stop.ts';
import { operations } from './registry.ts';
import { refuseToBoot } from './refuse-to-boot.ts';

test('the example of every operation is what its own schemas accept', () => {
  for (const { name, input, output, example, maybeEmpty } of operations) {
    const sent = input.strict().safeParse(example.input);
    assert(sent.success, `${name}, input: ${sent.error?.message}`);
    if (output === null) assert.equal(example.output, null, name);
    else if (!(maybeEmpty && example.output === null)) {
      const answer = output.safeParse(example.output);
      assert(answer.success, `${name}, output: ${answer.error?.message}`);
      assert.deepEqual(
        JSON.parse(JSON.stringify(example.output)),
        JSON.parse(JSON.stringify(answer.data)),
        `${name}: the example has fields that the schema does not know`,
      );
    }
  }
});

test('every operation says what it does in one sentence, who may, and how it may be refused', () => {
  for (const { name, summary, needs, refuses, http } of operations) {
    assert.match(name, /^[a-z_]+\.[a-z_]+$/, name);
    assert.match(summary, /^[A-Z].*\.$/, name);
    assert(needs.action in basePolicy, name);
    assert.equal(new Set(refuses).size, refuses.length, `${name} declares a refusal twice`);
    for (const code of refuses) assert(code in refusals, `${name}: ${code}`);
    const [method = '', path = ''] = http.split(' ');
    assert.match(path, /^\/v1\/[a-z{]/, name);
    if (method === 'GET')
      assert.deepEqual(
        [...path.matchAll(/\{(\w+)\}/g)].filter(([, field]) => !field),
        [],
      );
  }
});

test('every field that stands in an address is a field of the input', () => {
  for (const { name, http, input } of operations) {
    for (const [, field = ''] of http.matchAll(/\{(\w+)\}/g)) assert(field in input.shape, `${name}: ${field}`);
  }
});

/** Queries whose question does not fit into an address, or has no business in one: credentials. */
const longQueries = ['participant.preview_remote', 'request.preview'];

test('a query changes nothing, so it asks by GET, unless it asks too much for an address; a command never does', () => {
  for (const { name, kind, http } of operations)
    assert.equal(kind === 'query', http.startsWith('GET ') || longQueries.includes(name), name);
});

test('every rule of the base policy is somebody’s: an operation asks for it or a decision does', () => {
  const asked = new Set<string>(operations.map(({ needs }) => needs.action));
  const insideDecisions = ['participant.update', 'request.verify'];
  assert.deepEqual(
    Object.keys(basePolicy).filter((action) => !asked.has(action) && !insideDecisions.includes(action)),
    [],
  );
});

test('what a stopped agent is not turned away from are commands that there are, and none that begins a run', () => {
  const commands = operations.filter(({ kind }) => kind === 'command').map(({ name }) => name);
  for (const name of whileStopped) assert(commands.includes(name), name);
  for (const name of ['work.claim', 'item.take_over', 'stop.lift']) assert(!whileStopped.has(name), name);
});

test('a registry with a hole in it does not start', () => {
  const [first] = operations;
  assert(first);
  assert.throws(() => refuseToBoot([first, first]), /defined twice/);
  assert.throws(() => refuseToBoot([{ ...first, summary: 'No sentence' }]), /no sentence/);
  const { decide: _, ...handless } = first;
  assert.throws(() => refuseToBoot([handless]), /no load or no decide/);
});
