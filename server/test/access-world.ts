import { Client } from 'pg';
import type { Facts } from '../src/domain/authority.ts';
import { createAuthenticator } from '../src/operations/authenticate.ts';
import type { Operation } from '../src/operations/define.ts';
import setBudget from '../src/operations/budget/set.ts';
import artifactCreate from '../src/operations/artifact/create.ts';
import { ids as example } from '../src/operations/examples.ts';
import { seal } from '../src/jobs/sealer.ts';
import createItem from '../src/operations/item/create.ts';
import depend from '../src/operations/item/depend.ts';
import share from '../src/operations/item/share.ts';
import outcomeCreate from '../src/operations/outcome/create.ts';
import createParticipant from '../src/operations/participant/create.ts';
import placeHold from '../src/operations/hold/place.ts';
import createProvider from '../src/operations/provider/create.ts';
import createRequest from '../src/operations/request/create.ts';
import createStop from '../src/operations/stop/create.ts';
import addMember from '../src/operations/team/add-member.ts';
import createTeam from '../src/operations/team/create.ts';
import updateTeam from '../src/operations/team/update.ts';
import createToken from '../src/operations/token/create.ts';
import createHook from '../src/operations/hook/create.ts';
import createWebhook from '../src/operations/webhook/create.ts';
import createView from '../src/operations/view/create.ts';
import type { Bearer } from '../src/store/people.ts';
import { type Answer, type TestDatabase, testDatabase } from './database.ts';
import { placeAll } from './place-all.ts';
import { claimItem, readyItem } from './world.ts';

/** Who stands how to the one piece of work that the matrix of access is about, in the order of its columns. */
export const columns = [
  'nobody',
  'guest',
  'guest: view',
  'guest: comment',
  'guest: work',
  'member elsewhere',
  'member',
  'owner',
  'executor',
  'sponsor',
  'team lead',
  'admin',
  'token: read',
  'token: other team',
  'other workspace',
] as const;
export type Column = (typeof columns)[number];

export type AccessWorld = {
  db: TestDatabase;
  /** The workspace that each calls in. */
  caller: (column: Column) => { workspace: string; bearer: Bearer | null };
  /** The input with which an operation is called: its example, about the things of this world. */
  inputOf: (operation: Operation) => Record<string, unknown>;
  /** How a column stands to what the input is about, as the world was built: never read from the server. */
  factsOf: (operation: Operation, column: Column) => Facts;
  things: Record<string, string>;
};

export const OTHER_WORKSPACE = '0197a000-0000-7000-8000-0000000000ee';
const STRANGER = '0197a000-0000-7000-8000-0000000000ef';

/** Names of the people behind the columns that have one. */
const named: Partial<Record<Column, string>> = {
  guest: 'Gina',
  'guest: view': 'Vera',
  'guest: comment': 'Carl',
  'guest: work': 'Walt',
  'member elsewhere': 'Max',
  member: 'Mia',
  owner: 'Olga',
  executor: 'bot',
  sponsor: 'Sam',
  'team lead': 'Lee',
  admin: 'Operator',
};

