import { type Refusal, refuse } from '../../domain/refusals.ts';
import type { Connection } from '../../store/database.ts';
import { type Bearer, findBearer } from '../../store/people.ts';
import type { CommandContext } from '../context.ts';
import { loginLimiterOf } from '../login-limiter.ts';
import { readToken } from './token-text.ts';

type Link = { token: string; purpose: 'setup' | 'reset' };

/** Whose link it is, or null where it is none of this kind, was used, was replaced or is over. */
export async function findLinkHolder(
  connection: Connection,
  { token: text, purpose }: Link,
  now: number,
): Promise<Bearer | null> {
  const token = readToken(text);
  const bearer = token?.workspace === connection.workspace ? await findBearer(connection, token.hash, now) : null;
  return bearer?.purpose === purpose ? bearer : null;
}

/** Lets whoever holds a link go on, unless it was tried too often, is no link, or its person is not active. */
export function admitLinkHolder(
  { server, now }: Pick<CommandContext, 'server' | 'now'>,
  holder: Bearer | null,
  text: string,
): Bearer | Refusal {
  const limiter = loginLimiterOf(server);
  const tried = `link ${text}`;
  const retryAfter = limiter.attempt(tried, now);
  if (retryAfter !== null) return refuse('too_many_attempts', { retryAfter });
  if (!holder) return refuse('wrong_credentials', { field: 'token' });
  limiter.succeeded(tried);
  const { id, status } = holder;
  return status === 'active' ? holder : refuse('not_active', { participant: id, status });
}
