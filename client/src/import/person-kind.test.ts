import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPeople } from './people.ts';
import { personKind } from './person-kind.ts';

const report = (problem: string) => assert.fail(problem);

test('paths, standing roles and the names of products are agents', () => {
  for (const name of [
    'beads/polecats/quartz',
    'beads/crew/dave',
    'mayor',
    'deacon',
    'Claude',
    'gpt-5',
    'alex-agent',
    'AI',
  ])
    assert.equal(personKind(name), 'agent', name);
  for (const name of ['Claude Code', 'GitHub Copilot', 'Claude Opus 4.5', 'dependabot[bot]', 'codex-review'])
    assert.equal(personKind(name), 'agent', name);
});

test('e-mail addresses and other names are humans', () => {
  for (const name of ['ann@example.org', 'MrLesk', 'alice', 'Claude Monet', 'Jules Verne', 'Abbot', 'overseer'])
    assert.equal(personKind(name), 'human', name);
});

test('a person is named once, whatever the letter case and with or without the @ of a mention', () => {
  const people = createPeople();
  assert.deepEqual(
    ['@codex', 'Codex', ' @CODEX '].map((written) => people.name(written, report)),
    ['codex', 'codex', 'codex'],
  );
  assert.deepEqual(people.list(), [{ name: 'codex', kind: 'agent' }]);
});

test('an address is kept, and tells two people of one name apart', () => {
  const people = createPeople();
  const written = ['Ann <ann@a.example>', 'Ann', 'Ann <ANN@a.example>', 'Ann <ann@b.example>', 'bob@example.org'];
  assert.deepEqual(
    written.map((one) => people.name(one, report)),
    ['Ann', 'Ann', 'Ann', 'Ann <ann@b.example>', 'bob@example.org'],
  );
  assert.deepEqual(people.list(), [
    { name: 'Ann', kind: 'human', email: 'ann@a.example' },
    { name: 'Ann <ann@b.example>', kind: 'human', email: 'ann@b.example' },
    { name: 'bob@example.org', kind: 'human', email: 'bob@example.org' },
  ]);
});

test('an agent may have an address', () => {
  const people = createPeople();
  people.name('Claude Code <noreply@example.org>', report);
  assert.deepEqual(people.list(), [{ name: 'Claude Code', kind: 'agent', email: 'noreply@example.org' }]);
});