export async function accessWorld(): Promise<AccessWorld> {
  const db = await testDatabase();
  const { operator, as } = db;
  const human = (name: string, role = 'member') => operator(createParticipant, { kind: 'human', name, role });
  for (const name of ['Gina', 'Vera', 'Carl', 'Walt']) await human(name, 'guest');
  for (const name of ['Max', 'Mia', 'Olga', 'Sam', 'Lee']) await human(name);
  const team = await operator(createTeam, { name: 'Operations', key: 'OPS' });
  const elsewhere = await operator(createTeam, { name: 'Elsewhere', key: 'ELSE' });
  await operator(updateTeam, { id: team.id, lead: 'Lee' });
  const bot = await as('Sam')(createParticipant, { kind: 'agent', name: 'bot' });
  const bat = await as('Sam')(createParticipant, { kind: 'agent', name: 'bat' });
  for (const participant of ['Mia', 'Olga', 'Lee', 'bot']) await operator(addMember, { id: team.id, participant });
  await operator(addMember, { id: elsewhere.id, participant: 'Max' });

  const outcome = await as('Olga')(outcomeCreate, {
    title: 'Valid connections',
    measures: [{ name: 'Outages', unit: 'a year', baseline: 2, target: 0 }],
  });
  const item = await readyItem(as('Olga'), { title: 'Renew the certificate', team: 'OPS', serves: outcome.id });
  const blocker = await as('Olga')(createItem, { title: 'Ask for the price', team: 'OPS' });
  const { run } = await claimItem(as('bot'), item);
  for (const [guest, may] of [
    ['Vera', 'view'],
    ['Carl', 'comment'],
    ['Walt', 'work'],
  ])
    await as('Olga')(share, { id: item.id, with: guest, may });
  const request = await as('bot')(createRequest, {
    kind: 'question',
    text: 'Which key type?',
    item: item.id,
    to: 'Olga',
  });
  const { sha256 } = await as('bot')<{ sha256: string }>(artifactCreate, {
    name: 'check.log',
    text: 'all links answer',
  });
  const view = await as('Olga')(createView, { name: 'Stuck', layout: 'list', team: 'OPS' });
  const stop = await as('Sam')(createStop, { participant: bat.id, reason: 'It writes to the wrong place.' });
  const token = await as('Sam')(createToken, { id: bot.id, name: 'build machine' });
  await as('Olga')(depend, { id: item.id, blockedBy: [blocker.id] });
  const budget = await as('Sam')(setBudget, { for: { participant: bot.id }, period: 'day', limits: { cost: 20 } });
  const hold = await operator(placeHold, { scope: 'item', target: item.key, reason: 'A claim is pending.' });
  const provider = await operator(createProvider, {
    name: 'Keller ID',
    issuer: 'https://login.example.com',
    clientId: 'coact',
  });
  await operator(createParticipant, { kind: 'system', name: 'ci' });
  const webhook = await operator(createWebhook, { name: 'Chat', url: 'https://hooks.example.com' });
  const hook = await operator(createHook, { name: 'CI', participant: 'ci', allows: ['check'] });
  await placeAll(db.database, db.workspace);
  await seal(db.database, db.workspace, db.clock.now);
  const event = (await db.events('item.claimed')).at(-1)?.id ?? '';

  const stranger = await foreignAdmin(db);
  const bearers = new Map<Column, Bearer>([['other workspace', stranger]]);
  for (const [column, who] of Object.entries(named)) bearers.set(column as Column, await db.bearer(who));
  bearers.set('token: read', await byToken(db, { scopes: ['read'] }));
  bearers.set('token: other team', await byToken(db, { teams: ['ELSE'] }));

  const idOf = (column: Column) => bearers.get(column)?.id ?? '';
  const things = {
    item: item.id,
    key: item.key,
    blocker: String(blocker['key']),
    run: run.id,
    request: request.id,
    artifact: sha256,
    team: team.id,
    outcome: outcome.id,
    view: view.id,
    stop: stop.id,
    token: token.id,
    event,
    provider: provider.id,
    budget: budget.id,
    hold: hold.id,
    webhook: webhook.id,
    hook: hook.id,
    bot: bot.id,
    owner: idOf('owner'),
    elsewhere: elsewhere.id,
  };
  return {
    db,
    things,
    caller: (column) => ({
      workspace: column === 'other workspace' ? OTHER_WORKSPACE : db.workspace,
      bearer: bearers.get(column) ?? null,
    }),
    inputOf: (operation) => inputOf(operation, things, run.fence),
    factsOf: (operation, column) =>
      factsOf(operation, idOf(column), { ...things, sponsor: idOf('sponsor'), lead: idOf('team lead') }),
  };
}

