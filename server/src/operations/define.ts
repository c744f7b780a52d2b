import type { z } from 'zod';
import type { Action, Facts } from '../domain/authority.ts';
import type { Refusal, RefusalCode } from '../domain/refusals.ts';
import type { CommandContext, QueryContext } from './context.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/**
 * One operation, said once. From it follow the HTTP route and its OpenAPI entry, the command (`coact work claim`), the
 * SDK's method (`client.work.claim`) and the reference page.
 */
type Common<Input extends z.ZodObject, Output extends z.ZodType | null> = {
  name: `${string}.${string}`;
  /** One sentence that a stranger understands: every door's help text. */
  summary: string;
  http: `${Method} /v1/${string}`;
  /** Fields that stand in the path are named there; a query's others go into the query string, a command's into the body. */
  input: Input;
  /** Null: the answer is empty (204). */
  output: Output;
  /** The answer's status; 200 unless stated. */
  status?: 200 | 201 | 202;
  /** True where an answer of null is possible: it becomes 204. */
  maybeEmpty?: true;
  refuses: readonly RefusalCode[];
  example: { input: z.input<Input>; output: Output extends z.ZodType ? z.input<Output> : null };
  /** Bytes of the body, where more than the usual are allowed. */
  bodyLimit?: number;
  /** Fields of input and answer that are never kept: what an `Idempotency-Key` remembers of a call has them blank. */
  secrets?: readonly string[];
};

/** Null where the answer is empty: always, or this once (`maybeEmpty`). */
type Answer<Output extends z.ZodType | null> = Output extends z.ZodType ? z.input<Output> | null : null;

export type Query<Input extends z.ZodObject, Output extends z.ZodType | null> = Common<Input, Output> & {
  /** Whether anybody may ask, signed in or not. */
  open?: true;
  needs: { action: Action };
  handle(context: QueryContext, input: z.output<Input>): Promise<Answer<Output> | Refusal>;
};

export type Command<Input extends z.ZodObject, Output extends z.ZodType | null, Loaded> = Common<Input, Output> & {
  /** Whether anybody may call it, signed in or not. */
  open?: true;
  /** Whether only Coact's own jobs run it: it has no door. */
  internal?: true;
  /** Whether an edit must say which version it changes, by `If-Match`. */
  wantsVersion?: true;
  /** Locks rows while it decides, in a transaction; others read, decide, and write if nothing changed meanwhile. */
  locks?: true;
  /** Reads what the decision and the authority need. It may run again when the facts change before the write. */
  load(context: CommandContext, input: z.output<Input>): Promise<Loaded | Refusal>;
  /** The action, and how things stand, that the authority is judged on before `decide` runs. */
  needs: {
    action: Action;
    facts?: (loaded: Loaded, context: CommandContext, input: z.output<Input>) => Facts;
    /** What the call also amounts to, for the rules of the policy: answering a handoff is claiming its work. */
    acts?: (loaded: Loaded, input: z.output<Input>) => readonly string[];
  };
  /** Asks the domain; queues the changes in `context.changes` and gives the answer. Nothing is written before it returns. */
  decide(
    context: CommandContext,
    loaded: Loaded,
    input: z.output<Input>,
  ): Answer<Output> | Refusal | Promise<Answer<Output> | Refusal>;
};

/** An operation with its types forgotten: what the pipeline and the doors work with. */
export type Operation = Omit<Common<z.ZodObject, z.ZodType | null>, 'example' | 'name'> & {
  name: string;
  kind: 'command' | 'query';
  example: { input: unknown; output: unknown };
  open?: true;
  internal?: true;
  wantsVersion?: true;
  locks?: true;
  needs: {
    action: Action;
    facts?: (loaded: never, context: CommandContext, input: never) => Facts;
    acts?: (loaded: never, input: never) => readonly string[];
  };
  load?: (context: CommandContext, input: never) => Promise<unknown>;
  decide?: (context: CommandContext, loaded: never, input: never) => unknown;
  handle?: (context: QueryContext, input: never) => Promise<unknown>;
};

export const query = <I extends z.ZodObject, O extends z.ZodType | null>(operation: Query<I, O>): Operation => ({
  ...operation,
  kind: 'query',
});

export const command = <I extends z.ZodObject, O extends z.ZodType | null, L>(operation: Command<I, O, L>): Operation =>
  ({ ...operation, kind: 'command' }) as unknown as Operation;
