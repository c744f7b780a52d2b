import { z } from 'zod';
import { type RefusalCode, refusals } from '../domain/refusals.ts';
import type { Parts } from './openapi-operation.ts';
import type { Problems } from './openapi-problems.ts';
import type { Json, Schemas } from './openapi-schemas.ts';
import { streamQuery } from './stream-query.ts';

type Fixed = {
  summary: string;
  description: string;
  id: string;
  tag: string;
  open?: true;
  parameters?: Json[];
  type: string;
  schema: Json;
  example?: unknown;
  refuses?: RefusalCode[];
};

const status = (value: string): Json => ({
  type: 'object',
  required: ['status'],
  properties: { status: { const: value } },
});
const refusalSchema: Json = {
  type: 'object',
  required: ['code', 'status', 'retryable', 'title', 'hint'],
  properties: {
    code: { type: 'string' },
    status: { type: 'integer' },
    retryable: { type: 'boolean' },
    title: { type: 'string' },
    hint: { type: 'string' },
  },
};
const sample =
  'id: 12\nevent: item.committed\ndata: {"position":12,"id":"0197a000-0000-7000-8000-000000000041","type":"item.committed"}\n\n';

/** The addresses that are not operations, as the document tells them. */
export const openApiFixedPaths = ({ schemas, problems }: Parts): Record<string, Json> =>
  Object.fromEntries(
    Object.entries({ '/v1/events/stream': eventStream(schemas), ...others }).map(([path, entry]) => [
      path,
      { get: toOperation(entry, problems) },
    ]),
  );

const eventStream = (schemas: Schemas): Fixed => ({
  id: 'event.stream',
  tag: 'event',
  summary: 'Follow what happens, live.',
  description:
    'The ledger as server-sent events: `id` is the position, `event` the type, `data` the entry with its position. Whoever sends the last id back as `Last-Event-ID` misses nothing and gets nothing twice. A comment every 15 seconds keeps the connection open; a reader that takes nothing for 30 seconds is cut off and may resume.',
  parameters: streamParameters(schemas),
  type: 'text/event-stream',
  schema: { type: 'string' },
  example: sample,
  refuses: ['unauthenticated', 'out_of_scope_token', 'not_active', 'invalid_input', 'unknown_reference'],
});

const others: Record<string, Fixed> = {
  '/v1/ledger/export': {
    id: 'ledger.export',
    tag: 'ledger',
    summary: 'The whole sealed ledger.',
    description:
      'A header and the entries, one JSON text each line, as the ledger format says: for a verifier of your own. Allowed to: member.',
    type: 'application/jsonl',
    schema: { type: 'string' },
    refuses: ['unauthenticated', 'forbidden', 'out_of_scope_token', 'not_active', 'not_found'],
  },
  '/v1/artifacts/{sha256}/content': {
    id: 'artifact.content',
    tag: 'artifact',
    summary: 'The bytes of an artifact.',
    description:
      'As they were uploaded, with their media type: a file to keep, which browsers do not show in place unless it is a PDF. Allowed to: anyone in the workspace.',
    parameters: [
      {
        name: 'sha256',
        in: 'path',
        required: true,
        description: 'Lower-case hexadecimal.',
        schema: { type: 'string' },
        example: 'a'.repeat(64),
      },
    ],
    type: '*/*',
    schema: {},
    refuses: ['unauthenticated', 'out_of_scope_token', 'not_active', 'not_found'],
  },
  '/healthz': {
    id: 'server.health',
    tag: 'server',
    open: true,
    summary: 'Is the process up?',
    description: 'Answers as long as the process runs.',
    type: 'application/json',
    schema: status('up'),
    example: { status: 'up' },
  },
  '/readyz': {
    id: 'server.ready',
    tag: 'server',
    open: true,
    summary: 'Can it serve?',
    description: 'Answers 200 once the database can be reached and its schema is up to date.',
    type: 'application/json',
    schema: {
      ...status('ready'),
      required: ['status', 'version', 'unreadableSecrets'],
      properties: {
        status: { const: 'ready' },
        version: { type: 'string' },
        unreadableSecrets: {
          type: 'integer',
          minimum: 0,
          description: 'How many secrets in the database were sealed with a key that this server has not.',
        },
      },
    },
    example: { status: 'ready', version: '0.1.0', unreadableSecrets: 0 },
  },
  '/metrics': {
    id: 'server.metrics',
    tag: 'server',
    summary: 'Measures of this process.',
    description: "In Prometheus' text form. Allowed to: admin, also from this machine.",
    type: 'text/plain',
    schema: { type: 'string' },
    refuses: ['unauthenticated', 'forbidden'],
  },
  '/openapi.json': {
    id: 'server.openapi',
    tag: 'server',
    open: true,
    summary: 'This document.',
    description: 'The whole interface, as OpenAPI 3.1.',
    type: 'application/json',
    schema: { type: 'object' },
  },
  '/problems/{code}': {
    id: 'server.problem',
    tag: 'server',
    open: true,
    summary: 'What a refusal means.',
    description: 'Where the `type` of a problem leads.',
    parameters: [
      {
        name: 'code',
        in: 'path',
        required: true,
        description: 'The `code` of a problem.',
        schema: { type: 'string' },
        example: 'not_ready',
      },
    ],
    type: 'application/json',
    schema: refusalSchema,
    example: { code: 'not_ready', ...refusals.not_ready },
    refuses: ['not_found'],
  },
};

function streamParameters(schemas: Schemas): Json[] {
  const { properties = {} } = schemas.convert(streamQuery, 'output') as { properties?: Record<string, Json> };
  const query = Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: false,
    description,
    schema,
  }));
  const header = z.string().regex(/^\d{1,15}$/);
  return [
    ...query,
    {
      name: 'Last-Event-ID',
      in: 'header',
      required: false,
      description: 'The id of the last event that was received.',
      schema: schemas.convert(header, 'output'),
    },
  ];
}

function toOperation(
  { id, tag, open, summary, description, parameters, type, schema, example, refuses = [] }: Fixed,
  problems: Problems,
): Json {
  const codes: RefusalCode[] = ['foreign_origin', 'malformed', 'internal', 'unavailable', ...refuses];
  const content = { [type]: { schema, ...(example !== undefined && { examples: { usual: { value: example } } }) } };
  return {
    operationId: id,
    summary,
    description,
    tags: [tag],
    ...(open && { security: [] }),
    ...(parameters && { parameters }),
    responses: {
      200: {
        description: 'As asked.',
        headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } },
        content,
      },
      ...problems.respond(codes),
    },
  };
}
