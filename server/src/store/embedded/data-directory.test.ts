import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultDataDir } from './data-directory.ts';
import { EmbeddedError } from './embedded-error.ts';

test('without a setting root keeps its data in /var/lib/coact and a user in the XDG data home', () => {
  assert.equal(defaultDataDir({ HOME: '/root', XDG_DATA_HOME: '/root/data' }, 0), '/var/lib/coact');
  assert.equal(defaultDataDir({ HOME: '/home/ada' }, 1000), '/home/ada/.local/share/coact');
  assert.equal(defaultDataDir({ HOME: '/home/ada', XDG_DATA_HOME: '/data' }, 1000), '/data/coact');
});

test('a relative or empty XDG data home is ignored, as its specification wants', () => {
  assert.equal(defaultDataDir({ HOME: '/home/ada', XDG_DATA_HOME: 'data' }, 1000), '/home/ada/.local/share/coact');
  assert.equal(defaultDataDir({ HOME: '/home/ada', XDG_DATA_HOME: '' }, 1000), '/home/ada/.local/share/coact');
});

test('an account without a home is told to name a data directory', () => {
  assert.throws(
    () => defaultDataDir({}, 1000),
    (error) => error instanceof EmbeddedError && /COACT_DATA_DIR/.test(error.hint),
  );
});
