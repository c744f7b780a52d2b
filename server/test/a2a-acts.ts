import assert from 'node:assert/strict';
import { type StreamResponse, type Task, TaskState } from '@a2a-js/sdk';
import type { Client } from '@a2a-js/sdk/client';
import { type Json, type a2aWorld, inWords, request, stateName } from './a2a-world.ts';

/** What the people and agents of a world do with work that came over A2A. */
export const stateOf = (task: Task) => stateName(task.status?.state);
export const wordsOf = (task: Task) => {
  const content = task.status?.message?.parts[0]?.content;
  return content?.$case === 'text' ? content.value : '';
};
export const sendTo = async (client: Client, ...given: Parameters<typeof request>): Promise<Task> => {
  const task = await client.sendMessage(request(...given));
  assert(!('messageId' in task), 'a message came back, no task');
  return task;
};

export const noFilter = {
  tenant: '',
  contextId: '',
  status: TaskState.TASK_STATE_UNSPECIFIED,
  pageToken: '',
  statusTimestampAfter: undefined,
};
export const read = (client: Client, id: string): Promise<Task> => client.getTask({ tenant: '', id });
export const waiting = (task: Task): Task | null =>
  task.status?.state === TaskState.TASK_STATE_INPUT_REQUIRED ? task : null;

export async function collect(stream: AsyncIterable<StreamResponse>, seen: string[]): Promise<string[]> {
  for await (const event of stream) seen.push(inWords(event));
  return seen;
}

export const stateIn = (body: Record<string, unknown>) => {
  const [inner] = Object.values(body) as { status?: { state?: string } }[];
  return inner?.status?.state ?? '';
};

export function actsIn(world: Awaited<ReturnType<typeof a2aWorld>>) {
  /** Makes a draft clear, accepts it and hands it to the worker; gives the live run. */
  async function start(id: string) {
    const { call, worker } = world;
    await call(`/v1/items/${id}/triage`, { as: 'accept' });
    const { version } = await call(`/v1/items/${id}`);
    const criteria = [{ text: 'It is written.', check: 'Read it.' }];
    const answer = await fetch(`${world.server.url}/v1/items/${id}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${world.server.token}`,
        'content-type': 'application/json',
        'if-match': `"${String(version)}"`,
      },
      body: JSON.stringify({ criteria, priority: 1 }),
    });
    assert.equal(answer.status, 200, await answer.text());
    await call(`/v1/items/${id}/commit`, {});
    const claimed = await call('/v1/work/claim', { item: id }, { token: worker.token });
    return claimed['run'] as { id: string; fence: number };
  }

  async function deliver(run: { id: string; fence: number }) {
    const evidence = [{ criterion: 'c1', text: 'The page, line by line.', name: 'page' }];
    await world.call(
      `/v1/runs/${run.id}/deliver`,
      { fence: run.fence, summary: 'Written.', evidence },
      { token: world.worker.token },
    );
  }

  async function accept(id: string) {
    const { items } = (await world.call(`/v1/requests?item=${id}&kind=review&state=open`)) as unknown as {
      items: Json[];
    };
    await world.call(`/v1/requests/${items[0]?.id ?? ''}/respond`, {
      verdicts: [{ criterion: 'c1', verdict: 'pass' }],
    });
  }

  const ask = (id: string, text: string) =>
    world.call(
      '/v1/requests',
      { kind: 'question', item: id, text, to: world.sender.id },
      { token: world.worker.token },
    );

  return { start, deliver, accept, ask };
}
