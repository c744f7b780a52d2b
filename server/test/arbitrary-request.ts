import fc from 'fast-check';

/** Requests made from the OpenAPI document: mostly of the form it states, often wrong in one place, now and then garbage. */

type Json = Record<string, unknown>;
type Schema = Json & {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  minimum?: number;
  maximum?: number;
  format?: string;
};
type Parameter = { $ref?: string; name: string; in: string; schema: Schema; required?: boolean };
type Declared = {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Json;
};
export type Document = {
  paths: Record<string, Record<string, Declared>>;
  components: Record<string, Record<string, unknown>>;
};

export type FuzzRequest = {
  operationId: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
};

/** What exists, by the word of its addresses: ids and keys that a request may hit. */
export type Known = Readonly<Record<string, readonly string[]>>;

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '../..',
    '%00',
    "'; drop table items;--",
    [],
    {},
    [[]],
    { a: { b: {} } },
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const chanceOf = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, weight = 12) =>
  fc.oneof({ arbitrary: usual, weight }, { arbitrary: rare, weight: 1 });

export function arbitraryRequest(document: Document, known: Known): fc.Arbitrary<FuzzRequest> {
  const declared = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const usual = fc.constantFrom(...declared).chain((one) => requestOf(document, known, one));
  const lost = fc.record({
    operationId: fc.constant(''),
    method: fc.constantFrom('get', 'post', 'put', 'delete', 'patch', 'options'),
    path: fc.constantFrom(
      '/',
      '/v1',
      '/v1/nothing',
      '/v1/items/%',
      '/v1/items/GEN-1/nothing',
      '//v1/items',
      '/v1/items?%',
    ),
    headers: fc.constant({}),
    body: fc.constant(undefined),
  });
  return chanceOf(usual, lost, 40);
}

type One = { path: string; method: string; operation: Declared };

function requestOf(document: Document, known: Known, { path, method, operation }: One): fc.Arbitrary<FuzzRequest> {
  const parameters = (operation.parameters ?? []).map((one) => resolve<Parameter>(document, one));
  const named = (where: string) => parameters.filter((one) => one.in === where);
  const schema = operation.requestBody?.content['application/json']?.schema;
  return fc
    .record({
      inPath: fc.tuple(
        ...named('path').map(({ name, schema: of }) =>
          pathValue(document, known, of, path).map((value) => [name, value] as const),
        ),
      ),
      inQuery: fc.tuple(
        ...named('query').map(({ name, schema: of, required }) =>
          maybe(required, valueOf(document, known, of)).map((value) => [name, value] as const),
        ),
      ),
      headers: headersOf(named('header')),
      body: schema ? bodyOf(document, known, schema) : fc.constant(undefined),
    })
    .map(({ inPath, inQuery, headers, body }) => ({
      operationId: operation.operationId,
      method,
      path: pathWith(path, inPath) + queryOf(inQuery),
      headers: {
        ...headers,
        ...(body !== undefined && !('content-type' in headers) && { 'content-type': 'application/json' }),
      },
      body,
    }));
}

const maybe = (required: boolean | undefined, value: fc.Arbitrary<unknown>) =>
  required ? chanceOf(value, fc.constant(undefined)) : fc.option(value, { nil: undefined });

const pathWith = (path: string, values: readonly (readonly [string, string])[]) =>
  values.reduce((all, [name, value]) => all.replace(`{${name}}`, encodeURIComponent(value.toWellFormed())), path);

function queryOf(values: readonly (readonly [string, unknown])[]): string {
  const query = new URLSearchParams();
  for (const [name, value] of values) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined)
        query.append(name, (typeof one === 'string' ? one : (JSON.stringify(one) ?? '')).toWellFormed());
    }
  }
  return query.size > 0 ? `?${query}` : '';
}

/** Mostly one of its own kind: the address says which. */
const pathValue = (document: Document, known: Known, schema: Schema, path: string) =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...(known[path.split('/')[2] ?? ''] ?? all(known))), weight: 16 },
    { arbitrary: fc.constantFrom(...all(known)), weight: 1 },
    { arbitrary: fc.uuid(), weight: 1 },
    { arbitrary: valueOf(document, known, schema).map((value) => String(value) || 'x'), weight: 1 },
  );

