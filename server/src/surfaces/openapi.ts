import type { ServerFacts } from '../operations/context.ts';
import type { Operation } from '../operations/define.ts';
import { areaOf, describeArea } from './areas.ts';
import { httpLine } from './http-line.ts';
import { openApiFixedPaths } from './openapi-fixed-paths.ts';
import { openApiOperation } from './openapi-operation.ts';
import { createProblems, problemSchema } from './openapi-problems.ts';
import { type Json, createSchemas } from './openapi-schemas.ts';

const about = `Coact clarifies, coordinates and completes work across people and AI agents. Every operation here is also a command
of \`coact\` and a method of the client, under the same name.

Lists come in pages: send \`next\` back as \`cursor\`. Commands take an \`Idempotency-Key\`: the same key never acts twice. A key
such as OPS-12 is accepted wherever an item's id is. Fields that are not known are refused, never dropped.`;

/** The whole interface as OpenAPI 3.1, from the registry: complete, and the same for the same operations. */
export function openApiDocument(registry: readonly Operation[], { version, publicUrl }: ServerFacts): Json {
  const operations = registry.filter(({ internal }) => !internal);
  const parts = { schemas: createSchemas(), problems: createProblems(publicUrl) };
  const { schemas, problems } = parts;
  // Answers first, so that a name belongs to what is answered where the two differ.
  for (const { output } of operations) if (output) schemas.convert(output, 'output');
  const paths = {
    ...operationPaths(operations, (operation) => openApiOperation(operation, parts)),
    ...openApiFixedPaths(parts),
  };
  const areas = [
    ...new Set([...operations.map(({ name }) => areaOf(name)), 'artifact', 'event', 'ledger', 'server']),
  ].sort();
  return {
    openapi: '3.1.0',
    info: {
      title: 'Coact',
      version,
      summary: 'Self-hosted agentic work management for people and AI agents.',
      description: about,
      contact: { name: 'The admins of this Coact', url: publicUrl },
      license: { name: 'Apache 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: publicUrl }],
    security: [{ bearer: [] }, { session: [] }],
    tags: areas.map((name) => ({ name, description: describeArea(name) })),
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: { Problem: problemSchema, ...schemas.named() },
      parameters: parameters(operations),
      headers: headers(operations),
      responses: problems.responses(),
      examples: problems.examples(),
      securitySchemes,
    },
  };
}

function operationPaths(
  operations: readonly Operation[],
  describe: (operation: Operation) => Json,
): Record<string, Json> {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const { method, path } = httpLine(operation);
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(operation) };
  }
  return paths;
}

const ifMatch = (required: boolean): Json => ({
  name: 'If-Match',
  in: 'header',
  required,
  description: 'The ETag of the version that you are changing, such as `"7"`; `*` for whichever there is.',
  schema: { type: 'string', pattern: String.raw`^((W/)?"\d{1,9}"|\*)$` },
  example: '"7"',
});

/** Only what some operation uses, as an unused component helps nobody. */
function parameters(operations: readonly Operation[]): Json {
  const commands = operations.filter(({ kind }) => kind === 'command');
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'A fresh key for every new command. Sent again with the same request it acts once and gets the same answer.',
    schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[ -~]+$' },
    example: '6b0a7a52-53c8-4c2a-9a3f-2f6f4a1f2f55',
  };
  return {
    ...(commands.length > 0 && { IdempotencyKey: key }),
    ...(commands.some(({ wantsVersion, refuses }) => !wantsVersion && refuses.includes('version_conflict')) && {
      IfMatch: ifMatch(false),
    }),
    ...(commands.some(({ wantsVersion }) => wantsVersion) && { IfMatchRequired: ifMatch(true) }),
  };
}

function headers(operations: readonly Operation[]): Json {
  const versioned = JSON.stringify(
    operations.map(({ output }) => Object.keys((output && 'shape' in output && output.shape) || {})),
  ).includes('"version"');
  const replayed = {
    description: 'Present when the answer is that of an earlier request with the same key.',
    schema: { const: 'true' },
  };
  return {
    RequestId: { description: 'Names this request in the log.', schema: { type: 'string', format: 'uuid' } },
    RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
    ...(versioned && {
      ETag: { description: 'The version of what was answered, in quotes.', schema: { type: 'string' } },
    }),
    ...(operations.some(({ kind }) => kind === 'command') && { IdempotencyReplayed: replayed }),
  };
}

const securitySchemes: Json = {
  bearer: { type: 'http', scheme: 'bearer', description: 'The token of an agent, a system or a script.' },
  session: { type: 'apiKey', in: 'cookie', name: 'coact_session', description: 'What a browser gets by signing in.' },
};
