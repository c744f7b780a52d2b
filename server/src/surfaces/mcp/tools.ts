import type { Tool } from '@modelcontextprotocol/server';
import type { Operation } from '../../operations/define.ts';
import { inputSchema, outputSchema } from './tool-schema.ts';

/** The worker's dozen: all that it takes to do work, within ten kilobytes. Of the longest inputs it shows what workers use. */
const worker: Readonly<Record<string, readonly string[] | undefined>> = {
  'work.claim': undefined,
  'run.report': undefined,
  'run.deliver': undefined,
  'run.release': undefined,
  'run.fail': undefined,
  'item.brief': undefined,
  'item.get': undefined,
  'item.create': ['team', 'title', 'outcome', 'criteria', 'priority', 'parent', 'blockedBy'],
  'item.comment': undefined,
  // oxfmt-ignore
  'request.create': ['kind', 'to', 'item', 'text', 'blocking', 'options', 'default', 'done', 'remaining', 'class', 'severity', 'needed'],
  'artifact.create': undefined,
  'search.query': undefined,
};
/** Acts that end or take away something that others may want to keep. */
const destructive = /\.(cancel|delete|end|expire|fail|remove|retire|revoke|stop|take_over|undepend|unshare|withdraw)/;
/** People and their access, rules and the workspace are for whoever administers. */
const administers = /^(import|password|policy|price|provider|sample|session|setup|sign_in|token|workspace)\./;

export const toolSets = ['worker', 'manager', 'monitor', 'all'] as const;
export type ToolSet = (typeof toolSets)[number];

const isIn: Record<ToolSet, (operation: Operation) => boolean> = {
  worker: ({ name }) => Object.hasOwn(worker, name),
  manager: ({ name, open }) => !open && !administers.test(name),
  monitor: ({ kind, open }) => kind === 'query' && !open,
  all: ({ open }) => !open,
};

export type Tools = { list: Tool[]; byName: ReadonlyMap<string, Operation> };

/** The tools of a set. What needs no sign-in is no tool: whoever asks has signed in. */
export function toolsOf(operations: readonly Operation[], set: ToolSet): Tools {
  const these = operations.filter((one) => !one.internal && isIn[set](one));
  return {
    list: these.map((one) =>
      toolOf(one, set === 'worker' ? { fields: worker[one.name], most: 2 } : { fields: undefined, most: 100 }),
    ),
    byName: new Map(these.map((one) => [toolName(one.name), one])),
  };
}

export const toolName = (operation: string) => operation.replace('.', '_');

const ONCE_AS_GOOD_AS_TWICE = /^(PUT|DELETE) /;

function toolOf(operation: Operation, { fields, most }: { fields: readonly string[] | undefined; most: number }): Tool {
  const { name, summary, kind, http, input, output } = operation;
  return {
    name: toolName(name),
    title: titleOf(name),
    description: summary,
    inputSchema: withVersion(inputSchema(input, fields), operation),
    ...(output && { outputSchema: outputSchema(output, most) }),
    annotations: {
      ...(kind === 'query' ? { readOnlyHint: true } : { destructiveHint: destructive.test(name) }),
      ...(kind === 'command' && ONCE_AS_GOOD_AS_TWICE.test(http) && { idempotentHint: true }),
      openWorldHint: false,
    },
  };
}

/** Whether a call may, or must, say which version it changes: elsewhere the header `If-Match`. */
export const takesVersion = ({ wantsVersion, refuses }: Operation) =>
  wantsVersion === true || refuses.includes('version_conflict');

function withVersion(schema: ReturnType<typeof inputSchema>, operation: Operation) {
  if (!takesVersion(operation)) return schema;
  const ifMatch = { type: 'integer', description: 'The version that this changes.' };
  const required = [
    ...((schema['required'] as string[] | undefined) ?? []),
    ...(operation.wantsVersion ? ['ifMatch'] : []),
  ];
  return { ...schema, properties: { ...(schema['properties'] as object), ifMatch }, required };
}

const titleOf = (name: string) => {
  const [area = '', act = ''] = name.split('.');
  const words = `${act.replaceAll('_', ' ')} ${area.replaceAll('_', ' ')}`;
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};
