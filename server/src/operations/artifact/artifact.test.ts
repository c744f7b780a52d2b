import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { addPeople } from '../../../test/world.ts';
import { limits } from '../../domain/limits.ts';
import createArtifact from './create.ts';
import getArtifact from './get.ts';

type Artifact = {
  sha256: string;
  name: string;
  size: number;
  producer: string;
  mediaType: string;
  text: string | null;
};

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
});

test('an artifact is kept by what it is: its address is the SHA-256 of its content', async () => {
  const text = 'all links answer: é\n';
  const made = await db.as('bot')<Artifact>(createArtifact, { name: 'check.log', text });
  assert.equal(made.sha256, createHash('sha256').update(text).digest('hex'));
  const read = await db.as('Ben')<Artifact>(getArtifact, { sha256: made.sha256.toUpperCase() });
  assert.deepEqual(
    [read.text, read.size, read.name, read.producer],
    [text, Buffer.byteLength(text), 'check.log', (await db.bearer('bot')).id],
  );
});

test('content that is not text is sent in base64, and not shown as text', async () => {
  const { sha256 } = await db.as('bot')<Artifact>(createArtifact, {
    name: 'a.png',
    mediaType: 'image/png',
    base64: Buffer.from([0, 255]).toString('base64'),
  });
  assert.equal((await db.operator<Artifact>(getArtifact, { sha256 })).text, null);
});

test('the same content twice is one artifact, of whoever brought it first', async () => {
  const one = await db.as('bot')<Artifact>(createArtifact, { name: 'one', text: 'same' });
  await db.as('bat')(createArtifact, { name: 'two', text: 'same' });
  assert.equal((await db.operator<Artifact>(getArtifact, { sha256: one.sha256 })).name, 'one');
});

test('an artifact is either text or base64, of a known form and size, and comes from a member', async () => {
  const refused = async (input: object, who = 'bot') =>
    (await db.as(who).refused(createArtifact, { name: 'x', ...input })).refused;
  assert.equal(await refused({}), 'invalid_input');
  assert.equal(await refused({ text: 'a', base64: 'YQ==' }), 'invalid_input');
  assert.equal(await refused({ base64: '***' }), 'invalid_input');
  assert.equal(await refused({ text: 'a', mediaType: 'text/html\r\nx: y' }), 'invalid_input');
  assert.equal(await refused({ text: 'é'.repeat(limits.artifactBytes / 2 + 1) }), 'too_large');
  assert.equal(await refused({ text: 'a' }, 'Gus'), 'forbidden');
  assert.equal((await db.operator.refused(getArtifact, { sha256: 'f'.repeat(64) })).refused, 'not_found');
});
