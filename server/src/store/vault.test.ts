import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { KEY_BYTES, SecretError, createVault } from './vault.ts';

const key = () => randomBytes(KEY_BYTES);

test('what was sealed for a place opens there to the letter, and is not in what is kept', () => {
  const vault = createVault([key()]);
  fc.assert(
    fc.property(fc.string({ minLength: 4, unit: 'grapheme' }), fc.string(), (secret, place) => {
      const { sealed, reveal } = vault.seal(place, secret);
      assert.equal(reveal(), secret);
      assert.equal(vault.at(place, sealed).reveal(), secret);
      assert(!sealed.includes(secret) && !sealed.includes(Buffer.from(secret).toString('base64url')));
    }),
  );
});

test('moved to another place, changed by one letter, or with another key it does not open', () => {
  const vault = createVault([key()]);
  const { sealed } = vault.seal('workspace webhooks one', 'a secret');
  assert.throws(() => vault.at('workspace webhooks two', sealed).reveal(), SecretError);
  assert.throws(() => createVault([key()]).at('workspace webhooks one', sealed).reveal(), SecretError);
  assert.throws(
    () => vault.at('workspace webhooks one', 'a secret').reveal(),
    SecretError,
    'nothing is taken as it stands',
  );
  for (let place = 0; place < sealed.length - 1; place += 1) {
    const changed = `${sealed.slice(0, place)}${sealed[place] === 'A' ? 'B' : 'A'}${sealed.slice(place + 1)}`;
    assert.throws(() => vault.at('workspace webhooks one', changed).reveal(), SecretError, changed);
  }
});

test('the first key seals and the others still open, so that keys can be changed one server after the other', () => {
  const [older, newer] = [key(), key()];
  const before = createVault([older]).seal('here', 'a secret').sealed;
  const both = createVault([newer, older]);
  assert.equal(both.at('here', before).reveal(), 'a secret');
  const after = both.seal('here', 'a secret').sealed;
  assert.equal(createVault([newer]).at('here', after).reveal(), 'a secret');
  assert.throws(() => createVault([older]).at('here', after).reveal(), SecretError);
});

test('without any key nothing is sealed', () => {
  assert.throws(() => createVault([]).seal('here', 'a secret'), /COACT_SECRET_KEY/);
});
