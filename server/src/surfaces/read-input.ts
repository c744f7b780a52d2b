import { limits } from '../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import type { Operation } from '../operations/define.ts';
import { convertQuery } from './convert-query.ts';
import { httpLine } from './http-line.ts';
import { readBody } from './read-body.ts';
import type { RequestContext } from './request-context.ts';
import { unknownFields } from './unknown-fields.ts';

type Fields = Record<string, unknown>;

/** Makes the function that gathers an operation's input from path, query and body, and refuses fields it does not know. */
export function createInputReader(operation: Operation) {
  const { pathFields, reads } = httpLine(operation);
  const { shape } = operation.input;
  const expected = Object.keys(shape).filter((name) => !pathFields.includes(name));
  const limit = operation.bodyLimit ?? limits.bodyBytes;

  return async function readInput(c: RequestContext): Promise<Fields | Refusal> {
    const query = readQuery(c.env.incoming.url ?? '', operation.input);
    const body = reads === 'body' ? await readBody(c.env.incoming, limit) : { json: {} };
    if (isRefusal(body)) return body;
    if (!isObject(body.json))
      return refuse('invalid_input', { errors: [{ field: 'body', problem: 'must be a JSON object' }] });

    const given = reads === 'body' ? body.json : query;
    const unplaced = [
      ...(reads === 'body' ? Object.keys(query) : []),
      ...Object.keys(given).filter((name) => pathFields.includes(name)),
    ];
    const unknown = unknownFields(operation.input, given).map(({ field, known }) => ({
      field,
      known: field.includes('.') ? known : expected,
    }));
    const wrong = [...unplaced.map((field) => ({ field, known: expected })), ...unknown];
    if (wrong.length > 0)
      return refuse('invalid_input', { errors: wrong.slice(0, 50).map((one) => toError(one, reads)) });
    const fromPath = Object.fromEntries(
      pathFields.map((name) => [name, shape[name] ? convertQuery(shape[name], [c.req.param(name) ?? '']) : undefined]),
    );
    return { ...given, ...fromPath };
  };
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function toError({ field, known }: { field: string; known: readonly string[] }, where: string) {
  const instead = known.length > 0 ? `; known are ${known.join(', ')}` : '';
  return { field, problem: `is not a field of this ${where}${instead}` };
}

function readQuery(url: string, { shape }: Operation['input']): Fields {
  const start = url.indexOf('?');
  if (start < 0) return {};
  const texts = Map.groupBy(new URLSearchParams(url.slice(start + 1)), ([name]) => name);
  return Object.fromEntries(
    [...texts].map(([name, pairs]) => {
      const values = pairs.map(([, text]) => text);
      return [name, Object.hasOwn(shape, name) && shape[name] ? convertQuery(shape[name], values) : values];
    }),
  );
}
