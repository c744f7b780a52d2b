import { AGENT_CARD_PATH, type AgentCard } from '@a2a-js/sdk';
import {
  type Client,
  ClientFactory,
  ClientFactoryOptions,
  DefaultAgentCardResolver,
  JsonRpcTransportFactory,
  RestTransportFactory,
} from '@a2a-js/sdk/client';
import type { Remote } from '../../../store/a2a-remotes.ts';
import type { Secret } from '../../../store/vault.ts';
import type { ServerFacts } from '../../context.ts';
import { fetchOutside } from '../../outbound/fetch-outside.ts';
import { isLoopbackHost } from '../../outbound/private-address.ts';

const CALL_MS = 10_000;
const ANSWER_BYTES = 5_000_000;

export type Place = Pick<Remote, 'url' | 'scheme'> & { credentials: Pick<Secret, 'reveal'> | null };
export type RemoteCall = { remote: Place; server: ServerFacts; signal: AbortSignal };
export type Connected = { client: Client; card: AgentCard };

/** Reads the card of an agent elsewhere, and how it is to be spoken to. */
export async function connectRemote(call: RemoteCall): Promise<Connected> {
  const fetchImpl = fetchFor(call);
  const transports = [new JsonRpcTransportFactory({ fetchImpl }), new RestTransportFactory({ fetchImpl })];
  const factory = new ClientFactory(ClientFactoryOptions.createFrom(ClientFactoryOptions.default, { transports }));
  const card = await resolveCard(call, fetchImpl);
  return { client: await factory.createFromAgentCard(card), card };
}

export const readCard = (call: RemoteCall): Promise<AgentCard> => resolveCard(call, fetchFor(call));

function resolveCard({ remote: { url } }: RemoteCall, fetchImpl: typeof fetch): Promise<AgentCard> {
  const named = new URL(url).pathname.endsWith('.json');
  return new DefaultAgentCardResolver({ fetchImpl }).resolve(url, named ? '' : AGENT_CARD_PATH);
}

/** Every address goes through the guard; this machine itself may be called only where the address of the card, an admin's word, is on it. */
function fetchFor({ remote: { url, scheme, credentials }, server: { privateHosts = [] }, signal }: RemoteCall) {
  const loopback = isLoopbackHost(new URL(url).hostname);
  const outside = { privateHosts, loopback, timeout: CALL_MS, maxBytes: ANSWER_BYTES, events: true };
  const fetchImpl: typeof fetch = async (input, init) => {
    const headers = Object.fromEntries(new Headers(init?.headers));
    if (scheme) headers['authorization'] = `${scheme} ${credentials?.reveal() ?? ''}`;
    const body = typeof init?.body === 'string' ? { body: init.body } : {};
    return fetchOutside(String(input), { method: init?.method ?? 'GET', headers, ...body, signal }, outside);
  };
  return fetchImpl;
}
