import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { command, query } from '../server/src/operations/define.ts';
import { generateClient } from './generate-client.ts';
import { listFields } from './list-fields.ts';
import { printType } from './print-type.ts';
import { schemaOf } from './schema-of.ts';

const typeOf = (schema: z.ZodType) => printType(schemaOf(schema));

test('a schema becomes the type that a reader would write', () => {
  const types: [z.ZodType, string][] = [
    [z.string(), 'string'],
    [z.int().nullable(), 'number | null'],
    [z.enum(["it's", 'b']).array(), "('it\\'s' | 'b')[]"],
    [z.record(z.string(), z.int()), 'Record<string, number>'],
    [z.tuple([z.string(), z.boolean()]), '[string, boolean]'],
    [z.unknown().array(), 'unknown[]'],
    [z.object({}), 'Record<never, never>'],
    [
      z.object({ 'if-match': z.literal(7), b: z.string().default('x').describe('Why */ so') }),
      "{\n  'if-match': 7;\n  /** Why *\\/ so */\n  b?: string | undefined;\n}",
    ],
    [z.object({ a: z.string().nullable() }).array(), '{\n  a: string | null;\n}[]'],
    [
      z.union([z.object({ a: z.int() }), z.object({ b: z.int() })]).array(),
      '({\n  a: number;\n} | {\n  b: number;\n})[]',
    ],
  ];
  for (const [schema, type] of types) assert.equal(typeOf(schema), type);
});

test('each field becomes an option that knows what it takes', () => {
  const input = z.object({
    id: z.string(),
    priority: z
      .union([z.int(), z.enum(['high', 'low'])])
      .nullable()
      .optional(),
    blockedBy: z.union([z.string(), z.array(z.string())]).describe('One or several.'),
    criteria: z.array(z.object({ text: z.string(), check: z.string().optional() })).optional(),
    budget: z.object({ tokens: z.int().optional() }).nullish(),
    to: z.union([z.string(), z.object({ team: z.string() })]).optional(),
    limit: z.int().default(50),
  });
  assert.deepEqual(listFields(schemaOf(input), {}), [
    { name: 'id', type: 'string', required: true },
    { name: 'priority', type: 'scalar', enum: ['high', 'low'], nullable: true },
    { name: 'blockedBy', type: 'string', array: true, required: true, description: 'One or several.' },
    { name: 'criteria', type: 'json', array: true, shorthand: 'text', parts: ['text', 'check'] },
    { name: 'budget', type: 'json', nullable: true },
    { name: 'budget.tokens', type: 'integer' },
    { name: 'to', type: 'string' },
    { name: 'limit', type: 'integer', default: 50 },
  ]);
});

const thing = z.object({ id: z.string() }).meta({ id: 'Thing' });
const read = query({
  name: 'thing.get',
  summary: 'Read a thing.',
  http: 'GET /v1/things/{id}',
  input: z.object({ id: z.string() }),
  output: thing,
  needs: { action: 'workspace.read' },
  refuses: [],
  example: { input: { id: 't' }, output: { id: 't' } },
  handle: async (_, { id }) => ({ id }),
});

test('the same registry gives the same files, whatever the order of its operations', () => {
  const end = command({
    name: 'thing.end',
    summary: 'End a thing.',
    http: 'DELETE /v1/things/{id}',
    input: z.object({ id: z.string() }),
    output: null,
    needs: { action: 'item.create' },
    refuses: [],
    example: { input: { id: 't' }, output: null },
    load: async () => null,
    decide: () => null,
  });
  const [routes, commandLine] = generateClient([read, end]);
  assert.deepEqual(generateClient([end, read]), [routes, commandLine]);
  assert.match(
    routes?.text ?? '',
    /'thing\.end': \{ input: ThingEndInput; output: null \};[^]*'thing\.get': \{ input: ThingGetInput; output: Thing \};/,
  );
  assert.match(routes?.text ?? '', /'thing\.get': \{ kind: 'query', method: 'GET', path: '\/v1\/things\/\{id\}' \},/);
});

test('two schemas of one name, and a field that the command line could not tell from its own, are refused', () => {
  const other = { ...read, name: 'other.get', output: z.object({ key: z.string() }).meta({ id: 'Thing' }) };
  assert.throws(() => generateClient([read, other]), /Two schemas are named Thing/);
  const clash = { ...read, input: z.object({ id: z.string(), json: z.string() }) };
  assert.throws(() => generateClient([clash]), /thing\.get has a field named json/);
});
