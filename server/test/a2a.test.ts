import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type Task, TaskState } from '@a2a-js/sdk';
import { TaskNotCancelableError, TaskNotFoundError, UnsupportedOperationError } from '@a2a-js/sdk/errors';
import type { Client } from '@a2a-js/sdk/client';
import { actsIn, collect, noFilter, read, sendTo, stateIn, stateOf, waiting, wordsOf } from './a2a-acts.ts';
import { type Json, a2aWorld, bindings, message, receiver, request, until } from './a2a-world.ts';

const world = await a2aWorld();
const { accept, ask, deliver, start } = actsIn(world);

test('the card says without a sign-in what teams list, and with one what every team takes in', async () => {
  const { call, server, sender, client } = world;
  const intake = { description: 'Pages of all kinds.', tags: ['pages'], listed: false };
  await call('/v1/teams/GEN/intake', intake, { method: 'PUT' });
  const card = async () =>
    (await (await fetch(`${server.url}/.well-known/agent-card.json`)).json()) as {
      skills: { id: string }[];
      supportedInterfaces: unknown[];
    };
  const hidden = await card();
  assert.deepEqual(
    hidden.skills.map(({ id }) => id),
    ['work'],
  );
  assert.equal(hidden.supportedInterfaces.length, 2);
  await call('/v1/teams/GEN/intake', { ...intake, listed: true }, { method: 'PUT' });
  assert.deepEqual(
    (await card()).skills.map(({ id }) => id),
    ['work', 'GEN'],
  );
  for (const binding of bindings) {
    const extended = await (await client(binding, sender.token)).getAgentCard();
    assert.deepEqual(
      extended.skills.map(({ id }) => id),
      ['work', 'GEN'],
    );
    assert.match(extended.skills[1]?.description ?? '', /Pages of all kinds/);
  }
});

