import { CoactError } from './coact-error.ts';
import type { Request } from './generated/operations.ts';
import { isRecord } from './is-record.ts';

/**
 * The act did not happen yet: a rule of the policy asks for approval, and `request` was put to those who may give it. Thrown,
 * so that nobody takes the answer for that of an act that has happened; sending it again gives the same request.
 */
export class HeldForApproval extends CoactError {
  readonly request: Request;

  constructor(request: Request) {
    const { because, rules, approvers } = request.body;
    super({
      status: 202,
      code: 'held',
      message: 'It waits for approval, and happens once it is approved',
      hint: 'Nothing needs to be sent again. Follow the request by its id, or withdraw it.',
      problem: { request: request.id, because, rules, approvers },
    });
    this.request = request;
  }
}

/** The request of an answer that says that the act is held, or null. */
export function heldRequest(status: number, answer: unknown): Request | null {
  return status === 202 && isRecord(answer) && answer['held'] === true ? (answer['request'] as Request) : null;
}
