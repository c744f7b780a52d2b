import { z } from 'zod';

const SHORTEST = 10;
const LONGEST = 200;

/** Why this may not be somebody's password, or null. Length is what counts; nobody is made to add a digit. */
export function passwordProblem(password: string, email: string | null): string | null {
  if (password.length < SHORTEST) return `has ${password.length} characters; use at least ${SHORTEST}`;
  if (password.length > LONGEST) return `has ${password.length} characters; use at most ${LONGEST}`;
  return email && password.toLowerCase() === email.toLowerCase()
    ? 'is the e-mail address; choose something that nobody can look up'
    : null;
}

export const newPassword = z
  .string()
  .min(SHORTEST)
  .max(LONGEST)
  .describe(`From ${SHORTEST} to ${LONGEST} characters, and not the e-mail address.`);
