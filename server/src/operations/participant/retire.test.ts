import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { checkWorld } from '../../../test/check-world.ts';
import { type Answer, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { addPeople, claimItem, deliverClaim, readyItem } from '../../../test/world.ts';
import { isRefusal } from '../../domain/refusals.ts';
import getItem from '../item/get.ts';
import reopen from '../item/reopen.ts';
import createOutcome from '../outcome/create.ts';
import getOutcome from '../outcome/get.ts';
import createRequest from '../request/create.ts';
import getRequest from '../request/get.ts';
import listRequests from '../request/list.ts';
import respond from '../request/respond.ts';
import heartbeat from '../run/heartbeat.ts';
import createTeam from '../team/create.ts';
import getTeam from '../team/get.ts';
import createToken from '../token/create.ts';
import listTokens from '../token/list.ts';
import createParticipant from './create.ts';
import getParticipant from './get.ts';
import duties from './duties.ts';
import retire from './retire.ts';
import updateParticipant from './update.ts';

let db: TestDatabase;
let count = 0;
before(async () => {
  db = await testDatabase();
  await addPeople(db);
});

const reason = 'Lea leaves.';

/** Somebody with one of everything. */
async function leaver() {
  count += 1;
  const name = `Lea ${count}`;
  const lea = await db.operator(createParticipant, { kind: 'human', name });
  const agent = await db.operator(createParticipant, { kind: 'agent', name: `${name}'s bot`, sponsor: name });
  const item = await readyItem(db.as(name));
  const outcome = await db.as(name)(createOutcome, { title: 'It lasts' });
  const team = await db.operator(createTeam, { key: `T${count}`, name: 'Led', lead: name });
  const request = await db.as('Ben')(createRequest, {
    kind: 'question',
    text: 'Which?',
    to: name,
    item: item.id,
    blocking: false,
  });
  return {
    id: lea.id,
    name,
    agent: agent.id,
    item: item.id,
    key: item.key,
    outcome: outcome.id,
    team: team.id,
    request: request.id,
  };
}

type Leaver = Awaited<ReturnType<typeof leaver>>;
async function heirsOf({ item, outcome, agent, team, request }: Leaver) {
  const read = async (operation: typeof getItem, id: string) => db.operator(operation, { id });
  return {
    item: (await read(getItem, item))['owner'],
    outcome: (await read(getOutcome, outcome))['owner'],
    agent: (await read(getParticipant, agent))['sponsor'],
    team: (await read(getTeam, team))['lead'],
    request: ((await read(getRequest, request))['to'] as { participant: string }).participant,
  };
}
const idOf = async (who: string) => (await db.operator(getParticipant, { id: who })).id;

test('one step hands over owned work, outcomes, agents, teams and open requests, and ends the tokens', async () => {
  const lea = await leaver();
  await db.as(lea.name)(createToken, { id: 'me', name: 'mine' });
  const { participant, handed } = await db.operator<{ participant: Answer; handed: { kind: string }[] }>(retire, {
    id: lea.name,
    successor: 'Ana',
    reason,
  });
  assert.equal(participant['status'], 'retired');
  assert.deepEqual(
    handed.map(({ kind }) => kind),
    ['item', 'outcome', 'agent', 'team', 'request'],
  );
  const ana = await idOf('Ana');
  assert.deepEqual(await heirsOf(lea), { item: ana, outcome: ana, agent: ana, team: ana, request: ana });
  const { items } = await db.operator<{ items: unknown[] }>(listTokens, { id: lea.id });
  assert.deepEqual(items, []);
  await checkWorld(db.database, db.workspace);
});

test('whoever is named for one thing gets it, by id, key or name; the successor gets the rest', async () => {
  const lea = await leaver();
  const successors = [
    { item: lea.key.toLowerCase(), to: 'Ana' },
    { agent: `${lea.name}'s bot`, to: 'Operator' },
    { request: lea.request, to: 'Ana' },
    { team: lea.team, to: 'Ana' },
  ];
  await db.operator(retire, { id: lea.id, successor: 'Ben', successors, reason });
  const [ana, ben, operator] = [await idOf('Ana'), await idOf('Ben'), await idOf('Operator')];
  assert.deepEqual(await heirsOf(lea), { item: ana, outcome: ben, agent: operator, team: ana, request: ana });
});

test('nothing is handed over while one piece lacks a successor or has one who may not; each is named', async () => {
  const lea = await leaver();
  const before = await heirsOf(lea);
  const successors = [
    { outcome: lea.outcome, to: 'bot' },
    { team: lea.team, to: lea.name },
  ];
  const refused = await db.operator.refused(retire, { id: lea.id, successors, reason });
  assert.equal(refused.refused, 'no_successor');
  assert.deepEqual(
    (refused['pieces'] as { kind: string; problem: string }[]).map(({ kind, problem }) => [kind, problem]),
    [
      ['item', 'has no successor'],
      ['outcome', 'its successor is not human'],
      ['agent', 'has no successor'],
      ['team', 'would stay with whoever leaves'],
      ['request', 'has no successor'],
    ],
  );
  const self = await db.operator.refused(retire, { id: lea.id, successor: lea.name, reason });
  assert.equal((self['pieces'] as unknown[]).length, 5);
  assert.deepEqual(await heirsOf(lea), before);
  assert.equal((await db.operator(getParticipant, { id: lea.id }))['status'], 'active');
});

test('what is named must be theirs, and one thing at a time', async () => {
  const lea = await leaver();
  const other = await readyItem(db.as('Ana'));
  const wrong = async (named: object) =>
    (await db.operator.refused(retire, { id: lea.id, successor: 'Ana', successors: [named], reason })).refused;
  assert.equal(await wrong({ item: other.id, to: 'Ben' }), 'unknown_reference');
  assert.equal(await wrong({ item: lea.item, to: 'Nobody' }), 'unknown_reference');
  assert.equal(await wrong({ item: lea.item, team: lea.team, to: 'Ana' }), 'invalid_input');
  assert.equal(await wrong({ to: 'Ana' }), 'invalid_input');
});

test('their runs end as a stop ends them, and the work that they owned themselves changes hands at once', async () => {
  const lea = await leaver();
  const { run } = await claimItem(db.as(lea.name), { id: lea.item });
  const { ended } = await db.operator<{ ended: { run: string }[] }>(retire, { id: lea.id, successor: 'Ana', reason });
  assert.deepEqual(
    ended.map((one) => one.run),
    [run.id],
  );
  const item = await db.operator(getItem, { id: lea.item });
  assert.deepEqual([item['state'], item['owner'], item['executor']], ['ready', await idOf('Ana'), null]);
  await checkWorld(db.database, db.workspace);
});

test('an agent is retired by its sponsor: its run ends, and what it is asked goes to a person', async () => {
  const agent = await db.as('Ana')(createParticipant, { kind: 'agent', name: 'old bot' });
  const item = await readyItem(db.as('Ana'));
  const { run } = await claimItem(db.as('old bot'), item);
  const question = await db.as('Ben')(createRequest, {
    kind: 'question',
    text: 'Where?',
    to: 'old bot',
    item: item.id,
  });
  assert.equal((await db.as('Ben').refused(retire, { id: agent.id, successor: 'Ben', reason })).refused, 'forbidden');
  assert.equal((await db.as('Ana').refused(retire, { id: agent.id, reason })).refused, 'no_successor');
  await db.as('Ana')(retire, { id: agent.id, successor: 'Ana', reason });
  const told = await db.as('old bot').refused(heartbeat, { id: run.id, fence: run.fence });
  assert.equal(told.refused, 'not_active');
  const { to } = await db.operator<{ to: object }>(getRequest, { id: question.id });
  assert.deepEqual(to, { participant: await idOf('Ana') });
});

test('the only admin stays, nobody retires twice, and without duties nobody need be named', async () => {
  assert.equal((await db.operator.refused(retire, { id: 'me', successor: 'Ana', reason })).refused, 'last_admin');
  const idle = await db.operator(createParticipant, { kind: 'human', name: 'Idle' });
  assert.equal((await db.as('Ana').refused(retire, { id: idle.id, reason })).refused, 'forbidden');
  const { handed } = await db.operator<{ handed: unknown[] }>(retire, { id: idle.id, reason });
  assert.deepEqual(handed, []);
  assert.equal((await db.operator.refused(retire, { id: idle.id, reason })).refused, 'not_active');
});

test('each thing that changes hands has one event of its own, all caused by the retirement', async () => {
  const lea = await leaver();
  const already = (await db.events()).length;
  await db.operator(retire, { id: lea.id, successor: 'Ana', reason });
  const [first, ...rest] = (await db.events()).slice(already);
  assert.equal(first?.type, 'participant.retired');
  assert.deepEqual(
    rest.map(({ type }) => type),
    ['item.revised', 'outcome.revised', 'request.forwarded', 'participant.updated', 'team.updated'],
  );
  assert(rest.every(({ cause }) => cause === first?.id));
});

test('work that is reopened after its owner has left is answered for by whoever reopens it', async () => {
  const lea = await leaver();
  const item = await readyItem(db.as(lea.name));
  const claim = await claimItem(db.as('bot'), item);
  await deliverClaim(db.as('bot'), claim);
  const { items } = await db.operator<{ items: { id: string }[] }>(listRequests, { item: item.id, state: 'open' });
  const verdicts = claim.item.criteria.map(({ id }) => ({ criterion: id, verdict: 'pass' }));
  await db.as(lea.name)(respond, { id: items[0]?.id, verdicts });
  await db.operator(retire, { id: lea.id, successor: 'Ana', reason });
  const { owner } = await db.operator(reopen, { id: item.id, reason: 'It came back.' });
  assert.equal(owner, await idOf('Operator'));
  await checkWorld(db.database, db.workspace);
});

test('retiring by an edit is still refused to whoever is accountable, and says how to do it in one step', async () => {
  const lea = await leaver();
  const refused = await db.operator.refused(updateParticipant, { id: lea.id, status: 'retired' });
  assert.equal(refused.refused, 'still_accountable');
});

test('with hundreds of things to hand over it is still one step', async () => {
  const lea = await leaver();
  for (let i = 0; i < 150; i += 1) await readyItem(db.as(lea.name), { title: `Theirs ${i}` });
  const { handed } = await db.operator<{ handed: unknown[] }>(retire, { id: lea.id, successor: 'Ana', reason });
  assert.equal(handed.length, 155);
  await checkWorld(db.database, db.workspace);
});

test('after any succession each thing has exactly one accountable person, active and not the one who left; or nothing changed', async () => {
  const people = ['Ana', 'Ben', 'Operator', 'bot', 'self', 'nobody', 'resting'];
  const resting = await db.operator(createParticipant, { kind: 'human', name: 'resting' });
  await db.operator(updateParticipant, { id: resting.id, status: 'paused' });
  const kinds = ['item', 'outcome', 'agent', 'team', 'request'] as const;
  const named = fc.dictionary(fc.constantFrom(...kinds), fc.constantFrom(...people));
  const weighted = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('Ana', 'Operator') }, fc.constantFrom(...people));
  await fc.assert(
    fc.asyncProperty(named, weighted, async (by, general) => {
      const lea = await leaver();
      const before = await heirsOf(lea);
      const who = (name: string) => (name === 'self' ? lea.name : name);
      const successors = Object.entries(by).map(([kind, to]) => ({ [kind]: lea[kind as 'item'], to: who(to ?? '') }));
      const outcome = await db.operator.outcome(retire, { id: lea.id, successor: who(general), successors, reason });
      const after = await heirsOf(lea);
      const active = await Promise.all(['Ana', 'Ben', 'Operator'].map(idOf));
      if (isRefusal(outcome)) assert.deepEqual(after, before);
      else for (const kind of kinds) assert(active.includes(String(after[kind])), kind);
    }),
    { numRuns: 40 },
  );
  await checkWorld(db.database, db.workspace);
});

test('before somebody retires, everything that needs a successor can be read, and who may not take it', async () => {
  const lea = await leaver();
  type Pieces = {
    pieces: { kind: string; id: string; label: string | null; barred: string | null }[];
    held: unknown[];
  };
  const { pieces, held } = await db.as('Ben')<Pieces>(duties, { id: lea.name });
  assert.deepEqual(
    pieces.map(({ kind, id, label }) => [kind, id, label]),
    [
      ['item', lea.item, lea.key],
      ['outcome', lea.outcome, 'It lasts'],
      ['agent', lea.agent, `${lea.name}'s bot`],
      ['team', lea.team, `T${count}`],
      ['request', lea.request, 'Which?'],
    ],
  );
  assert.deepEqual([pieces.at(-1)?.barred, held], [await idOf('Ben'), []]);
  assert.equal((await db.operator.refused(duties, { id: 'nobody' })).refused, 'not_found');
});