/** What the example names, as it is called here; and where an example names nothing of the kind, what it is about. */
function inputOf({ name, example: { input } }: Operation, things: Record<string, string>, fence: number) {
  const [area = ''] = name.split('.');
  const text = JSON.stringify(input)
    .replaceAll('"OPS-12"', `"${things['key']}"`)
    .replaceAll('"OPS-11"', `"${things['blocker']}"`)
    .replaceAll(example.item, things['item'] ?? '')
    .replaceAll(example.run, things['run'] ?? '')
    .replaceAll(example.request, things['request'] ?? '')
    .replaceAll(example.outcome, things['outcome'] ?? '')
    .replaceAll(example.bot, things['bot'] ?? '')
    .replaceAll(example.ana, things['owner'] ?? '')
    .replaceAll(example.artifact, things['artifact'] ?? '')
    .replaceAll('"cert-bot"', '"bot"')
    .replaceAll('"Ana"', '"Olga"')
    .replaceAll('"Gus"', '"Vera"');
  const said = JSON.parse(text) as Record<string, unknown>;
  const own = {
    ...('fence' in said && { fence }),
    ...(things[area] && area !== 'item' && 'id' in said && { id: things[area] }),
  };
  return { ...said, ...own, ...special(name, things) };
}

/** Where the example is about the wrong thing to be judged on. */
function special(name: string, things: Record<string, string>): Record<string, unknown> {
  if (name === 'work.claim') return { item: things['key'] };
  if (name === 'team.create') return { key: 'NEW', name: 'New', lead: things['owner'] };
  if (name.startsWith('token.'))
    return {
      id: things['bot'],
      ...(name === 'token.revoke' && { token: things['token'] }),
      ...(name === 'token.create' && { scopes: ['read'], teams: undefined }),
    };
  if (name === 'participant.invite') return { id: 'Mia' };
  if (name === 'participant.create') return { name: 'new-bot', sponsor: undefined };
  if (name === 'participant.retire') return { successor: undefined };
  if (name === 'provider.test' || name === 'decision.get') return { id: things['bot'] };
  if (name === 'provider.create') return { name: 'Another', mappings: [] };
  if (name === 'search.query') return { q: 'certificate' };
  return {};
}

/** Who the caller is to what is named, by the areas of operations. */
function factsOf({ name, needs: { action } }: Operation, me: string, world: Record<string, string>): Facts {
  const [area = ''] = name.split('.');
  const { owner = null, bot = null, sponsor = null, lead = null, item = '' } = world;
  const work = { id: item } as Facts['work'] & object;
  const about = { owner, executor: bot, executorSponsor: sponsor, teamLead: lead, work };
  const subject = name === 'password.change' || area === 'session' || area === 'passkey' ? me : null;
  if (subject) return { subject };
  if (area === 'request') return { ...about, addressed: me === owner, creator: bot };
  if (area === 'outcome' || area === 'view') return { owner: area === 'outcome' ? owner : null, creator: owner };
  if (area === 'team') return { teamLead: lead };
  if (['participant.invite', 'participant.reset_access', 'participant.set_email'].includes(action)) return {};
  if (area === 'participant' || area === 'token' || name === 'budget.set' || name === 'budget.get')
    return { subject: bot, subjectSponsor: sponsor };
  return area === 'stop' ? { subjectSponsor: sponsor } : about;
}

/** The first admin by a token with these limits. */
async function byToken(db: TestDatabase, limits: object): Promise<Bearer> {
  const { token } = await db.operator<Answer & { token: string }>(createToken, {
    id: 'me',
    name: 'limited',
    ...limits,
  });
  const found = await createAuthenticator({ database: db.database, now: () => db.clock.now }).authenticate(token);
  if (!found) throw new Error('the token that was just made stands for nobody');
  return found.bearer;
}

/** An admin of another workspace on the same server. */
async function foreignAdmin(db: TestDatabase): Promise<Bearer> {
  const client = new Client(db.config);
  await client.connect();
  await client.query(`insert into coact.workspaces (id, name, created_at) values ($1, 'Other', now())`, [
    OTHER_WORKSPACE,
  ]);
  await client.query(
    `insert into coact.participants (workspace, id, kind, name, role, status, created_at) values ($1, $2, 'human', 'Stranger', 'admin', 'active', now())`,
    [OTHER_WORKSPACE, STRANGER],
  );
  await client.query(
    `insert into coact.ledger_heads (workspace, size, sealed_size, seq, marked, awaited, frontier) values ($1, 0, 0, 0, 0, '0', '{}')`,
    [OTHER_WORKSPACE],
  );
  await client.end();
  return { ...(await db.bearer('Operator')), id: STRANGER, name: 'Stranger' };
}
