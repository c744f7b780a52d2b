import { type Client, connect } from '../index.ts';
import { exitCodes } from './exit-codes.ts';
import { type Env, findServer, type Place } from './find-server.ts';
import type { Terminal } from './terminal.ts';

/** What every command works with. The server is looked for only when a command needs it. */
export type CliContext = {
  terminal: Terminal;
  env: Env;
  now: () => number;
  place: () => Promise<Place>;
  client: () => Promise<Client>;
  /** What `coact` ends with when nothing is thrown: a check that fails has its say first. */
  exit: { code: number };
  /** Ends what is going on, with Ctrl-C. */
  signal: AbortSignal;
};

export function createContext({
  terminal,
  env,
  signal,
  now = Date.now,
}: {
  terminal: Terminal;
  env: Env;
  signal: AbortSignal;
  now?: () => number;
}): CliContext {
  let found: Promise<Place> | undefined;
  const place = () => (found ??= findServer(env));
  const retryFor = env['COACT_RETRY_SECONDS'] ? Number(env['COACT_RETRY_SECONDS']) * 1000 : undefined;
  return {
    terminal,
    env,
    signal,
    now,
    exit: { code: exitCodes.ok.code },
    place,
    async client() {
      const { url, token } = await place();
      return connect({
        url,
        token,
        headers: { 'user-agent': 'coact-cli' },
        ...(retryFor !== undefined && { retryFor }),
      });
    },
  };
}
