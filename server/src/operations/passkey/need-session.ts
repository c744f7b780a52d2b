import { type Refusal, refuse } from '../../domain/refusals.ts';
import type { Bearer } from '../../store/people.ts';

/** A token that got into wrong hands must not open a way in that outlives it: only whoever has signed in adds one. */
export const needSession = ({ purpose }: Bearer): Refusal | null =>
  purpose === 'session' ? null : refuse('wrong_state', { state: purpose, expected: ['session'] });
