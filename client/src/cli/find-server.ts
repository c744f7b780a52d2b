import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { CliError } from './cli-error.ts';

export type Env = Readonly<Record<string, string | undefined>>;
/** A server, and the words for how it was found. */
export type Place = { url: string; token?: string; foundBy: string };

/** The data directory of a server on this machine: as the server itself chooses it. */
export function dataDirectory(env: Env, uid = process.getuid?.()): string | undefined {
  if (env['COACT_DATA_DIR']) return env['COACT_DATA_DIR'];
  if (uid === 0) return '/var/lib/coact';
  // The XDG specification wants relative values ignored.
  const { XDG_DATA_HOME: data, HOME: home } = env;
  if (data && isAbsolute(data)) return join(data, 'coact');
  return home && isAbsolute(home) ? join(home, '.local', 'share', 'coact') : undefined;
}

/** By COACT_URL and COACT_TOKEN; what they do not say is taken from the file that a server on this machine leaves. */
export async function findServer(env: Env): Promise<Place> {
  const { COACT_URL: url, COACT_TOKEN: token } = env;
  if (url && token) return { url: checked(url), token, foundBy: 'COACT_URL and COACT_TOKEN' };
  const operator = await readOperator(env);
  if (url) {
    const own = operator && sameOrigin(operator.url, checked(url)) ? operator.token : undefined;
    return {
      url: checked(url),
      ...(own && { token: own }),
      foundBy: own ? `COACT_URL and ${operator?.file}` : 'COACT_URL',
    };
  }
  if (operator) return { url: operator.url, token: token ?? operator.token, foundBy: operator.file };
  throw new CliError('No server found.', {
    exit: 'unreachable',
    hint: 'Start one with `npm start`, or set COACT_URL and COACT_TOKEN.',
  });
}

function checked(url: string): string {
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new CliError(`COACT_URL is "${url}", which is no web address.`, {
    exit: 'usage',
    hint: 'Set it to an address such as http://127.0.0.1:4180.',
  });
}

const sameOrigin = (left: string, right: string) => new URL(left).origin === new URL(right).origin;

export type Operator = { url: string; token: string; file: string };

/** `{"url", "token"}` of this machine's operator; undefined when no server has run with this data directory. */
export async function readOperator(env: Env): Promise<Operator | undefined> {
  const directory = dataDirectory(env);
  if (!directory) return undefined;
  const file = join(directory, 'operator.json');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw new CliError(`${file} cannot be read.`, {
      exit: 'notAllowed',
      hint: 'Run this as the account that runs the server, or set COACT_URL and COACT_TOKEN.',
    });
  }
  return parseOperator(text, file);
}

function parseOperator(text: string, file: string): Operator {
  try {
    const { url, token }: { url?: unknown; token?: unknown } = JSON.parse(text);
    if (typeof url === 'string' && URL.canParse(url) && typeof token === 'string') return { url, token, file };
  } catch {
    // Told below, as for any other content.
  }
  throw new CliError(`${file} is damaged.`, {
    exit: 'unreachable',
    hint: 'Start the server again: it writes the file anew.',
  });
}
