import type { Client, Signal } from '../../index.ts';

/** What was heard, in words for an agent that can only be spoken to; null when there is nothing it needs to hear. */
export async function wordsOfSignals(
  client: Client,
  signals: readonly Signal[],
  own: {
    /** Requests for the agent's plans: that one was accepted is no news. */
    plans: ReadonlySet<string>;
    /** Requests that the agent had its answer to already, and the words that came with it. */
    settled: ReadonlySet<string>;
  },
): Promise<string | null> {
  const words: string[] = [];
  for (const { kind, data } of signals) {
    const { request, text } = data;
    if (own.settled.has(String(kind === 'message' ? text : request))) continue;
    if (kind === 'decision' && typeof request === 'string' && own.plans.has(request)) {
      const { state, response } = await client.request.get({ id: request });
      const edits = response?.['edits'];
      if (state === 'declined')
        words.push(`Your plan was declined: ${reasonOf(response)} Make another one, and follow it.`);
      else if (Array.isArray(edits) && edits.length > 0)
        words.push(`Your plan was accepted with these edits: ${JSON.stringify(edits)}`);
    } else if (kind in said) {
      words.push(`${said[kind as keyof typeof said]}:\n${JSON.stringify(data)}`);
    }
  }
  return words.length > 0 ? `${words.join('\n\n')}\n\nGo on with the work, or say that it is done.` : null;
}

const said = {
  answer: 'What you asked was answered',
  decision: 'What you asked for was decided',
  message: 'You were sent word',
  contract_revised: 'The contract was revised',
  budget_low: 'A budget is nearly spent',
} as const;

const reasonOf = (response: Record<string, unknown> | null) => {
  const reason = response?.['reason'];
  return typeof reason === 'string' && reason !== '' ? reason : 'no reason was given.';
};
