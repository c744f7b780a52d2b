import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Policy } from '../domain/policy/judge.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { type Authenticator, createAuthenticator } from './authenticate.ts';
import { type PolicyMemory, createPolicyMemory } from './policy-memory.ts';
import updatePolicy from './policy/update.ts';

let db: TestDatabase;
let policies: PolicyMemory;
let authenticator: Authenticator;
before(async () => {
  db = await testDatabase();
  const now = () => db.clock.now;
  policies = createPolicyMemory({ listening: () => authenticator.listening(), now });
  authenticator = createAuthenticator({ database: db.database, now, forgotten: policies.forget });
});
after(() => authenticator.close());

const inForce = () => db.database.within(db.workspace, async (connection) => policies.of(connection));
const rule = { id: 'r', when: { action: 'item.reopen' }, then: 'forbid', because: 'It is so.' };

test('nothing is remembered while nobody hears what changes', async () => {
  assert.notEqual(await inForce(), await inForce());
});

test('rules are read once, and forgotten as soon as any server changes them', async () => {
  await authenticator.listen();
  const first = await inForce();
  assert.equal(await inForce(), first);
  await db.operator(updatePolicy, { rules: [rule] }, { ifMatch: 0 });
  const second = await changedFrom(first);
  assert(second.byAct.has('item.reopen'));
  assert.equal(await inForce(), second);
  db.clock.advance(31_000);
  assert.notEqual(await inForce(), second, 'and after a while in any case');
});

/** What other servers change arrives over the database, a moment later. */
async function changedFrom(before: Policy): Promise<Policy> {
  for (let i = 0; i < 200; i += 1) {
    const policy = await inForce();
    if (policy !== before) return policy;
    await sleep(10);
  }
  throw new Error('the change was never heard');
}
