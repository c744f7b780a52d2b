import { ProtocolError, ProtocolErrorCode, type ReadResourceResult } from '@modelcontextprotocol/server';
import { isRefusal } from '../../domain/refusals.ts';
import type { Operation } from '../../operations/define.ts';
import { describeRefusal } from '../describe-refusal.ts';
import type { McpContext } from './call-tool.ts';

type Template = {
  uri: string;
  name: string;
  description: string;
  mimeType: string;
  /** The query that reads it, and what of its answer is shown. */
  operation: string;
  shows: (body: unknown) => string;
};

const json = (body: unknown) => JSON.stringify(body);

export const inboxUri = 'coact://inbox';
export const resources = [
  {
    uri: inboxUri,
    name: 'inbox',
    description: 'What waits for you, the most urgent first.',
    mimeType: 'application/json',
  },
];

const templates: readonly Template[] = [
  {
    uri: 'coact://items/{id}',
    name: 'item',
    description: 'A work item: its contract and where it stands.',
    mimeType: 'application/json',
    operation: 'item.get',
    shows: json,
  },
  {
    uri: 'coact://items/{id}/brief',
    name: 'brief',
    description: 'Everything that an executor needs to do the work.',
    mimeType: 'text/markdown',
    operation: 'item.brief_markdown',
    shows: (body) => (body as { markdown: string }).markdown,
  },
  {
    uri: 'coact://outcomes/{id}',
    name: 'outcome',
    description: 'A desired result: its measures and the work that serves it.',
    mimeType: 'application/json',
    operation: 'outcome.get',
    shows: json,
  },
];

export const resourceTemplates = templates.map(({ uri, name, description, mimeType }) => ({
  uriTemplate: uri,
  name,
  description,
  mimeType,
}));

type Query = { operation: string; input: Record<string, unknown> };

/** Reads a resource by the operation that knows it, as whoever asks. */
export async function readResource(
  operations: readonly Operation[],
  context: McpContext,
  uri: string,
): Promise<ReadResourceResult> {
  if (uri === inboxUri) {
    const body = await ask(operations, context, { operation: 'inbox.list', input: {} });
    return { contents: [{ uri, mimeType: 'application/json', text: json(body) }] };
  }
  for (const template of templates) {
    const id = idIn(template.uri, uri);
    if (id === null) continue;
    const body = await ask(operations, context, { operation: template.operation, input: { id } });
    return { contents: [{ uri, mimeType: template.mimeType, text: template.shows(body) }] };
  }
  throw new ProtocolError(
    ProtocolErrorCode.InvalidParams,
    `There is no resource ${uri}. List the templates of resources.`,
    { uri },
  );
}

function idIn(template: string, uri: string): string | null {
  const [before = '', after = ''] = template.split('{id}');
  if (!uri.startsWith(before) || !uri.endsWith(after)) return null;
  const id = uri.slice(before.length, uri.length - after.length);
  return id.length > 0 && !id.includes('/') && URL.canParse(`x:${id}`) ? decodeURIComponent(id) : null;
}

async function ask(
  operations: readonly Operation[],
  { execute, caller }: McpContext,
  { operation: name, input }: Query,
): Promise<unknown> {
  const operation = operations.find((one) => one.name === name);
  if (!operation)
    throw new Error(`A resource of MCP is read by ${name}, which is no operation. Mend surfaces/mcp/resources.ts.`);
  const outcome = await execute({ operation, ...caller, input });
  if (isRefusal(outcome))
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, describeRefusal(outcome), { code: outcome.refused });
  return outcome.body;
}

/** Completes the argument of a prompt: a team by its key, an outcome as in the address of one. */
export async function completeArgument(
  operations: readonly Operation[],
  context: McpContext,
  { name, letters }: { name: string; letters: string },
): Promise<string[]> {
  if (name === 'outcome') return completeId(operations, context, { uri: 'coact://outcomes/{id}', letters });
  if (name !== 'team') return [];
  const body = await ask(operations, context, { operation: 'team.list', input: { limit: 100 } });
  const keys = (body as { items: { key: string }[] }).items.map(({ key }) => key);
  return keys.filter((key) => key.startsWith(letters.toUpperCase()));
}

/** Completes the id of an item or outcome by what search finds for the letters typed so far. */
export async function completeId(
  operations: readonly Operation[],
  context: McpContext,
  { uri, letters }: { uri: string; letters: string },
): Promise<string[]> {
  if (letters.trim() === '') return [];
  const body = (await ask(operations, context, { operation: 'search.query', input: { q: letters, limit: 20 } })) as {
    items: { kind: string; key?: string | null; id?: string }[];
  };
  const kind = uri.includes('//outcomes/') ? 'outcome' : 'item';
  return body.items.flatMap((one) => {
    if (one.kind !== kind) return [];
    const found = kind === 'item' ? one.key : one.id;
    return found ? [found] : [];
  });
}
