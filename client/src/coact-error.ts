import { isRecord } from './is-record.ts';
import { type RefusalCode, retryableCodes } from './generated/operations.ts';

/** The answer by which the server says no: RFC 9457, with a code, a hint, and the facts of the refusal beside them. */
export type Problem = {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  hint?: string;
  [fact: string]: unknown;
};

/** `unreachable`: no answer at all. `unexpected`: an answer that is not Coact's. `held`: it waits for approval. `timeout`: none in time. */
export type ErrorCode = RefusalCode | 'unreachable' | 'unexpected' | 'timeout' | 'held';

/** What every call throws: the server's refusal, or that there was no answer (status 0). `hint` says what to do next. */
export class CoactError extends Error {
  override readonly name = 'CoactError';
  readonly status: number;
  /** One of `ErrorCode`, or one that a newer server knows. */
  readonly code: ErrorCode | (string & {});
  readonly hint: string;
  readonly problem: Problem;
  /** Whether the same call may succeed later, without anybody changing it. */
  readonly retryable: boolean;

  constructor(options: {
    status: number;
    code: string;
    message: string;
    hint: string;
    problem?: Problem;
    cause?: unknown;
  }) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.status = options.status;
    this.code = options.code;
    this.hint = options.hint;
    this.problem = options.problem ?? {};
    this.retryable = retryableCodes.includes(options.code) || isTransient(options.status);
  }
}

/** No answer, too many requests, or a server (or what stands before it) that is away for the moment. */
export const isTransient = (status: number): boolean => [0, 429, 502, 503, 504].includes(status);

/** Reads a refusal from an answer that is not ok. */
export async function readError(response: Response): Promise<CoactError> {
  const { status } = response;
  const text = await response.text().catch(() => '');
  const problem = parseProblem(text);
  if (!problem?.code) {
    return new CoactError({
      status,
      code: 'unexpected',
      message: `The answer is not one of Coact's (status ${status})`,
      hint: `Check that the address is that of a Coact server: ${new URL(response.url || 'about:blank').origin}.`,
      ...(problem && { problem }),
    });
  }
  return new CoactError({
    status,
    code: problem.code,
    message: problem.detail ?? problem.title ?? problem.code,
    hint: problem.hint ?? '',
    problem,
  });
}

function parseProblem(text: string): Problem | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
