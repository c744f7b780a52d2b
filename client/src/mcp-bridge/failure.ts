import { isRecord } from '../is-record.ts';

/** Why a message came to nothing: in words for whoever set the bridge up, and as an error of the protocol. */
export type Failure = { problem: string; error: { code: number; message: string; data?: unknown } };

/** The protocol leaves these codes to whoever serves it. */
const SERVER_ERROR = -32000;

export function failureOf(status: number, body: unknown): Failure {
  const problem = isRecord(body) ? body : {};
  const said = (name: string) => (typeof problem[name] === 'string' ? problem[name] : '');
  const words = [said('detail') || said('title'), said('hint')].filter((one) => one !== '').join(' ');
  const message = status === 401 ? signInWords(words) : words || `The server answered with status ${status}.`;
  return {
    problem: message,
    error: { code: SERVER_ERROR, message, data: { status, code: said('code') || undefined } },
  };
}

const signInWords = (words: string) =>
  `${words || 'The server does not know this token.'} Set COACT_TOKEN to an agent’s token in the settings of your client.`;

export function unreachable(url: URL, error: unknown): Failure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  const message = `The Coact server at ${url.origin} cannot be reached (${cause}). Check that it runs and that COACT_URL is right.`;
  return { problem: message, error: { code: SERVER_ERROR, message } };
}
