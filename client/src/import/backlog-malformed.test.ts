import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBacklog } from './backlog.ts';
import { ImportError } from './import-error.ts';

const refused = (...files: { path: string; text: string }[]) => {
  try {
    parseBacklog(files);
  } catch (error) {
    assert(error instanceof ImportError);
    return error.problems;
  }
  return assert.fail('It was taken.');
};
const wrong = (front: string, body = '') => {
  const [problem, ...more] = refused({ path: 'tasks/a.md', text: `---\nid: BACK-1\ntitle: A\n${front}\n---\n${body}` });
  assert(problem);
  assert.deepEqual(more, []);
  assert.equal(problem.file, 'tasks/a.md');
  return `${problem.line}: ${problem.problem}`;
};

test('all malformed files are named together and nothing is imported', () => {
  const problems = refused(
    { path: 'tasks/good.md', text: '---\nid: BACK-1\ntitle: A\n---\n' },
    { path: 'tasks/none.md', text: '# Just text' },
    { path: 'tasks/list.md', text: '---\n- a\n---\n' },
    { path: 'tasks/open.md', text: '---\nid: BACK-2\n' },
    { path: 'tasks/bare.md', text: '---\nstatus: Done\n---\n' },
    { path: 'config.yml', text: 'statuses: {a: b}' },
  );
  assert.deepEqual(
    problems.map(({ file, problem }) => [file, problem.slice(0, 34)]),
    [
      ['config.yml', '`statuses` must be a list of names'],
      ['tasks/bare.md', '`id` is missing: every task needs '],
      ['tasks/bare.md', '`title` is missing: every task nee'],
      ['tasks/list.md', 'Its front matter is no valid YAML '],
      ['tasks/none.md', 'It does not begin with front matte'],
      ['tasks/open.md', 'It does not begin with front matte'],
    ],
  );
});

test('settings that are no valid YAML are named by line', () => {
  const [problem] = refused({ path: 'config.yml', text: 'project_name: "A"\nstatuses: [Done' });
  assert.match(`${problem?.line}: ${problem?.problem}`, /^2: The settings are no valid YAML/);
});

test('two files with one id, however it is spelled, are both named', () => {
  const [problem] = refused(
    { path: 'tasks/back-7 - a.md', text: '---\nid: BACK-7\ntitle: A\n---\n' },
    { path: 'completed/back-07 - b.md', text: '---\nid: back-07\ntitle: B\n---\n' },
  );
  assert.equal(problem?.file, 'tasks/back-7 - a.md');
  assert.match(problem.problem, /The id BACK-7 is also that of completed\/back-07 - b\.md: remove one/);
});

test('a field of the wrong form is named with its line', () => {
  assert.match(wrong('status: [a]'), /^4: `status` must be text, not \["a"\]/);
  assert.match(wrong('\nlabels: {a: b}'), /^5: `labels` must be a list of texts/);
  assert.match(wrong('dependencies: [[a]]'), /^4: `dependencies` must be a list/);
  assert.match(
    wrong('created_date: 2026-02-30'),
    /^4: `created_date` is no date: "2026-02-30"\. Write it like 2026-07-13 16:06/,
  );
  assert.match(wrong('status: a\nstatus: b'), /^5: Its front matter is no valid YAML \(Map keys must be unique/);
  assert.match(wrong('x: "open'), /Its front matter is no valid YAML/);
});

test('an alias bomb, endless nesting and what the database cannot hold are refused', () => {
  const bomb = [
    'a: &a [x, x]',
    ...Array.from('bcdefghijk', (name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]}, `.repeat(9)}]`),
  ];
  assert.match(wrong(bomb.join('\n')), /no valid YAML \(Excessive alias count/);
  assert.match(wrong(`x: ${'['.repeat(70)}${']'.repeat(70)}`), /nests deeper than 64 levels/);
  assert.match(wrong(`x: ${'['.repeat(20_000)}`), /no valid YAML/);
  assert.match(wrong('x: "a\\0b"'), /`x` holds a NUL/);
  assert.match(wrong('', 'text \0'), /The text holds a NUL/);
});

test('a comment with a date that does not exist is named by its line', () => {
  assert.match(
    wrong('', '\n## Comments\n\nauthor: @a\ncreated: soon\n---\nText\n---'),
    /^9: In a comment: `created` is no date: "soon"/,
  );
});

test('what is too large is named', () => {
  assert.match(wrong(`assignee: ${'x'.repeat(121)}`), /The name "x+…" has more than 120/);
  assert.match(wrong('', `## Description\n${'x'.repeat(100_001)}`), /The description has 100,001 characters/);
  assert.match(wrong(`x: ${'y'.repeat(100_000)}`), /no valid YAML \(it has more than 100000 characters/);
  assert.match(wrong('', 'x\n'.repeat(500_001)), /It is longer than 1,000,000 characters/);
});
