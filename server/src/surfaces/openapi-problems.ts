import { type Refusal, type RefusalCode, refusals } from '../domain/refusals.ts';
import type { Operation } from '../operations/define.ts';
import { httpLine } from './http-line.ts';
import type { Json } from './openapi-schemas.ts';
import { toProblem } from './problem.ts';

const exampleInstance = '5f0c9a3e-7a51-4c0e-9a52-1f7f1d0c8b11';

/** What every problem looks like; its facts stand beside these members. */
export const problemSchema: Json = {
  description: 'A refusal, after RFC 9457. The facts of the case stand beside these members.',
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'hint', 'instance', 'retryable'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'Leads to what this refusal means.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: {
      type: 'string',
      enum: Object.keys(refusals),
      description: 'Never renamed; the whole table is in the reference.',
    },
    detail: { type: 'string', description: 'The case in one sentence.' },
    hint: { type: 'string', description: 'What to do next.' },
    instance: { type: 'string', description: 'The id of the request, as in X-Request-Id.' },
    retryable: { type: 'boolean', description: 'Whether the same request may succeed later.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'problem'],
        properties: { field: { type: 'string' }, problem: { type: 'string' } },
      },
    },
  },
};

/** The refusals that an operation may give: those it declares, and those that its form brings with it. */
export function refusalsOf(operation: Operation): RefusalCode[] {
  const { kind, open, wantsVersion, refuses } = operation;
  const { pathFields, reads } = httpLine(operation);
  const common: (RefusalCode | false)[] = [
    'malformed',
    !open && 'unauthenticated',
    'forbidden',
    kind === 'command' && !open && 'forbidden_by_policy',
    kind === 'command' && !open && 'stopped',
    'foreign_origin',
    'not_active',
    !open && 'sponsor_away',
    !open && 'out_of_scope_token',
    pathFields.length > 0 && 'not_found',
    reads === 'body' && 'too_large',
    'invalid_input',
    kind === 'command' && 'key_reused',
    wantsVersion === true && 'precondition_required',
    wantsVersion === true && 'version_conflict',
    'internal',
    'unavailable',
    kind === 'command' && 'busy',
  ];
  return [...new Set([...common.filter((code) => code !== false), ...refuses])];
}

/** Collects the answers that say no: each set of codes and each example stands in the document once. */
export function createProblems(publicUrl: string) {
  const responses = new Map<string, Json>();
  const examples = new Map<string, Json>();

  /** Groups refusals by status into answers, each with its codes, their meaning and examples. */
  function respond(codes: readonly RefusalCode[]): Record<string, Json> {
    const byStatus = Object.groupBy([...new Set(codes)].sort(), (code) => refusals[code].status);
    return Object.fromEntries(Object.entries(byStatus).map(([status, here]) => [status, place(Number(status), here)]));
  }

  function place(status: number, codes: readonly RefusalCode[]): Json {
    for (const code of codes)
      examples.set(code, {
        summary: refusals[code].title,
        value: toProblem(exampleOf(code), { publicUrl, instance: exampleInstance }),
      });
    // A name of many codes would tell less than the codes themselves.
    if (codes.length > 3) return problemResponse(status, codes);
    const name = codes.map(inPascal).join('Or');
    responses.set(name, problemResponse(status, codes));
    return { $ref: `#/components/responses/${name}` };
  }
  return { respond, responses: () => sorted(responses), examples: () => sorted(examples) };
}

export type Problems = ReturnType<typeof createProblems>;

const inPascal = (code: string) => code.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
const sorted = (parts: ReadonlyMap<string, Json>) =>
  Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1)));

function problemResponse(status: number, codes: readonly RefusalCode[]): Json {
  return {
    description: codes.map((code) => `\`${code}\`: ${refusals[code].title}. ${refusals[code].hint}`).join('\n\n'),
    headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' }, ...statusHeaders[status] },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } }],
        },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}

const exampleOf = (code: RefusalCode): Refusal =>
  code === 'invalid_input'
    ? { refused: code, errors: [{ field: 'title', problem: 'Invalid input: expected string, received undefined' }] }
    : { refused: code };

const statusHeaders: Record<number, Json> = {
  401: { 'WWW-Authenticate': { description: 'How to authenticate.', schema: { type: 'string' } } },
  429: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
  503: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
};
