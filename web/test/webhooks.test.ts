import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { Page } from 'playwright-core';
import { words } from '../src/words/index.ts';
import { lookOver } from './look-over.ts';
import { openStage, scrollsSideways, skip, type Stage } from './stage.ts';
import { type ReceivedHook, startReceiver } from './webhook-receiver.ts';

const says = words.webhooks;

let stage: Stage;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let page: Page;
before(async () => {
  if (skip) return;
  [stage, receiver] = await Promise.all([openStage(), startReceiver()]);
  await stage.owner.team.create({ name: 'Operations', key: 'OPS' });
  await stage.owner.participant.create({ kind: 'system', name: 'ci' });
  page = await stage.open('/settings/webhooks');
});
after(() => receiver?.end());

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const row = (name: string) => page.getByRole('listitem', { name, exact: true });
const dialog = () => page.getByRole('dialog');

/** Nothing is wrong with what is to be seen now, in light, in dark, and as wide as it is. */
async function lookAt(what: string): Promise<void> {
  assert.deepEqual(await lookOver(page), [], what);
  assert(!(await scrollsSideways(page)), what);
}

/** The secret that is shown this once; and closes it. */
async function takeSecret(): Promise<string> {
  const text = await dialog()
    .getByText(/^whsec_/)
    .first()
    .textContent();
  await press(says.done);
  return text?.trim() ?? '';
}

/** What has arrived at a path, once it is so much. */
async function arrived(path: string, count: number): Promise<ReceivedHook[]> {
  for (const end = Date.now() + 15_000; ; await pause(50)) {
    const all = await receiver.received(path);
    if (all.length >= count) return all;
    assert(Date.now() < end, `${all.length} of ${count} arrived`);
  }
}

test(
  'a webhook is added in the page with what it is kept to, and sends that and nothing else, signed',
  { skip },
  async () => {
    await press(says.add);
    await dialog().getByLabel(says.name, { exact: true }).fill('Chat');
    await dialog().getByLabel(says.url).fill(`${receiver.url}/chat`);
    await dialog()
      .getByLabel(says.areas['item.'] ?? '')
      .check();
    await dialog().getByLabel(says.otherTypes).fill('team.created');
    await dialog().getByLabel(says.filterTeam).selectOption({ label: 'Operations' });
    await lookAt('the form');
    await press(says.save);
    await receiver.set('/chat', { secrets: [await takeSecret()] });
    await row('Chat')
      .getByText(`${says.areas['item.']}, team.created · ${says.inTeam('Operations')}`)
      .waitFor();

    await stage.owner.item.create({ title: 'Elsewhere', team: 'GEN' });
    const { key } = await stage.owner.item.create({ title: 'Here', team: 'OPS' });
    const [first] = await arrived('/chat', 1);
    assert.deepEqual([first?.event.type, first?.event.subject, first?.genuine], ['item.created', key, [true]]);
    assert.equal((await receiver.received('/chat')).length, 1);
  },
);

test('what it is kept to is changed in the page', { skip }, async () => {
  await press(says.editOf('Chat'));
  assert(
    await dialog()
      .getByLabel(says.areas['item.'] ?? '')
      .isChecked(),
  );
  assert.equal(await dialog().getByLabel(says.otherTypes).inputValue(), 'team.created');
  await dialog()
    .getByLabel(says.areas['item.'] ?? '')
    .uncheck();
  await dialog().getByLabel(says.otherTypes).fill('item.commented');
  await dialog().getByLabel(says.filterTeam).selectOption('');
  await dialog().getByLabel(says.filterItem).fill('OPS-1');
  await press(says.save);
  await row('Chat')
    .getByText(`item.commented · ${says.aboutItem('OPS-1')}`)
    .waitFor();
});

test('a test is sent from the page, and every attempt is to be seen', { skip }, async () => {
  await press(says.testOf('Chat'));
  const [, sent] = await arrived('/chat', 2);
  assert.equal(sent?.event.type, 'webhook.test');
  const log = row('Chat');
  await log.getByText('webhook.test').waitFor();
  await log.getByText(/204/).first().waitFor();
  await lookAt('the deliveries');
});

test('a new secret signs beside the old one', { skip }, async () => {
  await press(says.rotateOf('Chat'));
  const secret = await takeSecret();
  await receiver.set('/chat', { secrets: [secret] });
  await stage.owner.item.comment({ id: 'OPS-1', text: 'Signed twice' });
  const sent = (await arrived('/chat', 3))[2];
  assert.deepEqual([sent?.event.type, sent?.signatures, sent?.genuine], ['item.commented', 2, [true]]);
});

test(
  'what was delivered is sent again from the page; a receiver that is gone is switched off, and on again',
  { skip },
  async () => {
    await press(says.logOf('Chat'));
    await press(says.logOf('Chat'));
    await press(says.replayOf('item.commented'));
    await arrived('/chat', 4);

    await receiver.set('/chat', { manners: ['gone', 'ok'] });
    await stage.owner.item.comment({ id: 'OPS-1', text: 'Nobody there' });
    await arrived('/chat', 5);
    for (let tries = 0; (await stage.owner.webhook.list()).items[0]?.status === 'active'; tries += 1) {
      assert(tries < 100, 'it is switched off');
      await pause(100);
    }
    await page.reload();
    await row('Chat')
      .getByText(says.off['gone'] ?? '')
      .waitFor();
    await lookAt('one that is off');
    await press(says.switchOnOf('Chat'));
    await arrived('/chat', 6);
  },
);

test('an address for another system is made in the page, and what comes there is to be seen', { skip }, async () => {
  await press(says.addHook);
  await dialog().getByLabel(says.name, { exact: true }).fill('The alarm');
  await dialog().getByLabel(says.system).selectOption({ label: 'ci' });
  await dialog().getByLabel(says.team, { exact: true }).selectOption({ label: 'Operations' });
  await lookAt('the form of an address');
  await press(says.save);
  const address =
    (
      await dialog()
        .getByText(/\/hooks\//)
        .first()
        .textContent()
    )?.trim() ?? '';
  const secret = await takeSecret();
  const body = JSON.stringify({ type: 'intake', title: 'The disk is full' });
  const at = new Date();
  const headers = {
    'webhook-id': 'alarm-1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign('alarm-1', at, body),
  };
  assert.equal((await fetch(address, { method: 'POST', headers, body })).status, 200);
  await press(says.receivedOf('The alarm'));
  await row('The alarm')
    .getByText(/intake · done/)
    .waitFor();
  await lookAt('an address');
});

test('all of it fits a phone', { skip }, async () => {
  const small = await stage.open('/settings/webhooks', { phone: true });
  await small.getByRole('listitem', { name: 'Chat', exact: true }).waitFor();
  await small.getByRole('button', { name: says.editOf('Chat'), exact: true }).click();
  await small.getByRole('dialog').getByLabel(says.filterItem).waitFor();
  assert(!(await scrollsSideways(small)));
  assert.deepEqual(stage.complaints(), []);
});
