/** What somebody looks for, as a tree; `and` without parts lets everything through. Text and terms keep what was typed. */
export type Filter =
  | { is: 'and' | 'or'; parts: readonly Filter[] }
  | { is: 'not'; part: Filter }
  | { is: 'text'; text: string }
  | Term;

export type Term = { is: 'term'; key: Key; compare: Compare; value: string };

/** `=` is the one that is not written. */
export const compares = ['<=', '>=', '<', '>', '='] as const;
export type Compare = (typeof compares)[number];

export const keys = [
  'owner',
  'executor',
  'assignee',
  'state',
  'risk',
  'priority',
  'is',
  'team',
  'type',
  'label',
  'skill',
  'due',
  'age',
  'serves',
  'parent',
] as const;
export type Key = (typeof keys)[number];

export const isKey = (text: string): text is Key => (keys as readonly string[]).includes(text);

export const everything: Filter = { is: 'and', parts: [] };
