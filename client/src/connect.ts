import { callOperation, type OperationName, operationNames } from './call-operation.ts';
import { type FeedEvent, type FeedOptions, followEvents } from './events.ts';
import type { Operations } from './generated/operations.ts';
import { type Held, type HoldOptions, holdRun, type RunToHold } from './hold.ts';
import { type CallOptions, type ConnectOptions, createLink, type Message } from './send.ts';

/** One operation as a function: its input, then how to call it. Throws CoactError. */
export type Call<Name extends OperationName> = Operations[Name] extends { optional: true }
  ? (input?: Operations[Name]['input'], options?: CallOptions) => Promise<Operations[Name]['output']>
  : (input: Operations[Name]['input'], options?: CallOptions) => Promise<Operations[Name]['output']>;

type AreaOf<Name> = Name extends `${infer Area}.${string}` ? Area : never;
type Verb<Name, Area extends string> = Name extends `${Area}.${infer Rest}` ? Camel<Rest> : never;
type Camel<Text extends string> = Text extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Text;

/** `client.work.claim(…)` and so on, for every operation. */
type Areas = {
  [Area in AreaOf<OperationName> as Camel<Area>]: { [Name in OperationName as Verb<Name, Area>]: Call<Name> };
};

export type Client = Areas & {
  /** The server's address, without a slash at its end. */
  readonly url: string;
  /** By how many milliseconds the server's clock was ahead of ours when it last answered. */
  clockAhead: () => number;
  /** Calls an operation by a name that is known only at run time. */
  call: (name: OperationName, input: Record<string, unknown>, options?: CallOptions) => Promise<unknown>;
  /** For what is no operation, such as the ledger's export: sends with the same patience and errors, and gives the response. */
  send: (message: Message, options?: CallOptions) => Promise<Response>;
  /** Follows the ledger's feed; goes on after a lost connection where it was, without loss or doubles. */
  events(options?: FeedOptions): AsyncGenerator<FeedEvent, void, undefined>;
  /** Keeps a run alive in the background, and hands over its signals. */
  hold(run: RunToHold, options?: HoldOptions): Held;
};

const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A client of one server. It asks nothing before the first call. */
export function connect(options: ConnectOptions = {}): Client {
  const link = createLink(options);
  const areas: Record<string, Record<string, unknown>> = {};
  for (const name of operationNames) {
    const [area = '', verb = ''] = name.split('.');
    (areas[camel(area)] ??= {})[camel(verb)] = (input?: Record<string, unknown>, call?: CallOptions) =>
      callOperation(link, name, input, call);
  }
  const call = (name: OperationName, input: Record<string, unknown>, how?: CallOptions) =>
    callOperation(link, name, input, how);
  return {
    ...areas,
    url: link.url,
    clockAhead: link.clockAhead,
    call,
    send: link.send,
    events: (feed: FeedOptions = {}) => followEvents(link, options, feed),
    hold: (run: RunToHold, how: HoldOptions = {}) => holdRun(link, run, how),
  } as unknown as Client;
}
