import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneLine, paint, plain } from './terminal.ts';

test('what others wrote can neither steer the terminal nor turn the writing around', () => {
  assert.equal(plain('\x1b[2Jdone\x07 \u202egnp.exe\u009b31m\r'), '[2Jdone gnp.exe31m');
  assert.equal(oneLine('two\n  lines\t here '), 'two lines here');
});

test('without colours a text stays as it is', () => {
  assert.equal(paint({ colour: false }, 'red', 'late'), 'late');
  assert.equal(paint({ colour: true }, 'red', 'late'), '\x1b[31mlate\x1b[39m');
});
