import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeTerminal } from '../../test/fake-terminal.ts';
import { complete } from './completion.ts';
import { createContext } from './context.ts';
import { createProgram } from './program.ts';

const program = createProgram(
  createContext({ terminal: fakeTerminal().terminal, env: {}, signal: new AbortController().signal }),
);

test('a shell is offered commands, options and the words that an option takes', () => {
  assert.deepEqual(complete(program, ['it']), ['item']);
  assert.deepEqual(complete(program, ['item', 're']), ['readiness', 'reopen']);
  assert.deepEqual(complete(program, ['item', 'create', '--scope.']), ['--scope.excluded', '--scope.included']);
  assert.deepEqual(complete(program, ['item', 'create', 'x', '--risk', '']), ['critical', 'high', 'low', 'medium']);
  assert.deepEqual(complete(program, ['completion', '']), ['bash', 'fish', 'zsh']);
  assert(!complete(program, ['']).includes('complete'));
});
