import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commonWords } from './common-words.ts';
import { passwordProblem } from './password-rule.ts';

const ana = { email: 'ana.keller@example.com', name: 'Ana Keller' };
const problem = (password: string) => passwordProblem(password, ana);

test('a password has at least twelve characters and at most two hundred', () => {
  assert.match(problem('correct hor') ?? '', /has 11 characters; use at least 12/);
  assert.equal(problem('correct hors'), null);
  assert.match(problem('ab cd'.repeat(41)) ?? '', /use at most 200/);
});

test('words that belong together to nobody else are a password, without digits or signs', () => {
  for (const good of [
    'correct horse battery',
    'staple of the evening',
    'another password',
    'a password of some length',
    'Zwölf Boxkämpfer jagen',
    'пароль на каждый день',
    'tV9#qLm2xK!r',
  ])
    assert.equal(problem(good), null, good);
});

test('what is tried first is no password, however it is put together', () => {
  for (const poor of [
    'password1234',
    'Password!2026',
    'P@ssw0rd-P@ssw0rd',
    'qwertyuiop12',
    'asdfghjkl-zxcvbnm',
    'iloveyou-princess',
    '123456789012',
    'aaaaaaaaaaaa',
    'hahahahahaha',
    'abcdefghijkl',
    'Summer.Winter.2026',
    'welcome to'.replace(' to', '-welcome'),
    'letmeinletmein',
  ])
    assert.notEqual(problem(poor), null, poor);
});

test('the address and the name are no password, nor with digits around them', () => {
  for (const known of ['Ana.Keller@Example.com', 'AnaKeller2026!', 'keller-keller', 'ana1234567890'])
    assert.notEqual(problem(known), null, known);
  assert.equal(passwordProblem('keller-treppe-mond', ana), null);
});

test('no chain of common words, digits and signs is a password', () => {
  const part = fc.oneof(fc.constantFrom(...commonWords), fc.stringMatching(/^[0-9!#.-]{1,4}$/));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), fc.boolean(), (parts, loud) => {
      const password = loud ? parts.join('').toUpperCase() : parts.join('');
      return problem(password) !== null;
    }),
  );
});

test('every answer is a sentence or null, and quick for whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 220 }), fc.string(), (password, name) => {
      const said = passwordProblem(password, { email: null, name });
      return said === null || said.length > 10;
    }),
  );
});
