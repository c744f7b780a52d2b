import { isRefusal } from '../domain/refusals.ts';
import type { SignInProblem } from '../domain/sign-in/problems.ts';
import { beginSignIn } from '../operations/sign-in/begin.ts';
import complete from '../operations/sign-in/complete.ts';
import { type Attempt, openAttempt, sealedFor } from '../operations/sign-in/seal.ts';
import { SignInTrouble } from '../operations/sign-in/trouble.ts';
import { verifyCallback } from '../operations/sign-in/verify.ts';
import { type StoredProvider, findProvider } from '../store/providers.ts';
import { readCaller } from './caller.ts';
import { cameFrom, sessionCookie } from './credentials.ts';
import type { FixedRoute } from './fixed-routes.ts';
import type { AppOptions } from './http.ts';
import type { RequestContext } from './request-context.ts';
import { returnPath } from './return-path.ts';
import { apiHeaders } from './security-headers.ts';
import { sealedIn, signInCookie } from './sign-in-cookie.ts';

/** How many answers of providers are verified at once: each makes a few requests of ours. */
const AT_ONCE = 32;

/** Where a browser goes to sign in through a provider, and where the provider sends it back to. */
export function signInRoutes(options: AppOptions): FixedRoute[] {
  let underWay = 0;
  const bounded = async (c: RequestContext) => {
    if (underWay >= AT_ONCE) throw new SignInTrouble('busy', 'too many sign-ins at once');
    underWay += 1;
    try {
      return await finish(c, options);
    } finally {
      underWay -= 1;
    }
  };
  return [
    { path: '/sign-in/:provider', handle: (c) => orProblem(c, options, 'sign_in.begin', begin) },
    { path: '/sign-in/callback', handle: (c) => orProblem(c, options, 'sign_in.complete', bounded) },
  ];
}

type Step = (c: RequestContext, options: AppOptions) => Promise<Response>;

/** Whatever keeps somebody from signing in, they read it on the sign-in page; the log says more, and no secret. */
async function orProblem(c: RequestContext, options: AppOptions, operation: string, step: Step): Promise<Response> {
  const { server, log } = options;
  c.set('operation', operation);
  try {
    return await step(c, options);
  } catch (error) {
    if (!(error instanceof SignInTrouble)) throw error;
    const { problem, message: reason } = error;
    log.warn({ requestId: c.get('requestId'), operation, problem, reason }, 'sign-in refused');
    return redirect(c, `${server.publicUrl}/sign-in?problem=${problem}`, [signInCookie(null, server.publicUrl)]);
  }
}

function redirect(c: RequestContext, location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ ...apiHeaders, location, 'x-request-id': c.get('requestId') });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

const trouble = (problem: SignInProblem, reason: string) => new SignInTrouble(problem, reason);

async function begin(c: RequestContext, options: AppOptions): Promise<Response> {
  const { server } = options;
  const own = new URL(server.publicUrl);
  const here = new URL(c.req.url);
  // The cookie has to be where the provider sends people back to, also for who came by another name of this machine.
  if (c.env.incoming.headers.host !== own.host && !here.searchParams.has('moved')) {
    // Once: behind a proxy that tells its own name for us, it would come back the same.
    here.searchParams.set('moved', '1');
    return redirect(c, `${own.origin}${here.pathname}${here.search}`);
  }
  const { provider } = await providerOf(c, options, c.req.param('provider') ?? '');
  const returnTo = returnPath(c.req.query('to'), server.publicUrl);
  const { url, sealed } = await beginSignIn(provider, { server, returnTo, now: Date.now() });
  return redirect(c, url.href, [signInCookie(sealed, server.publicUrl)]);
}

async function providerOf(c: RequestContext, { authenticate, database }: AppOptions, id: string) {
  const { workspace } = await readCaller(authenticate, c.env.incoming.headers);
  const provider = await database.within(workspace, (connection) => findProvider(connection, id));
  if (!provider) throw trouble('unknown_provider', 'there is no such provider');
  return { workspace, provider };
}

async function finish(c: RequestContext, options: AppOptions): Promise<Response> {
  const { server, execute } = options;
  const { workspace, provider, attempt } = await openCookie(c, options);
  const query = new URL(c.req.url).searchParams;
  const from = cameFrom(c.env.incoming.headers);
  // A HEAD, as programs that look at links send it, must not use the sign-in up.
  if (c.req.method !== 'GET' || query.get('state') !== attempt.state)
    throw trouble('stale', 'the answer is not to the sign-in that this browser began last');
  const claims = await verifyCallback({ provider, attempt, query: query.toString(), server, now: Date.now() });
  const { state, expiresAt } = attempt;
  const input = { provider: provider.id, state, expiresAt, claims };
  const outcome = await execute({ operation: complete, workspace, bearer: null, input, from });
  if (isRefusal(outcome)) throw toTrouble(outcome);
  const session = sessionCookie(complete.name, outcome.body, server.publicUrl);
  const cookies = [signInCookie(null, server.publicUrl), ...(session ? [session] : [])];
  // The page cannot see the session's cookie: the fragment tells it that there is one.
  return redirect(c, `${new URL(server.publicUrl).origin}${attempt.returnTo}#signed-in`, cookies);
}

type Opened = { workspace: string; provider: StoredProvider; attempt: Attempt };

async function openCookie(c: RequestContext, options: AppOptions): Promise<Opened> {
  const sealed = sealedIn(c.env.incoming.headers);
  const named = sealed && sealedFor(sealed);
  if (!sealed || !named) throw trouble('stale', 'the browser keeps no sign-in');
  const found = await providerOf(c, options, named);
  const attempt = openAttempt(found.provider.seal, sealed, Date.now());
  if (!attempt) throw trouble('stale', 'the sign-in is over, or was not sealed here');
  return { ...found, attempt };
}

function toTrouble({ refused, problem }: { refused: string; [fact: string]: unknown }): SignInTrouble {
  if (refused === 'sign_in_refused') return trouble(problem as SignInProblem, 'nobody here may come in by it');
  if (refused === 'busy' || refused === 'unavailable') return trouble('busy', `the server is ${refused}`);
  return trouble(refused === 'not_found' ? 'unknown_provider' : 'unreadable', `it was refused as ${refused}`);
}
