import type { RemoteCall } from '../../operations/a2a/remote/connect-remote.ts';
import { type Heard, readRemote, sendRemote } from '../../operations/a2a/remote/remote-client.ts';
import itemBriefMarkdown from '../../operations/item/brief-markdown.ts';
import requestGet from '../../operations/request/get.ts';
import type { Delegation } from '../../store/a2a-remotes.ts';
import { type FollowOptions, actForRemote } from './act-for-remote.ts';

/** Sends what is to be sent, or asks how the task stands; `waiting` where it waits for an answer that nobody has given yet. */
export async function hearRemote(
  options: FollowOptions,
  call: RemoteCall,
  { run, item, task, context, question, misses }: Delegation,
): Promise<Heard | 'waiting'> {
  // A stream that came to nothing is not tried twice for one message.
  const about = { task, context, streamed: misses === 0 };
  if (task === null) {
    const asked = { id: item, maxTokens: 20_000 };
    const { markdown: text } = await actForRemote<{ markdown: string }>(options, itemBriefMarkdown, asked);
    return sendRemote(call, { ...about, messageId: `run-${run}`, text, metadata: { item, run } });
  }
  if (question === null) return { said: await readRemote(call, task), more: null };
  type Asked = { state: string; response: { answer?: string } | null };
  const { state, response } = await actForRemote<Asked>(options, requestGet, { id: question });
  if (state !== 'open') {
    const text = response?.answer ?? 'Nobody answered. Go on as you think best.';
    return sendRemote(call, { ...about, messageId: `answer-${question}`, text, metadata: { request: question } });
  }
  const said = await readRemote(call, task);
  return said.state === 'asks' ? 'waiting' : { said, more: null };
}
