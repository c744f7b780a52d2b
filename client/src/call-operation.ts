import { type Operations, routes } from './generated/operations.ts';
import { HeldForApproval, heldRequest } from './held-for-approval.ts';
import type { CallOptions, Link, Message } from './send.ts';

export type OperationName = keyof Operations;
const isOperation = (name: string): name is OperationName => Object.hasOwn(routes, name);
export const operationNames: readonly OperationName[] = Object.keys(routes).filter(isOperation);

type Route = { kind: string; method: string; path: string };

/** Calls one operation by name and answers with what it answers with; null where the answer is empty. Throws CoactError, and HeldForApproval. */
export async function callOperation<Name extends OperationName>(
  link: Link,
  name: Name,
  input: Record<string, unknown> = {},
  options: CallOptions = {},
): Promise<Operations[Name]['output']> {
  const response = await link.send(toMessage(routes[name], input, options), options);
  const text = await response.text();
  const answer = text === '' ? null : JSON.parse(text);
  const held = heldRequest(response.status, answer);
  if (held) throw new HeldForApproval(held);
  return answer;
}

export function toMessage(
  { kind, method, path }: Route,
  input: Record<string, unknown>,
  { idempotencyKey, ifMatch }: CallOptions,
): Message {
  const rest = { ...input };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, param: string) => {
    const value = rest[param];
    delete rest[param];
    if (typeof value !== 'string' || value === '') throw new TypeError(`\`${param}\` is needed for ${method} ${path}`);
    return encodeURIComponent(value);
  });
  const headers = {
    ...(ifMatch !== undefined && { 'if-match': etag(ifMatch) }),
    ...(kind === 'command' && { 'idempotency-key': idempotencyKey ?? freshKey() }),
  };
  if (method === 'GET' || method === 'DELETE') return { method, path: `${filled}${queryString(rest)}`, headers };
  return {
    method,
    path: filled,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(rest),
  };
}

const etag = (version: number | string) =>
  /^(?:W\/)?".*"$|^\*$/.test(String(version)) ? String(version) : `"${version}"`;

/** Lists repeat their name; undefined is left out. */
function queryString(fields: Record<string, unknown>): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== null)
      .map((one) => [name, asText(one)]),
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString()}` : '';
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Not randomUUID: browsers keep that from pages served over plain HTTP, as in a local network. */
const freshKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
