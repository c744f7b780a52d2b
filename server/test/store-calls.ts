import type { Connection } from '../src/store/database.ts';
import { isSql } from '../src/store/sql.ts';
import type { StoreFunction } from './store-functions.ts';

/** What no operation reaches by its example, called with the things of the world: of each function its arguments after the connection. */
export function storeCalls(things: Record<string, string>, now: number): Record<StoreFunction, unknown[]> {
  const {
    item,
    run,
    request,
    team,
    view,
    event,
    provider,
    budget,
    webhook,
    hook,
    bot,
    owner,
    artifact,
    outcome,
    token,
  } = things;
  const at = new Date(now).toISOString();
  const lease = UNKNOWN;
  const leased = { lease, now, until: now + 1_000, limit: 10 };
  const push = {
    item,
    id: 'main',
    participant: owner,
    url: 'https://a.example',
    token: null,
    scheme: '',
    credentials: null,
  };
  const standing = { told: null, attempts: 0, firstAt: null, createdAt: now };
  const delivery = { id: event, webhook, place: 1, lease, attempts: 0, firstAt: null, item };
  const record = { kind: 'Grant', name: 'one', payload: {}, grant: 'g', uid: 'u', expiresAt: now + 1 };
  const hash = Buffer.from('hash');
  const passkey = {
    id: UNKNOWN,
    participant: owner,
    credential: 'c',
    publicKey: hash,
    counter: 0,
    transports: [],
    host: 'h',
    name: 'n',
    createdAt: now,
  };
  const challenge = { challenge: 'c', participant: owner, origin: 'https://a.example', expiresAt: now };
  const identity = {
    provider,
    subject: 's',
    participant: owner,
    given: { role: null, ownRole: null, teams: [] },
    createdAt: now,
  };
  const stored = {
    name: 'n',
    issuer: 'https://a.example',
    clientId: 'c',
    clientSecret: null,
    scopes: [],
    groupsClaim: null,
    mappings: [],
    createPeople: false,
    emailDomains: [],
    seal: hash,
  };
  const house = { id: provider, ...stored, version: 1, createdAt: now, updatedAt: now };
  const sample = { team, participants: [owner, bot], outcomes: [outcome] };
  const gone = { team, items: [item], requests: [request], participants: [bot], outcomes: [outcome], views: [view] };
  const look = {
    id: view,
    creator: owner,
    name: 'n',
    layout: 'list',
    filter: {},
    group: null,
    sort: null,
    team,
    shared: false,
  };
  const key = { participant: owner, key: 'k', operation: 'item.create', hash };
  const noted = { task: 't', context: null, told: null, question: null, misses: 0, ended: true, next: now };
  return {
    'a2a-pushes.listPushes': [item],
    'a2a-pushes.insertPush': [{ ...push, ...standing }],
    'a2a-pushes.deletePush': [item, 'main'],
    'a2a-pushes.markPending': [now],
    'a2a-pushes.leasePushes': [leased],
    'a2a-pushes.endPush': [push, lease, { told: 't', over: false }],
    'a2a-pushes.retryPush': [push, lease, now],
    'a2a-remotes.noteContact': [
      { participant: bot, url: 'https://a.example' },
      { now, trouble: 'away' },
    ],
    'a2a-remotes.deleteRemote': [bot],
    'a2a-remotes.waitingForRemotes': [{ tried: [], limit: 10 }],
    'a2a-remotes.adoptRuns': [now],
    'a2a-remotes.leaseDelegations': [leased],
    'a2a-remotes.renewDelegations': [{ held: [{ run, lease }], half: now, until: now }],
    'a2a-remotes.keepDelegation': [
      { run, lease },
      { task: 't', context: null, told: null },
    ],
    'a2a-remotes.noteDelegation': [{ run }, lease, noted],
    'a2a-tasks.messagesOf': [item],
    'a2a-tasks.reasonOfEnd': [item],
    'a2a-tasks.markTakenBack': [item],
    'budgets.saveBudget': [{ id: budget, participant: bot, team: null, period: 'day', limits: {}, version: 2 }],
    'deliveries.dueWebhooks': [now],
    'deliveries.leaseDue': [{ webhook, ...leased }],
    'deliveries.endAttempt': [
      { delivery, state: 'dead', at: now, attempt: { at: now, status: 500, ms: 1, error: null } },
    ],
    'deliveries.holdLane': [delivery, now],
    'deliveries.putBack': [delivery, 'skipped', now],
    'deliveries.replayDeliveries': [webhook, null, now],
    'deliveries.wakeDeliveries': [webhook, now],
    'deliveries.sweepDeliveries': [now, 10],
    'ended-runs.runsEndedWith': [bot, [{ item, at }]],
    'hooks.findReceipt': [hook, 'd'],
    'hooks.keepReceipt': [hook, { delivery: 'd', at: now, kind: 'check', outcome: 'done', item }],
    'hooks.sweepReceipts': [{ before: now, githubBefore: now, limit: 10 }],
    'idempotency.findAnswer': [key],
    'idempotency.keepAnswer': [key, { status: 200, body: {} }, now],
    'idempotency.sweepAnswers': [now],
    'identities.findIdentity': [{ provider, participant: owner }],
    'identities.insertIdentity': [identity],
    'identities.useIdentity': [identity, now],
    'identities.isSpent': [hash],
    'identities.spendSignIn': [hash, now],
    'identities.forgetSpentSignIns': [now],
    'items.lockNext': [{ executor: bot, teams: [team], skills: [], now }],
    'lead-over.leadOver': [{ participant: bot, team }],
    'ledger.seenPlaces': [[1, 2, 3]],
    'ledger.keepSeal': [{ from: 1, to: 2, frontier: [], tiles: [], root: hash, note: 'n', at: now }],
    'ledger.readCheckpoints': [{ upTo: 1_000, most: 10 }],
    'list-items.findItemIdByKey': [things['key']],
    'named-items.namedItems': [[item, things['key']]],
    'names-by-id.namesById': [[owner, bot]],
    'oauth.saveOauth': [record],
    'oauth.firstOauth': [record],
    'oauth.findOauth': [record, now],
    'oauth.findOauthByUid': ['Grant', 'u', now],
    'oauth.consumeOauth': [record, now],
    'oauth.keepOauth': [record, now],
    'oauth.removeOauth': [record],
    'oauth.removeOauthGrant': ['Grant', 'g'],
    'oauth.sweepOauth': [now],
    'oauth.renewToken': [{ id: token, hash }, now],
    'oauth.hashOfToken': [token],
    'outcomes.outcomeHeight': [outcome],
    'passkeys.insertPasskey': [passkey],
    'passkeys.renamePasskey': [passkey, 'n'],
    'passkeys.countPasskey': [passkey, 1, now],
    'passkeys.deletePasskey': [passkey],
    'passkeys.insertChallenge': [challenge],
    'passkeys.spendChallenge': [challenge],
    'passkeys.sweepChallenges': [now],
    'people.dutiesOf': [owner],
    'people.findSpentToken': [hash],
    'personal-data.forgetPerson': [owner],
    'personal-data.renameAuthor': ['Olga', 'Person 1'],
    'personal-data.renamePerson': [{ id: owner, version: 1, name: 'Person 1' }],
    'policies.policiesAt': [at],
    'policies.lockHeld': [request],
    'prices.findMoney': [['model']],
    'prices.deletePrice': ['model'],
    'providers.updateProvider': [house, house],
    'requests.findSealed': [request],
    'requests.findSealedSteps': [request],
    'requests.isOverrunOpen': [{ budget, starts: at.slice(0, 10) }],
    'retention.dueArtifacts': [{ endedBefore: at, limit: 10 }],
    'retention.eraseArtifact': [artifact, now],
    'rights.rightsFor': [item, null],
    'run-item.itemOfRun': [run],
    'sample.lockSampleItems': [sample],
    'sample.sampleRequests': [sample, [item]],
    'sample.findLeaning': [sample, [item]],
    'sample.rememberedOf': [sample, { items: [item], requests: [request] }],
    'sample.sampleViews': [sample],
    'sample.deleteSample': [gone, sample],
    'sealed.countUnreadable': [],
    'sealed.sealAnew': [],
    'stops.stopOver': [bot],
    'teams.teamHeight': [team],
    'teams.teamAncestors': [team],
    'tokens.touchTokens': [[{ token, at: now }]],
    'tokens.savePassword': [owner, 'hash'],
    'views.updateView': [
      { ...look, version: 1 },
      { ...look, createdAt: now, updatedAt: now },
    ],
    'ways-in.adminsWaysIn': [],
    'webhooks.activeWebhooks': [],
    'webhooks.lockBehind': [webhook],
    'webhooks.moveCursor': [webhook, 1],
    'webhooks.noteSuccess': [webhook],
    'webhooks.noteFailure': [webhook, { at: now, retryAt: now }],
  };
}