const all = (known: Known) => Object.values(known).flat();

function headersOf(declared: Parameter[]): fc.Arbitrary<Record<string, string>> {
  const names = declared.map(({ name }) => name.toLowerCase());
  return fc
    .record(
      {
        ...(names.includes('if-match') && { 'if-match': fc.constantFrom('"1"', '"2"', 'W/"1"', '*', 'x', '"-1"') }),
        ...(names.includes('idempotency-key') && {
          'idempotency-key': chanceOf(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('ü', ' ', 'k'.repeat(300))),
        }),
        'content-type': fc.constantFrom('text/plain', 'application/json; charset=utf-8', 'application/xml'),
        'last-event-id': fc.constantFrom('x', '-1'),
      },
      { requiredKeys: names.includes('if-match') ? ['if-match'] : [] },
    )
    .map(({ 'content-type': type, 'last-event-id': last, ...usual }) => ({
      ...usual,
      ...(type === 'application/xml' && { 'content-type': type }),
      ...(last === 'x' && { 'last-event-id': last }),
    }));
}

const bodyOf = (document: Document, known: Known, schema: Schema): fc.Arbitrary<string | undefined> =>
  fc.oneof(
    { arbitrary: valueOf(document, known, schema).map((value) => JSON.stringify(value)), weight: 30 },
    { arbitrary: junk.map((value) => JSON.stringify(value)), weight: 2 },
    { arbitrary: fc.constantFrom('', '{', '[1,', 'null', `{"a":${'['.repeat(200)}${']'.repeat(200)}}`), weight: 1 },
  );

/** A value of a schema, wrong now and then. */
function valueOf(document: Document, known: Known, raw: Schema): fc.Arbitrary<unknown> {
  const schema = resolve<Schema>(document, raw);
  return chanceOf(rightValueOf(document, known, schema), junk, 80);
}

function rightValueOf(document: Document, known: Known, schema: Schema): fc.Arbitrary<unknown> {
  const { anyOf, oneOf, allOf, enum: choices, properties, items } = schema;
  const inner = (one: Schema) => valueOf(document, known, one);
  if ('const' in schema) return fc.constant(schema.const);
  if (choices) return fc.constantFrom(...choices);
  if (anyOf ?? oneOf) return fc.oneof(...(anyOf ?? oneOf ?? []).map(inner));
  if (allOf?.[0]) return inner(allOf[0]);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object':
      return objectOf(properties ?? {}, schema.required ?? [], inner);
    case 'array':
      return fc.array(items ? inner(items) : junk, { maxLength: 4 });
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? 0, -10), max: Math.min(schema.maximum ?? 1_000, 1_000_000) });
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 10, 1e6), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return textOf(schema, known);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** The required fields and a few of the others: with all of them, one would nearly always be wrong. */
function objectOf(
  properties: Record<string, Schema>,
  required: readonly string[],
  inner: (one: Schema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const optional = Object.keys(properties).filter((name) => !required.includes(name));
  return fc.subarray(optional, { maxLength: Math.min(2, optional.length) }).chain((some) => {
    const chosen = [...required, ...some].flatMap((name) =>
      properties[name] ? [[name, inner(properties[name])] as const] : [],
    );
    return fc.record(Object.fromEntries(chosen));
  });
}

function textOf({ format, pattern }: Schema, known: Known): fc.Arbitrary<string> {
  if (format === 'date-time')
    return fc.constantFrom('2026-01-05T09:00:00Z', '2020-02-29T23:59:59+01:00', '9999-12-31T23:59:59Z');
  if (format === 'email') return fc.emailAddress();
  if (format === 'uri') return fc.webUrl();
  if (typeof pattern === 'string' && pattern.includes('{64}')) return fc.constantFrom('a'.repeat(64), '0'.repeat(64));
  return fc.oneof(
    fc.constantFrom(...all(known), 'me'),
    fc.string({ minLength: 1, maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );
}

function resolve<T extends { $ref?: string }>(document: Document, one: T): T {
  if (!one.$ref) return one;
  const [, kind = '', name = ''] = /^#\/components\/(\w+)\/(\w+)$/.exec(one.$ref) ?? [];
  return document.components[kind]?.[name] as T;
}
