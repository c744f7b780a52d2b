import type { Operation } from '../operations/define.ts';

export type HttpLine = {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  pathFields: string[];
  reads: 'query' | 'body';
};

/** An operation's HTTP line in its parts: `PATCH /v1/items/{id}`; the fields that are not in the path come by query or body. */
export function httpLine({ http }: Pick<Operation, 'http'>): HttpLine {
  const [method, path] = http.split(' ') as [HttpLine['method'], string];
  const pathFields = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return { method, path, pathFields, reads: method === 'GET' || method === 'DELETE' ? 'query' : 'body' };
}
