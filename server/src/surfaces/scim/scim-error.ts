import { type Refusal, refusals } from '../../domain/refusals.ts';
import { describeRefusal } from '../describe-refusal.ts';

/** The codes of RFC 7644, section 3.12, as far as they are used here. */
export type ScimType =
  | 'invalidFilter'
  | 'invalidPath'
  | 'invalidSyntax'
  | 'invalidValue'
  | 'mutability'
  | 'noTarget'
  | 'uniqueness'
  | 'tooMany';

/** Why a request is not done, in the terms of SCIM. A value, like every refusal. */
export type ScimError = { failed: true; status: number; scimType?: ScimType; detail: string; refusal?: Refusal };

export const fail = (status: number, detail: string, scimType?: ScimType): ScimError => ({
  failed: true,
  status,
  detail,
  ...(scimType && { scimType }),
});

export const isFailure = (answer: unknown): answer is ScimError =>
  typeof answer === 'object' && answer !== null && 'failed' in answer;

/** What an operation refused, as SCIM says it. */
export function failureOf(refusal: Refusal): ScimError {
  const { status, hint } = refusals[refusal.refused];
  const detail = `${describeRefusal(refusal)} ${hint}`;
  if (refusal.refused === 'already_exists') return { ...fail(409, detail, 'uniqueness'), refusal };
  if (refusal.refused === 'invalid_input' || refusal.refused === 'unknown_reference')
    return { ...fail(400, detail, 'invalidValue'), refusal };
  return { ...fail(status === 422 ? 400 : status, detail), refusal };
}

export const errorBody = ({ status, scimType, detail }: ScimError) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  status: String(status),
  ...(scimType && { scimType }),
  detail,
});
