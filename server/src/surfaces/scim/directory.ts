import { isRefusal } from '../../domain/refusals.ts';
import type { Operation } from '../../operations/define.ts';
import type { Execute } from '../../operations/execute.ts';
import type { Bearer } from '../../store/people.ts';
import { type ScimError, failureOf } from './scim-error.ts';

export type Person = {
  id: string;
  kind: string;
  name: string;
  email: string | null;
  role: string;
  status: 'active' | 'paused' | 'retired';
  teams: string[];
  version: number;
  createdAt: string;
};
export type Team = { id: string; key: string; name: string; version: number; createdAt: string };
export type Link = { id: string; externalId: string | null; userName: string | null };

export type Call = <Body>(name: string, input: object) => Promise<Body | ScimError>;

export type DirectoryOptions = {
  execute: Execute;
  operations: readonly Operation[];
  workspace: string;
  bearer: Bearer;
};

/** How this door calls operations: by their names, with the rights of whoever shows the token, like every other door. */
export function createCall({ execute, operations, workspace, bearer }: DirectoryOptions): Call {
  return async <Body>(name: string, input: object) => {
    const operation = operations.find((one) => one.name === name);
    if (!operation) throw new Error(`There is no operation ${name}.`);
    const outcome = await execute({ operation, workspace, bearer, input });
    return isRefusal(outcome) ? failureOf(outcome) : (outcome.body as Body);
  };
}

type Page<T> = { items: T[]; next: string | null };

/** Every page of a list. */
export async function all<T>(call: Call, name: string, input: object): Promise<T[] | ScimError> {
  const found: T[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await call<Page<T>>(name, { ...input, limit: 200, ...(cursor !== undefined && { cursor }) });
    if ('failed' in page) return page;
    found.push(...page.items);
    if (page.next === null) return found;
    cursor = page.next;
  }
}

/** The links of some participants or teams, by their ids. */
export async function linksOf(
  call: Call,
  kind: 'participant' | 'team',
  ids: readonly string[],
): Promise<Map<string, Link>> {
  const found = new Map<string, Link>();
  for (let from = 0; from < ids.length; from += 200) {
    const page = await call<{ items: Link[] }>('directory.links', { kind, ids: ids.slice(from, from + 200) });
    if ('failed' in page) return found;
    for (const link of page.items) found.set(link.id, link);
  }
  return found;
}
