import type { PlanEntry } from '@agentclientprotocol/sdk';
import { isRecord } from '../../is-record.ts';
import type { Attempt } from '../attempt.ts';

/**
 * An agent's plan is a proposal: accepted, it is written beside the work; declined, with the reason, the agent is interrupted and
 * told to make another. It need not wait for the answer. A plan with other steps takes the place of the one before.
 */
export function proposePlans({ client, work, alerts, ending, settled, complain }: Attempt) {
  const item = work.claim.item.id;
  let last = '';
  let open: string | null = null;
  let turn = Promise.resolve();
  let words: string[] = [];
  let interrupt = () => {};

  async function propose(text: string): Promise<void> {
    await withdraw('Another plan took its place.');
    const { id } = await client.request.create({
      kind: 'proposal',
      item,
      blocking: false,
      text: `Plans to do it so:\n${text}`.slice(0, 10_000),
      operations: [{ operation: 'item.comment', input: { id: item, text: `Plan:\n${text}` } }],
    });
    settled.add(id).add(`Plan:\n${text}`);
    open = id;
    void watch(id);
  }
  async function watch(id: string): Promise<void> {
    while (open === id && !ending.aborted) {
      const found = await client.request.get({ id }).catch(() => null);
      if (!found || found.state === 'open') await alerts.next(5_000, ending);
      else if (open === id) hearAnswer(found.state, found.response ?? {});
    }
  }
  function hearAnswer(state: string, response: Record<string, unknown>): void {
    open = null;
    words.push(...wordsOfAnswer(state, response));
    if (state === 'declined') interrupt();
  }
  async function withdraw(reason: string): Promise<void> {
    if (open === null) return;
    const id = open;
    open = null;
    await client.request.withdraw({ id, reason }).catch(() => {});
  }
  return {
    hear(entries: readonly PlanEntry[]) {
      const text = entries.map(({ content }, at) => `${at + 1}. ${content}`).join('\n');
      if (text === '' || text === last) return;
      last = text;
      turn = turn
        .then(() => propose(text))
        .catch((error: unknown) => complain(`The plan was not proposed: ${String(error)}`));
    },
    onDeclined: (act: () => void) => void (interrupt = act),
    /** What the agent has to hear about its plans; each word once. */
    take(): string[] {
      const taken = words;
      words = [];
      return taken;
    },
    /** Nobody has to judge the plan of a run that is over. */
    async close() {
      await turn;
      await withdraw('The run has ended.');
    },
  };
}

function wordsOfAnswer(state: string, { reason, edits }: Record<string, unknown>): string[] {
  const why = typeof reason === 'string' && reason !== '' ? reason : 'no reason was given.';
  if (state === 'declined') return [`Your plan was declined: ${why} Make another one, and follow it.`];
  return (Array.isArray(edits) ? edits : []).flatMap((edit: unknown) =>
    isRecord(edit) && isRecord(edit['input'])
      ? [`Your plan was accepted with changes:\n${String(edit['input']['text'])}`]
      : [],
  );
}
