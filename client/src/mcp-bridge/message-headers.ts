import { isRecord } from '../is-record.ts';

const VERSION = 'io.modelcontextprotocol/protocolVersion';

/** What of a message stands in the headers as well, so that what is between client and server need not read the body. */
export function messageHeaders(message: unknown, negotiated: string | null): Record<string, string> {
  if (!isRecord(message)) return versionHeader(negotiated);
  const { method, params } = message;
  const meta = isRecord(params) && isRecord(params['_meta']) ? params['_meta'] : {};
  const stated = meta[VERSION];
  // Up to 2025-11-25 the version is agreed on once, and the method is told by the body alone.
  if (typeof stated !== 'string') return versionHeader(negotiated);
  const name = typeof method === 'string' && isRecord(params) ? nameOf(method, params) : undefined;
  return {
    ...versionHeader(stated),
    ...(typeof method === 'string' && { 'mcp-method': inHeader(method) }),
    ...(typeof name === 'string' && { 'mcp-name': inHeader(name) }),
  };
}

const versionHeader = (version: string | null): Record<string, string> =>
  version === null ? {} : { 'mcp-protocol-version': version };

/** What a request is about: a tool or a prompt by its name, a resource by its address, a task by its id. */
function nameOf(method: string, params: Record<string, unknown>): unknown {
  if (method === 'tools/call' || method === 'prompts/get') return params['name'];
  if (method.startsWith('tasks/')) return params['taskId'];
  return method === 'resources/read' ? params['uri'] : undefined;
}

const SAFE = /^(?! )[\x20-\x7e]*(?<! )$/;
const ENCODED = /^=\?base64\?.*\?=$/;

/** What a header cannot hold as it is goes in Base64, marked as such; and so does what only looks like it. */
const inHeader = (text: string) =>
  SAFE.test(text) && !ENCODED.test(text) ? text : `=?base64?${Buffer.from(text, 'utf8').toString('base64')}?=`;
