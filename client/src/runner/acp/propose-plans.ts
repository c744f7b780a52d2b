import type { PlanEntry } from '@agentclientprotocol/sdk';
import type { Attempt } from '../attempt.ts';

/**
 * An agent's plan is a proposal: accepted, it is written beside the work; declined, with the reason, the agent is interrupted and
 * told to make another. It need not wait for the answer. A plan with other steps takes the place of the one before.
 */
export function proposePlans({ client, work, alerts, ending, complain }: Attempt) {
  const item = work.claim.item.id;
  const made = new Set<string>();
  let last = '';
  let open: string | null = null;
  let turn = Promise.resolve();
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
    made.add(id);
    open = id;
    void watch(id);
  }
  async function watch(id: string): Promise<void> {
    while (open === id && !ending.aborted) {
      await alerts.next(5_000, ending);
      const { state } = await client.request.get({ id }).catch(() => ({ state: 'open' }));
      if (state === 'open' || open !== id) continue;
      open = null;
      if (state === 'declined') interrupt();
    }
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
    /** The proposals that were made. */
    known: (): ReadonlySet<string> => made,
    onDeclined: (act: () => void) => void (interrupt = act),
    /** Nobody has to judge the plan of a run that is over. */
    async close() {
      await turn;
      await withdraw('The run has ended.');
    },
  };
}
