import type { Operations } from '../generated/operations.ts';

/** One option of a command, as the generator reads it from an operation's input. */
export type Field = {
  /** As in the body; a dot leads into an object: `scope.included`. */
  name: string;
  /** `scalar`: a number or a word. `json`: whatever JSON says. */
  type: 'string' | 'integer' | 'number' | 'boolean' | 'scalar' | 'json';
  enum?: readonly string[];
  /** May be given again and again. */
  array?: true;
  required?: true;
  /** The word `null` clears it. */
  nullable?: true;
  description?: string;
  default?: string | number | boolean;
  /** The property that a plain text stands for, where an object is asked for: `--criteria 'It works'` is `{text: 'It works'}`. */
  shorthand?: string;
  /** The properties of the objects in a list, which may be written `criterion=c1,verdict=pass` instead of as JSON. */
  parts?: readonly string[];
};

export type OperationName = keyof Operations;

export type CommandLine = {
  readonly [Name in OperationName]: { summary: string; params: readonly string[]; fields: readonly Field[] };
};
