import {
  RequestMalformedError,
  TaskNotCancelableError,
  TaskNotFoundError,
  UnsupportedOperationError,
  ContentTypeNotSupportedError,
} from '@a2a-js/sdk/errors';
import { type Refusal, isRefusal, refusals } from '../../domain/refusals.ts';
import taskGet from '../../operations/a2a/get.ts';
import type { Operation } from '../../operations/define.ts';
import type { Execute } from '../../operations/execute.ts';
import type { TaskResource } from '../../operations/resources/a2a.ts';
import type { Caller } from '../caller.ts';
import { describeRefusal } from '../describe-refusal.ts';

export type Asking = { execute: Execute; caller: () => Promise<Caller> };

/** Runs an operation as whoever calls, who is looked up anew, since a stream outlives many a token; a refusal is the protocol's own error. */
export async function ask<Body>({ execute, caller }: Asking, operation: Operation, input: object): Promise<Body> {
  const outcome = await execute({ operation, ...(await caller()), input });
  if (isRefusal(outcome)) throw protocolError(operation, outcome);
  return outcome.body as Body;
}

export const getTask = (asking: Asking, id: string) => ask<TaskResource>(asking, taskGet, { id });

/** What a refusal is called in A2A; what it has no word for is told as an operation that is not possible, in Coact's words. */
function protocolError(operation: Operation, refusal: Refusal): Error {
  const { hint, status } = refusals[refusal.refused];
  const said = { message: `${describeRefusal(refusal)} ${hint}`, metadata: { code: refusal.refused } };
  const ofTask = operation.name.startsWith('task.');
  if (refusal.refused === 'not_found' && ofTask) return new TaskNotFoundError(said);
  if (refusal.refused === 'wrong_state' && operation.name === 'task.cancel') return new TaskNotCancelableError(said);
  if (refusal.refused === 'too_large') return new ContentTypeNotSupportedError(said);
  if (status === 422 || status === 400) return new RequestMalformedError(said);
  return new UnsupportedOperationError(said);
}
