import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBeads } from './beads.ts';
import { decodeText } from './decode-text.ts';
import { ImportError } from './import-error.ts';

const refusal = (read: () => unknown): ImportError => {
  try {
    read();
  } catch (error) {
    assert(error instanceof ImportError);
    return error;
  }
  return assert.fail('It was taken.');
};
const refused = (text: string) => refusal(() => parseBeads(text)).problems;
const wrong = (fields: object) => {
  const problems = refused(JSON.stringify({ id: 'bd-1', title: 'A', ...fields }));
  assert(problems.every(({ line }) => line === 1));
  return problems.map(({ problem }) => problem).join('\n');
};

test('all malformed lines are named together, by number, and nothing is imported', () => {
  const text = [
    '{"id":"a","title":"A"}',
    '{"id":',
    '',
    '[]',
    '{"title":"no id"}',
    '{"id":"a","title":"again"}',
    '<<<<<<< HEAD',
  ];
  const error = refusal(() => parseBeads(text.join('\n')));
  assert.deepEqual(
    error.problems.map(({ line }) => line),
    [2, 4, 5, 6, 7],
  );
  assert.equal(error.line, 2);
  const [notJson, noObject, noId, double, conflict] = error.problems.map(({ problem }) => problem);
  assert.match(notJson ?? '', /no valid JSON .* export again or correct it/);
  assert.match(noObject ?? '', /no JSON object: each line must be one issue/);
  assert.match(noId ?? '', /`id` is missing/);
  assert.match(double ?? '', /"a" is already that of line 1: remove one/);
  assert.match(conflict ?? '', /Git merge conflict/);
  assert.match(error.message, /^Nothing was imported\. There are 5 problems to mend first:\nline 2: /);
});

test('a field of the wrong type is named', () => {
  assert.match(wrong({ title: 5 }), /`title` must be text, not 5/);
  assert.match(wrong({ title: ' ' }), /`title` is missing/);
  assert.match(wrong({ description: ['x'] }), /`description` must be text, not \["x"\]/);
  assert.match(wrong({ status: {} }), /`status` must be text/);
  for (const priority of [5, -1, 1.5, '1', true])
    assert.match(wrong({ priority }), /`priority` must be a whole number/);
  for (const labels of ['x', [1], {}]) assert.match(wrong({ labels }), /`labels` must be a list of texts/);
  for (const comments of ['x', [1], {}]) assert.match(wrong({ comments }), /`comments` must be a list of objects/);
  assert.match(wrong({ comments: [{ author: 'a' }] }), /Comment 1 has no `text`/);
  assert.match(wrong({ comments: [{ text: 't', author: 3 }] }), /Comment 1: `author` must be text/);
  assert.match(
    wrong({ dependencies: [{ issue_id: 'bd-1', type: 'blocks' }] }),
    /Dependency 1: it needs `depends_on_id`/,
  );
  assert.match(wrong({ dependencies: { a: 'b' } }), /`dependencies` must be a list of objects/);
});

test('several problems of one line are all named', () => {
  assert.equal(wrong({ priority: 9, created_at: 'soon', labels: 'x' }).split('\n').length, 3);
});

test('a date that does not exist is named', () => {
  assert.match(
    wrong({ created_at: '2026-02-30T00:00:00Z' }),
    /`created_at` is no date: "2026-02-30T00:00:00Z"\. Write it like/,
  );
  assert.match(wrong({ comments: [{ text: 't', created_at: 'soon' }] }), /Comment 1: `created_at` is no date/);
});

test('what is larger than the server takes is named with what to do', () => {
  assert.match(wrong({ title: 'x'.repeat(301) }), /The title has 301 characters, at most 300 can be taken: shorten it/);
  assert.match(wrong({ description: 'x'.repeat(100_001) }), /The description has 100,001 characters/);
  assert.match(wrong({ notes: 'x'.repeat(100_001) }), /The text of notes/);
  assert.match(wrong({ acceptance_criteria: 'x'.repeat(2_001) }), /Acceptance criterion 1 has 2,001 characters/);
  assert.match(
    wrong({ acceptance_criteria: '- x\n'.repeat(1) + Array.from({ length: 101 }, (_, n) => `- ${n}`).join('\n') }),
    /102 acceptance/,
  );
  assert.match(wrong({ labels: ['x'.repeat(121)] }), /The label "x+" has 121 characters/);
  assert.match(wrong({ assignee: 'x'.repeat(121) }), /The name "x+…" has more than 120 characters/);
  assert.match(wrong({ metadata: 'x'.repeat(1_000_000) }), /longer than 1,000,000 characters/);
});

test('what the database cannot hold is named with its field', () => {
  assert.match(wrong({ title: 'a\0b' }), /`title` holds a NUL/);
  assert.match(wrong({ metadata: { list: ['ok', '\uD800'] } }), /`metadata\.list\[1\]` holds half of a character/);
  assert.match(wrong({ metadata: { 'a\0': 1 } }), /A field name in `metadata` holds a NUL/);
  const deep = `{"id":"bd-1","title":"A","x":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
  assert.match(refused(deep)[0]?.problem ?? '', /nests deeper than 64 levels/);
});

test('records that are no issues are named, with the way to leave them out', () => {
  assert.match(refused('{"_type":"memory","key":"k","value":"v"}')[0]?.problem ?? '', /bd export --no-memories/);
  assert.match(refused('{"_type":"gate","id":"a","title":"t"}')[0]?.problem ?? '', /only issues can be imported/);
  assert.equal(parseBeads('{"_type":"issue","id":"a","title":"t"}').items.length, 1);
});

test('bytes that are not UTF-8 are named by line; a byte order mark is taken off', () => {
  const bytes = Buffer.concat([
    Buffer.from('one\n'),
    Buffer.from([0xff, 0xfe, 0x0a]),
    Buffer.from('drei\nfünf'),
    Buffer.from([0xc3]),
  ]);
  assert.deepEqual(
    refusal(() => decodeText(bytes, 'issues.jsonl')).problems.map(({ file, line }) => [file, line]),
    [
      ['issues.jsonl', 2],
      ['issues.jsonl', 4],
    ],
  );
  assert.equal(decodeText(Buffer.from('\uFEFFgrün')), 'grün');
});

test('the message shows the first problems and says how many there are', () => {
  const { message, problems } = refusal(() => parseBeads('nonsense\n'.repeat(50)));
  assert.equal(problems.length, 50);
  assert.equal(message.split('\n').length, 22);
  assert.match(message, /… and 30 more\.$/);
});
