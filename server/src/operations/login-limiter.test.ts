import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLoginLimiter } from './login-limiter.ts';

const MINUTE = 60_000;

test('after five failures for one address the sixth attempt waits until the first is a quarter of an hour old', () => {
  const limiter = createLoginLimiter();
  for (let i = 0; i < 5; i += 1) assert.equal(limiter.attempt('ana@example.com', i * MINUTE), null);
  assert.equal(limiter.attempt('Ana@Example.com', 5 * MINUTE), 10 * 60);
  assert.equal(limiter.attempt('bob@example.com', 5 * MINUTE), null);
  assert.equal(limiter.attempt('ana@example.com', 15 * MINUTE), null);
});

test('whoever signs in has a clean slate', () => {
  const limiter = createLoginLimiter();
  for (let i = 0; i < 4; i += 1) limiter.attempt('ana@example.com', 0);
  limiter.succeeded('ANA@example.com');
  for (let i = 0; i < 5; i += 1) assert.equal(limiter.attempt('ana@example.com', 0), null);
});

test('guessing across many addresses is bounded as well', () => {
  const limiter = createLoginLimiter();
  for (let i = 0; i < 200; i += 1) assert.equal(limiter.attempt(`user${i}@example.com`, 0), null);
  assert.equal(limiter.attempt('another@example.com', MINUTE), 14 * 60);
});
