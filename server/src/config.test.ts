import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError, readConfig } from './config.ts';

const privateHosts = (text: string) =>
  readConfig({ COACT_DATA_DIR: '/data', COACT_PRIVATE_HOSTS: text }, 1000).privateHosts;

test('hosts of the own network are named one by one, and none is unless it is', () => {
  assert.deepEqual(privateHosts(''), []);
  assert.deepEqual(privateHosts('SSO.example.lan, 10.0.0.7'), ['sso.example.lan', '10.0.0.7']);
});

test('what is no host name is refused at the start, by the name of the setting', () => {
  for (const text of [
    'a b',
    'https://sso.example.lan',
    'sso.example.lan/x',
    'sso.example.lan:8443',
    'sso.example.lan,,',
    '10.0.0.0/8',
    'user@host',
  ])
    assert.throws(
      () => privateHosts(text),
      (error) => error instanceof ConfigError && error.message.startsWith('COACT_PRIVATE_HOSTS is not a list'),
      text,
    );
});
