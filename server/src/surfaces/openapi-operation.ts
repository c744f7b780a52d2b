import { z } from 'zod';
import { basePolicy } from '../domain/authority.ts';
import { exampleHeld, heldAnswer } from '../operations/held.ts';
import type { Operation } from '../operations/define.ts';
import { areaOf } from './areas.ts';
import { httpLine } from './http-line.ts';
import { type Problems, refusalsOf } from './openapi-problems.ts';
import type { Json, Schemas } from './openapi-schemas.ts';

/** Where the parts of the document go that several operations share. */
export type Parts = { schemas: Schemas; problems: Problems };

/** One operation's entry in the document. */
export function openApiOperation(operation: Operation, { schemas, problems }: Parts): Json {
  const { name, summary, open } = operation;
  const body = requestBody(operation, schemas);
  return {
    operationId: name,
    summary,
    description: `${summary}\n\n${allowed(operation)}`,
    tags: [areaOf(name)],
    ...(open && { security: [] }),
    parameters: [...fieldParameters(operation, schemas), ...headerParameters(operation)],
    ...(body && { requestBody: body }),
    responses: { ...answers(operation, schemas), ...problems.respond(refusalsOf(operation)) },
  };
}

const allowed = ({ open, needs }: Operation) =>
  open ? 'Anybody may call this, signed in or not.' : `Allowed to: ${basePolicy[needs.action].join(', ')}.`;

type ObjectSchema = { properties?: Record<string, Json>; required?: string[] };

function fieldParameters(operation: Operation, schemas: Schemas): Json[] {
  const { pathFields, reads } = httpLine(operation);
  const { properties = {}, required = [] } = schemas.convert(operation.input, 'input') as ObjectSchema;
  const sample = operation.example.input as Json;
  return Object.entries(properties)
    .filter(([name]) => reads === 'query' || pathFields.includes(name))
    .map(([name, { description, ...schema }]) => ({
      name,
      in: pathFields.includes(name) ? 'path' : 'query',
      required: pathFields.includes(name) || required.includes(name),
      ...(typeof description === 'string' && { description }),
      schema,
      ...(sample[name] !== undefined && { example: sample[name] }),
    }));
}

function headerParameters({ kind, wantsVersion, refuses }: Operation): Json[] {
  if (kind === 'query') return [];
  const versioned = wantsVersion ? 'IfMatchRequired' : refuses.includes('version_conflict') ? 'IfMatch' : null;
  return ['IdempotencyKey', ...(versioned ? [versioned] : [])].map((name) => ({
    $ref: `#/components/parameters/${name}`,
  }));
}

function requestBody(operation: Operation, schemas: Schemas): Json | null {
  const { pathFields, reads } = httpLine(operation);
  const { properties = {}, required = [], ...rest } = schemas.convert(operation.input, 'input') as ObjectSchema;
  const fields = Object.entries(properties).filter(([name]) => !pathFields.includes(name));
  if (reads === 'query' || fields.length === 0) return null;
  const wanted = required.filter((name) => !pathFields.includes(name));
  const schema = { ...rest, properties: Object.fromEntries(fields), ...(wanted.length > 0 && { required: wanted }) };
  const value = Object.fromEntries(
    Object.entries(operation.example.input as Json).filter(([name]) => !pathFields.includes(name)),
  );
  return { required: wanted.length > 0, content: { 'application/json': { schema, examples: { usual: { value } } } } };
}

function answers(operation: Operation, schemas: Schemas): Record<string, Json> {
  const { output, status = 200, maybeEmpty, kind, example } = operation;
  const replayed = kind === 'command' && {
    'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' },
  };
  const headers = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' }, ...replayed };
  const held = mayBeHeld(operation) && { 202: heldResponse(headers, schemas) };
  const empty = { 204: { description: output ? 'There is nothing.' : 'Done.', headers } };
  if (!output) return { ...held, ...empty };
  const etag = hasVersion(output) && { ETag: { $ref: '#/components/headers/ETag' } };
  const content = {
    'application/json': { schema: schemas.convert(output, 'output'), examples: { usual: { value: example.output } } },
  };
  return {
    ...held,
    [status]: { description: describe(output), headers: { ...headers, ...etag }, content },
    ...(maybeEmpty && empty),
  };
}

/** Whatever a rule may be about can be held, unless it would keep a secret until then. */
export const mayBeHeld = ({ kind, open, secrets }: Operation) => kind === 'command' && !open && !secrets;

const heldResponse = (headers: Json, schemas: Schemas): Json => ({
  description: 'A rule of the policy asks for approval: nothing happened yet, and `request` says who was asked.',
  headers,
  content: {
    'application/json': {
      schema: schemas.convert(heldAnswer, 'output'),
      examples: { held: { value: exampleHeld } },
    },
  },
});

const hasVersion = (output: z.ZodType) => output instanceof z.ZodObject && 'version' in output.shape;
const describe = (output: z.ZodType) => z.globalRegistry.get(output)?.description ?? 'Done.';
