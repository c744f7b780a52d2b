import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyRule } from 'coact';
import { nameFor, ruleOf, writtenOf } from './written.ts';

const rules: PolicyRule[] = [
  { id: 'a', when: {}, then: 'forbid', because: 'So.' },
  {
    id: 'b',
    when: { action: 'run.deliver', actorKind: 'agent', risk: 'high', priority: 0 },
    then: 'allow',
    because: 'So.',
  },
  {
    id: 'c',
    when: { action: ['item.cancel', 'item.*'], autonomy: 'observer', skill: 'tls', team: ['x', 'y'], type: 'bug' },
    then: { approve: { by: ['owner', { participant: 'p' }], count: 2 } },
    because: 'So.',
  },
  { id: 'd', when: { amount: 0, reversible: false, external: true }, then: 'forbid', because: 'So.' },
];

test('a rule that is opened in the editor and kept says the same as before', () => {
  for (const rule of rules) assert.deepEqual(ruleOf(writtenOf(rule)), rule);
});

test('a rule that nobody named gets a name that no other rule has', () => {
  const written = writtenOf(null);
  const name = nameFor(written, []);
  assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  assert.notEqual(nameFor(written, [name]), name);
});