for (const binding of bindings)
  describe(`over ${binding}`, () => {
    let client: Client;
    before(async () => {
      client = await world.client(binding, world.sender.token);
    });

    test('a message becomes a draft in the team’s intake, and its ids and metadata stay on it', async () => {
      const one = message('Write the page\n\nWith a lamp on it.', {
        contextId: `talk-${binding}`,
        metadata: { team: 'GEN', ticket: 7 },
      });
      const task = await sendTo(client, one);
      assert.equal(stateOf(task), 'SUBMITTED');
      assert.equal(task.contextId, `talk-${binding}`);
      const item = await world.call(`/v1/items/${task.id}`);
      assert.deepEqual(
        [item['title'], item['state'], item['intake'], item['createdBy']],
        ['Write the page', 'draft', true, world.sender.id],
      );
      const kept = (await world.call(`/v1/items/${item.key}/conversation`)) as unknown as {
        context: string;
        participant: string;
        messages: Json[];
      };
      assert.deepEqual([kept.context, kept.participant], [`talk-${binding}`, world.sender.id]);
      assert.equal(kept.messages[0]?.id, one.messageId);
      assert.deepEqual(kept.messages[0]?.['metadata'], { team: 'GEN', ticket: 7 });
    });

    test('the same message twice, also at the same moment, is one item', async () => {
      const one = message('Once only');
      const all = await Promise.all([1, 2, 3, 4].map(async () => sendTo(client, one)));
      assert.equal(new Set(all.map(({ id }) => id)).size, 1);
      assert.equal((await sendTo(client, one)).id, all[0]?.id);
      const { tasks } = await client.listTasks({ ...noFilter, contextId: all[0]?.contextId ?? '' });
      assert.equal(tasks.length, 1);
    });

    test('the whole way: accepted, worked on, asked, answered by a message, delivered, verified, with what was made', async () => {
      const seen: string[] = [];
      const task = await sendTo(client, message('Write the page'));
      const following = collect(client.resubscribeTask({ tenant: '', id: task.id }), seen);
      const run = await start(task.id);
      await world.call(
        `/v1/runs/${run.id}/report`,
        { fence: run.fence, activity: 'Drawing', progress: 0.4 },
        { token: world.worker.token },
      );
      await until(async () => wordsOf(await read(client, task.id)) === 'Drawing');
      await until(() => seen.includes('status WORKING'));

      await ask(task.id, 'Which lamp?');
      const asked = await until(async () => waiting(await read(client, task.id)));
      assert.equal(wordsOf(asked), 'Which lamp?');
      await until(() => seen.includes('status INPUT_REQUIRED'));
      const answered = await sendTo(client, message('The green one.', { taskId: task.id, contextId: task.contextId }));
      assert.equal(stateOf(answered), 'WORKING');
      const { answers } = (await world.call(`/v1/items/${task.id}`)) as unknown as {
        answers: { question: string; answer: string }[];
      };
      assert.deepEqual(
        answers.map(({ question, answer }) => [question, answer]),
        [['Which lamp?', 'The green one.']],
      );

      await deliver(run);
      const verifying = await read(client, task.id);
      assert.equal(stateOf(verifying), 'WORKING');
      assert.equal(verifying.artifacts[0]?.metadata?.['verified'], false);
      await accept(task.id);
      await following;
      const done = await read(client, task.id);
      assert.equal(stateOf(done), 'COMPLETED');
      assert.equal(wordsOf(done), 'Written.');
      assert.equal(done.artifacts[0]?.name, 'page');
      assert.deepEqual(done.artifacts[0]?.parts[0]?.content, { $case: 'text', value: 'The page, line by line.' });
      assert.equal(done.artifacts[0]?.metadata?.['verified'], true);
      assert.deepEqual(
        done.history.map(({ parts }) => (parts[0]?.content as { value: string } | undefined)?.value),
        ['Write the page', 'Which lamp?', 'The green one.'],
      );
      assert.equal(seen[0], 'task SUBMITTED');
      for (const told of ['status WORKING', 'status INPUT_REQUIRED', 'artifact page'])
        assert(seen.includes(told), seen.join(', '));
      assert.equal(seen.at(-1), 'status COMPLETED');
    });

    test('a stream that breaks is taken up again and misses nothing of where the task stands', async () => {
      const seen: string[] = [];
      const gone = new AbortController();
      const first = collect(
        client.sendMessageStream(request(message('Follow me')), { signal: gone.signal }),
        seen,
      ).catch(() => undefined);
      await until(() => seen.length > 0);
      const { tasks } = await client.listTasks({ ...noFilter, status: TaskState.TASK_STATE_SUBMITTED });
      const id = tasks[0]?.id ?? '';
      gone.abort();
      await first;
      const run = await start(id);
      const again: string[] = [];
      const following = collect(client.resubscribeTask({ tenant: '', id }), again);
      await until(() => again.length > 0);
      assert.equal(again[0], 'task WORKING');
      await deliver(run);
      await accept(id);
      await following;
      assert.equal(again.at(-1), 'status COMPLETED');
      await assert.rejects(collect(client.resubscribeTask({ tenant: '', id }), []), UnsupportedOperationError);
    });

    test('a stream of a message ends when its sender is asked something', async () => {
      const seen: string[] = [];
      const one = message('Ask me');
      const following = collect(client.sendMessageStream(request(one)), seen);
      await until(() => seen.length > 0);
      const { tasks } = await client.listTasks(noFilter);
      const id = tasks[0]?.id ?? '';
      await start(id);
      await ask(id, 'Which one?');
      await following;
      assert.equal(seen.at(-1), 'status INPUT_REQUIRED');
    });

    test('what is declined at triage is rejected, with the reason', async () => {
      const task = await sendTo(client, message('Paint the moon'));
      await world.call(`/v1/items/${task.id}/triage`, { as: 'decline', reason: 'We do not paint moons.' });
      const rejected = await read(client, task.id);
      assert.deepEqual([stateOf(rejected), wordsOf(rejected)], ['REJECTED', 'We do not paint moons.']);
      await assert.rejects(sendTo(client, message('Please!', { taskId: task.id })), UnsupportedOperationError);
    });

    test('its sender takes work back while nobody has begun; after that its owner is asked', async () => {
      const task = await sendTo(client, message('Never mind'));
      const canceled = await client.cancelTask({ tenant: '', id: task.id, metadata: undefined });
      assert.equal(stateOf(canceled), 'CANCELED');
      await assert.rejects(client.cancelTask({ tenant: '', id: task.id, metadata: undefined }), TaskNotCancelableError);
      const busy = await sendTo(client, message('Keep going'));
      await start(busy.id);
      for (const _ of [1, 2])
        await assert.rejects(
          client.cancelTask({ tenant: '', id: busy.id, metadata: undefined }),
          TaskNotCancelableError,
        );
      const { items } = (await world.call(`/v1/requests?item=${busy.id}&kind=exception&state=open`)) as unknown as {
        items: Json[];
      };
      assert.equal(items.length, 1);
    });

    test('tasks are listed by conversation and state, in pages, with the newest first', async () => {
      const contextId = `list-${binding}`;
      const made: string[] = [];
      for (const text of ['One', 'Two', 'Three']) made.unshift((await sendTo(client, message(text, { contextId }))).id);
      await client.cancelTask({ tenant: '', id: made[0] ?? '', metadata: undefined });
      const all = await client.listTasks({ ...noFilter, contextId, pageSize: 2 });
      assert.deepEqual([all.tasks.map(({ id }) => id), all.totalSize], [made.slice(0, 2), 3]);
      const rest = await client.listTasks({ ...noFilter, contextId, pageSize: 2, pageToken: all.nextPageToken });
      assert.deepEqual([rest.tasks.map(({ id }) => id), rest.nextPageToken], [made.slice(2), '']);
      const open = await client.listTasks({ ...noFilter, contextId, status: TaskState.TASK_STATE_SUBMITTED });
      assert.deepEqual(
        open.tasks.map(({ id }) => id),
        made.slice(1),
      );
      assert.equal(
        (await client.listTasks({ ...noFilter, contextId, status: TaskState.TASK_STATE_FAILED })).totalSize,
        0,
      );
    });

    test('a task that there is not, or is somebody else’s, is not found, by any method', async () => {
      const task = await sendTo(client, message('Mine'));
      const stranger = await world.client(binding, world.stranger.token);
      for (const [who, id] of [
        [client, '0197a000-0000-7000-8000-000000000099'],
        [client, 'nonsense'],
        [stranger, task.id],
      ] as const) {
        await assert.rejects(read(who, id), TaskNotFoundError);
        await assert.rejects(who.cancelTask({ tenant: '', id, metadata: undefined }), TaskNotFoundError);
        await assert.rejects(sendTo(who, message('Hello', { taskId: id })), TaskNotFoundError);
        await assert.rejects(collect(who.resubscribeTask({ tenant: '', id }), []), TaskNotFoundError);
        await assert.rejects(
          who.listTaskPushNotificationConfig({ tenant: '', taskId: id, pageSize: 0, pageToken: '' }),
          TaskNotFoundError,
        );
      }
    });

    test('notifications reach a receiver, signed in and in order, and end with the task', async () => {
      const there = await receiver();
      const config = {
        tenant: '',
        id: 'main',
        taskId: '',
        url: there.url,
        token: 'mine',
        authentication: { scheme: 'Bearer', credentials: 'secret' },
      };
      const task = await sendTo(client, message('Tell me'), { taskPushNotificationConfig: config });
      const states = () => there.told.map(({ body }) => stateIn(body));
      await until(() => states().includes('TASK_STATE_SUBMITTED'));
      const { configs } = await client.listTaskPushNotificationConfig({
        tenant: '',
        taskId: task.id,
        pageSize: 0,
        pageToken: '',
      });
      assert.deepEqual(
        configs.map(({ id, url, token, authentication }) => [id, url, token, authentication?.credentials]),
        [['main', there.url, '', '']],
      );
      const run = await start(task.id);
      await until(() => states().includes('TASK_STATE_WORKING'));
      await deliver(run);
      await accept(task.id);
      await until(() => states().at(-1) === 'TASK_STATE_COMPLETED');
      assert.equal(there.told[0]?.headers['x-a2a-notification-token'], 'mine');
      assert.equal(there.told[0]?.headers['authorization'], 'Bearer secret');
      const after = await client.listTaskPushNotificationConfig({
        tenant: '',
        taskId: task.id,
        pageSize: 0,
        pageToken: '',
      });
      assert.deepEqual(after.configs, []);
    });

    test('where to tell is read, replaced and removed by its name', async () => {
      const there = await receiver();
      const task = await sendTo(client, message('Tell me'));
      const config = { tenant: '', id: 'main', taskId: task.id, url: there.url, token: '', authentication: undefined };
      await client.createTaskPushNotificationConfig(config);
      await client.createTaskPushNotificationConfig({ ...config, url: `${there.url}/again` });
      const one = await client.getTaskPushNotificationConfig({ tenant: '', taskId: task.id, id: 'main' });
      assert.equal(one.url, `${there.url}/again`);
      await client.deleteTaskPushNotificationConfig({ tenant: '', taskId: task.id, id: 'main' });
      await assert.rejects(
        client.getTaskPushNotificationConfig({ tenant: '', taskId: task.id, id: 'main' }),
        TaskNotFoundError,
      );
      await assert.rejects(client.createTaskPushNotificationConfig({ ...config, url: 'http://10.0.0.1/x' }), /https/);
    });

    test('who waits for the answer gets the task as it ended', async () => {
      const one = message('Wait for it');
      const waitingFor = client.sendMessage(request(one, { returnImmediately: false }));
      const id = await until(
        async () =>
          (await client.listTasks(noFilter)).tasks.find(({ history }) => history[0]?.messageId === one.messageId)?.id,
      );
      await world.call(`/v1/items/${id}/triage`, { as: 'decline', reason: 'No.' });
      assert.equal(stateOf((await waitingFor) as Task), 'REJECTED');
    });
  });
