import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { authorise, basePolicy } from '../src/domain/authority.ts';
import { isRefusal } from '../src/domain/refusals.ts';
import { refuseOutOfScope } from '../src/domain/scopes.ts';
import type { Operation } from '../src/operations/define.ts';
import type { Outcome } from '../src/operations/execute.ts';
import { operations } from '../src/operations/registry.ts';
import { type Access, type Row, renderAccess } from './access-page.ts';
import { type AccessWorld, type Column, accessWorld, columns } from './access-world.ts';
import { createTrial } from './trial.ts';

const page = new URL('../../docs/reference/access.md', import.meta.url);
const doors = operations.filter(({ internal }) => !internal);

let world: AccessWorld;
let trial: ReturnType<typeof createTrial>;
const rows: Row[] = [];
before(async () => {
  world = await accessWorld();
  trial = createTrial(world.db);
});
after(() => trial.close());

const hidden = new Set(['not_found', 'unknown_reference']);
const forbidden = new Set(['forbidden', 'forbidden_by_policy', 'not_verifier', 'not_active', 'not_approver']);

/** What became of a call, as far as access goes: a refusal for another reason was let through to where that is decided. */
function accessOf(outcome: Outcome): Access {
  if (!isRefusal(outcome)) return 'allowed';
  if (outcome.refused === 'unauthenticated') return 'unauthenticated';
  if (outcome.refused === 'out_of_scope_token') return 'out of scope';
  if (hidden.has(outcome.refused)) return 'hidden';
  return forbidden.has(outcome.refused) ? 'forbidden' : 'allowed';
}

const call = (operation: Operation, column: Column, input = world.inputOf(operation)) =>
  trial.attempt({ operation, ...world.caller(column), input });

/** What the rules of the domain say of a column, from how the world was built. */
function ruled(operation: Operation, column: Column): 'allowed' | 'forbidden' | 'unauthenticated' | 'out of scope' {
  const { bearer } = world.caller(column);
  if (operation.open) return 'allowed';
  if (!bearer) return 'unauthenticated';
  if (refuseOutOfScope(bearer, operation)) return 'out of scope';
  const facts = operation.kind === 'query' ? {} : world.factsOf(operation, column);
  return isRefusal(authorise(bearer, operation.needs.action, facts)) ? 'forbidden' : 'allowed';
}

/** Where an operation asks more than its rule in the table says, in words; all others are exactly as the table has them. */
const narrower: Record<string, string> = {
  'token.create': 'nobody gets a token in the name of another person',
  'participant.update': 'whoever may only rename may not do what the example does',
  'token.list': 'only those who may revoke what it lists',
};

/** Operations of which this world holds nothing to be called about: another test walks each of them. */
const elsewhere: Record<string, string> = {
  'decision.get': 'decision tests',
  'invitation.revoke': 'invitation tests',
  'passkey.remove': "one's own passkeys: passkey tests",
  'passkey.rename': "one's own passkeys: passkey tests",
  'session.revoke': "one's own sessions: session tests",
  'provider.test': 'it calls the provider: sign-in tests',
  ...Object.fromEntries(
    [
      'task.cancel',
      'task.get',
      'task.push',
      'task.pushes',
      'task.unpush',
      'item.conversation',
      'participant.remote',
      'participant.remove_remote',
      'participant.remote_card',
      'participant.preview_remote',
    ].map((name) => [name, 'work that came over A2A, and nobody’s but its sender’s: A2A tests']),
  ),
};

for (const operation of doors) {
  test(`${operation.name} lets in whom its rule lets in, and nobody else`, async () => {
    const input = world.inputOf(operation);
    assert(
      operation.input.safeParse(input).success,
      `${operation.name}: the world has no fitting input: ${JSON.stringify(input)}`,
    );
    const cells = {} as Row['cells'];
    for (const column of columns) {
      const got = accessOf(await call(operation, column));
      const rule = ruled(operation, column);
      cells[column] = got;
      if (got === 'allowed') assert.equal(rule, 'allowed', `${column} was let in, though the rule says ${rule}`);
      if (got !== 'hidden' && !(operation.name in narrower)) assert.equal(got, rule, column);
      if (got === 'hidden')
        assert(!open.has(column) || operation.name in elsewhere, `${column} was told that it is not there`);
    }
    rows.push({ operation, cells });
  });
}

/** Those who see all of the workspace: nothing in it is hidden from them. */
const open = new Set<Column>(['member', 'owner', 'executor', 'sponsor', 'team lead', 'admin']);

test('no command that needs somebody is judged on what anyone may do', () => {
  for (const { name, kind, open: toAll, needs } of doors)
    if (kind === 'command' && !toAll && !selfOnly.has(name))
      assert(!(basePolicy[needs.action] as readonly string[]).includes('anyone'), name);
});

/** They change nothing but the caller's own session. */
const selfOnly = new Set(['session.end', 'session.revoke_others']);

test('an operation that forgets its check is found', async () => {
  const real = doors.find(({ name }) => name === 'item.cancel');
  assert(real);
  const forgetful: Operation = {
    ...real,
    needs: { ...real.needs, facts: () => ({ owner: world.caller('member').bearer?.id ?? null }) },
  };
  assert.equal(accessOf(await call(forgetful, 'member')), 'allowed');
  assert.equal(ruled(real, 'member'), 'forbidden');
});

test('the page of the documents says what was found', () => {
  const text = renderAccess(rows);
  if (process.env['COACT_WRITE_ACCESS']) writeFileSync(page, text);
  assert.equal(
    readFileSync(page, 'utf8'),
    text,
    'run `COACT_WRITE_ACCESS=1 npm test -- server/test/access-matrix.test.ts` and look at the difference',
  );
});
