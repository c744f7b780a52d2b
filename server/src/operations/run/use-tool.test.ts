import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { checkWorld } from '../../../test/check-world.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Claim, type Request, addPeople, claimItem, readyItem } from '../../../test/world.ts';
import updatePolicy from '../policy/update.ts';
import respond from '../request/respond.ts';
import stopRun from './stop.ts';
import useTool from './use-tool.ts';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
});

const use = { title: 'Restart nginx', tool: 'execute', call: 'call-1', given: 'systemctl restart nginx' };
const claimed = async (who: string): Promise<Claim> => claimItem(db.as(who), await readyItem(db.as('Ana')));
const ask = async ({ run }: Claim, more: object = {}) =>
  (await db.as('bot')<{ held: true; request: Request }>(useTool, { id: run.id, fence: run.fence, ...use, ...more }))
    .request;
const permitted = async ({ run }: Claim) =>
  (await db.events('run.tool_permitted')).filter(({ data }) => data['run'] === run.id);

test('an agent’s use of a tool waits for the owner of the work, who sees what it is given, and is permitted once', async () => {
  const claim = await claimed('bot');
  const request = await ask(claim);
  const { text, operations } = request['body'] as { text: string; operations: { input: object }[] };
  assert.equal(
    text,
    `Asks to use a tool, “Restart nginx”, for ${claim.item.key}: What this tool does Coact can neither see nor undo, so the owner of the work says whether it may.`,
  );
  assert.deepEqual(operations[0]?.input, { id: claim.run.id, fence: claim.run.fence, ...use });
  assert.deepEqual([request.run, await permitted(claim)], [claim.run.id, []]);
  assert.equal((await ask(claim)).id, request.id, 'asked again it is the same request');
  assert.notEqual((await ask(claim, { call: 'call-2' })).id, request.id, 'another use is another request');

  await db.as('Ana')(respond, { id: request.id, accept: true });
  const [fact, ...more] = await permitted(claim);
  assert.deepEqual([fact?.data, more], [{ run: claim.run.id, title: use.title, tool: use.tool, call: use.call }, []]);
});

test('a person who does the work asks nobody', async () => {
  const { run } = await claimed('Ben');
  assert.deepEqual(await db.as('Ben')(useTool, { id: run.id, fence: run.fence, ...use }), { permitted: true });
});

test('leave for a run that has ended is no leave', async () => {
  const claim = await claimed('bot');
  const request = await ask(claim);
  await db.as('Ana')(stopRun, { id: claim.run.id, reason: 'Not now.' });
  assert.equal((await db.as('Ana').refused(respond, { id: request.id, accept: true })).refused, 'world_moved');
  const { id, fence } = claim.run;
  assert.equal((await db.as('bot').refused(useTool, { id, fence, ...use })).refused, 'stale_fence');
  const nowhere = '0197a000-0000-7000-8000-00000000dead';
  assert.equal((await db.as('bot').refused(useTool, { id: nowhere, fence, ...use })).refused, 'not_found');
  assert.deepEqual(await permitted(claim), []);
});

test('a rule of the workspace may forbid what the owner could otherwise permit', async () => {
  const rule = {
    id: 'no-tools-in-production',
    when: { action: 'run.use_tool', type: 'production' },
    // oxlint-disable-next-line unicorn/no-thenable -- a part of a rule
    then: 'forbid',
    because: 'Nobody touches production by hand.',
  };
  await db.operator(updatePolicy, { rules: [rule] }, { ifMatch: 0 });
  const { run } = await claimItem(db.as('bot'), await readyItem(db.as('Ana'), { type: 'production' }));
  const refusal = await db.as('bot').refused(useTool, { id: run.id, fence: run.fence, ...use });
  assert.deepEqual([refusal.refused, refusal['rules']], ['forbidden_by_policy', ['no-tools-in-production']]);
});

test('after all of it the world is sound', async () => void (await checkWorld(db.database, db.workspace)));
