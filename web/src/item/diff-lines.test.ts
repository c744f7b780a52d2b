import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffLines } from './diff-lines.ts';

const kinds = (text: string) => diffLines(text).map(({ kind }) => kind);

test('a diff is read by its signs; names of files and places are no lines of it', () => {
  const text = 'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n same\n-old\n+new\n';
  assert.deepEqual(kinds(text), ['head', 'head', 'head', 'head', 'same', 'removed', 'added']);
});

test('a removed line that begins with dashes is a removed line', () => {
  assert.deepEqual(kinds('@@ -1,2 +1 @@\n--- sql comment\n same'), ['head', 'removed', 'same']);
});

test('a bare list of signs is a diff too', () => {
  assert.deepEqual(kinds('+a\n-b\nc'), ['added', 'removed', 'same']);
});