/** Those that ask nothing of the database by themselves, and why. */
export const asksNothing: Record<StoreFunction, string> = {
  'a2a-pushes.sealPush': 'seals a text',
  'a2a-remotes.sealCredentials': 'seals a text',
  'hooks.sealHookSecret': 'seals a text',
  'providers.sealClientSecret': 'seals a text',
  'webhooks.sealWebhookSecret': 'seals a text',
  'aside.aside': 'savepoints around work that is given',
  'aside.undone': 'a transaction around work that is given',
  'aside.writeNow': 'the statement of `commit`, which every command sends',
  'database.atomically': 'a transaction around work that is given',
  'sealed.inAll': 'goes through the workspaces, serving one at a time',
};

const UNKNOWN = '0197a000-0000-7000-8000-00000000beef';

type Loaded = Record<string, (connection: Connection, ...rest: unknown[]) => unknown>;

/** Calls one function; what it gives to be written by a command is written. */
export async function callStore(name: string, connection: Connection, given: readonly unknown[]): Promise<void> {
  const [file = '', own = ''] = name.split('.');
  const module = (await import(`../src/store/${file}.ts`)) as Loaded;
  const result = await module[own]?.(connection, ...given);
  for (const one of (Array.isArray(result) ? result : [result]) as unknown[])
    if (isSql(one)) await connection.query(one);
}
