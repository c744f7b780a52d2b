import type { Trouble } from './server.ts';
import { words } from '../words/index.ts';

/** What kept the reader from signing in through a provider, as the address tells it; null where nothing did. */
export function signInProblem(): Trouble | null {
  const code = location.pathname === '/sign-in' && new URLSearchParams(location.search).get('problem');
  if (!code) return null;
  const { problems } = words.start.signIn;
  return (Object.hasOwn(problems, code) ? problems[code] : undefined) ?? problems['refused'] ?? null;
}
