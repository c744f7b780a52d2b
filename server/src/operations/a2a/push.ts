import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import { findTask } from '../../store/a2a-tasks.ts';
import { insertPush, listPushes, sealPush } from '../../store/a2a-pushes.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { pushResource } from '../resources/a2a.ts';
import { showPush } from './show-push.ts';
import { refusePushAddress } from './refuse-push-address.ts';

const secret = z
  .string()
  .max(2_000)
  .regex(/^[\x20-\x7e]*$/, 'may only hold printable ASCII')
  .default('');

export default command({
  name: 'task.push',
  summary: 'Be told of a task at an address, whenever it stands differently.',
  http: 'POST /v1/tasks/{id}/pushes',
  status: 201,
  input: z.object({
    id: z.string().min(1).max(100),
    push: z.string().min(1).max(200).optional().describe('Its name; one of the same name is replaced.'),
    url: z.url().max(2_000).describe('Only https, and not into a private network.'),
    token: secret.describe('Sent with each notification as X-A2A-Notification-Token.'),
    scheme: z
      .string()
      .max(40)
      .regex(/^[A-Za-z][\w.-]*$/)
      .optional()
      .describe('How notifications sign in, such as Bearer.'),
    credentials: secret.describe('What is sent after the scheme.'),
  }),
  output: pushResource,
  secrets: ['token', 'credentials'],
  needs: { action: 'task.push', facts: ({ mine }: { mine: string; item: string }) => ({ creator: mine }) },
  refuses: ['not_found', 'limit_reached', 'invalid_input'],
  example: {
    input: {
      id: ids.item,
      push: 'main',
      url: 'https://agent.example.com/told',
      scheme: 'Bearer',
      credentials: 'secret',
    },
    output: { task: ids.item, id: 'main', url: 'https://agent.example.com/told', scheme: 'Bearer', createdAt: ids.at },
  },

  async load({ connection, actor, server }, { id, push, url }): Promise<{ mine: string; item: string } | Refusal> {
    const unsafe = refusePushAddress(url, server.privateHosts);
    if (unsafe) return unsafe;
    const task = await findTask(connection, id, actor.id);
    if (!task) return refuse('not_found', { field: 'id', task: id });
    const there = await listPushes(connection, task.item);
    const isNew = !there.some((one) => one.id === push);
    return isNew && there.length >= limits.pushes
      ? refuse('limit_reached', { limit: limits.pushes })
      : { mine: actor.id, item: task.item };
  },

  decide({ actor, changes, connection, ids: fresh, now }, { item }, { push, url, token, scheme = '', credentials }) {
    const told = { told: null, attempts: 0, firstAt: null, createdAt: now };
    const named = { item, id: push ?? fresh.next() };
    const kept = sealPush(connection, named, { token, credentials });
    const one = { ...named, participant: actor.id, url, scheme, ...kept, ...told };
    const [cursor, insert] = insertPush(connection, one);
    if (cursor) changes.also(cursor, 'any');
    if (insert)
      changes.fact(
        { type: 'task.push_set', data: { push: one.id, host: new URL(url).host } },
        { subject: item },
        insert,
      );
    return showPush(one);
  },
});
