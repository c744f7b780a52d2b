import { CoactError } from 'coact';

/** A client of MCP that asks to work as an agent: who it says it is, and where the answer goes. */
export type Asking = { client: { name: string; uri: string | null }; returnsTo: string; scopes: string[] };
export type Consent = { agent: string; scopes?: string[]; teams?: string[] };

export const readAsking = (uid: string) => ask<Asking>(`/connect/${uid}/request`);

/** Where the browser goes next: back to the client, with a yes or a no. */
export const consent = (uid: string, given: Consent) => ask<{ to: string }>(`/connect/${uid}/consent`, given);
export const decline = (uid: string) => ask<{ to: string }>(`/connect/${uid}/refuse`, {});

/** These addresses are none of the operations: the browser’s cookie for this one connection goes with them alone. */
async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const sent = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, sent).catch(() => null);
  const answer = response && ((await response.json().catch(() => ({}))) as Record<string, unknown>);
  if (response?.ok) return answer as Answer;
  const said = (name: string) => (typeof answer?.[name] === 'string' ? answer[name] : '');
  throw new CoactError({
    status: response?.status ?? 0,
    code: said('code') || 'unreachable',
    message: said('title'),
    hint: said('hint'),
    problem: answer ?? {},
  });
}
