import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { LEAST_TOKENS, tokensOf } from '../../domain/fit-brief.ts';
import type { Brief } from '../../domain/brief.ts';
import claim from '../work/claim.ts';
import briefMarkdown from './brief-markdown.ts';
import brief from './brief.ts';
import commitItem from './commit.ts';
import createItem from './create.ts';

const { operator } = await testDatabase();

const long = {
  title: 'Describe every lamp',
  outcome: 'Every lamp is described.',
  priority: 2,
  context: 'A lamp hangs in the hall. '.repeat(2_000),
  criteria: [{ text: 'Every lamp has a line.', check: 'Count them.', required: true }],
};

const make = async () => {
  const item = await operator<{ id: string; version: number }>(createItem, long);
  return operator<{ id: string }>(commitItem, { id: item.id });
};

test('a brief fits the tokens that its reader has, and says what it left out and where that is told', async () => {
  const { id } = await make();
  const whole = await operator<Brief>(brief, { id });
  const fitting = await operator<Brief>(brief, { id, maxTokens: 2_000 });
  assert.deepEqual(whole.omitted, []);
  assert(tokensOf(whole) > 2_000 && tokensOf(fitting) <= 2_000);
  assert.deepEqual(
    fitting.omitted.map(({ part, from }) => [part, from]),
    [['context', 'item.get']],
  );
  assert.deepEqual(fitting.contract.criteria, whole.contract.criteria);
});

test('the brief that comes with a claim fits as well', async () => {
  const { id } = await make();
  const { brief: given } = await operator<{ brief: Brief }>(claim, { item: id, maxTokens: LEAST_TOKENS });
  assert(tokensOf(given) <= LEAST_TOKENS);
});

test('as Markdown, the brief has what others wrote in fences that name it as data', async () => {
  const { id } = await make();
  const { markdown } = await operator<{ markdown: string }>(briefMarkdown, { id, maxTokens: 3_000 });
  assert.match(markdown, /^# GEN-\d+ \(task, revision 1\)\n/);
  assert.match(markdown, /```data criterion\nEvery lamp has a line\.\nChecked by: Count them\.\n```/);
  assert.match(markdown, /## Left out here\n\n- context: about \d+ tokens, see `item\.get`/);
});

test('a brief of what is not here, or of fewer tokens than say anything, is refused', async () => {
  for (const one of [brief, briefMarkdown]) {
    assert.equal((await operator.refused(one, { id: 'GEN-999' })).refused, 'not_found');
    assert.equal((await operator.refused(one, { id: 'GEN-1', maxTokens: 10 })).refused, 'invalid_input');
  }
});
