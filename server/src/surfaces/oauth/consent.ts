import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import { limits } from '../../domain/limits.ts';
import { type Refusal, isRefusal, refuse } from '../../domain/refusals.ts';
import tokenCreate from '../../operations/token/create.ts';
import { answer } from '../answer.ts';
import { readCaller } from '../caller.ts';
import { cameFrom } from '../credentials.ts';
import type { AppOptions } from '../http.ts';
import { problemResponse } from '../problem.ts';
import { readBody } from '../read-body.ts';
import type { RequestContext } from '../request-context.ts';
import { unauthenticated } from '../unauthenticated.ts';
import { askableScopes } from './addresses.ts';
import type { Authority } from './create-authority.ts';
import { tellOwnAddress } from './delegate.ts';
import { CONNECTED_S } from './settings.ts';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;
export type ConsentOptions = AppOptions & { authority: () => Promise<Authority> };

const body = z.strictObject({
  agent: z.string().min(1).max(100),
  scopes: z.array(z.string().max(80)).min(1).max(limits.listLength).optional(),
  teams: z.array(z.string().max(100)).min(1).max(limits.listLength).optional(),
});

/** What the page shows before a person decides: who asks, for what, and where the answer goes. */
export async function showConsent(c: RequestContext, options: ConsentOptions): Promise<Response> {
  const found = await findInteraction(c, options);
  if (isRefusal(found)) return problemResponse(c, found, options.server);
  const { client, interaction } = found;
  return answer(c, {
    client: { name: nameOf(client), uri: client.clientUri ?? null },
    returnsTo: new URL(String(interaction.params['redirect_uri'])).host || String(interaction.params['redirect_uri']),
    scopes: askedScopes(interaction),
  });
}

/** A person gives a token of an agent to the client; whether they may is decided as it is for every token. */
export async function giveConsent(c: RequestContext, options: ConsentOptions): Promise<Response> {
  const { server, execute } = options;
  const { workspace, bearer } = await readCaller(options.authenticate, c.env.incoming.headers);
  if (!bearer) return problemResponse(c, unauthenticated(c.env.incoming), server);
  if (bearer.purpose !== 'session')
    return problemResponse(c, refuse('forbidden', { allowed: ['a person who has signed in'] }), server);
  const found = await findInteraction(c, options);
  if (isRefusal(found)) return problemResponse(c, found, server);
  const said = await readSaid(c);
  if (isRefusal(said)) return problemResponse(c, said, server);

  const { agent, scopes, teams } = said;
  const expiresAt = Date.now() + CONNECTED_S * 1000;
  const name = nameOf(found.client).slice(0, limits.nameLength);
  const input = { id: agent, name, expiresAt: new Date(expiresAt).toISOString(), scopes, teams };
  const outcome = await execute({
    operation: tokenCreate,
    workspace,
    bearer,
    input,
    from: cameFrom(c.env.incoming.headers),
  });
  if (isRefusal(outcome)) return problemResponse(c, outcome, server);
  const { id: token } = outcome.body as { id: string };
  const grant = await saveGrant(found, { agent, scopes: scopes ?? null });
  await found.authority.connections.made({ grant, client: found.client.clientId, token, expiresAt });
  return answer(c, {
    to: await finish(c, found, { login: { accountId: agent, remember: false }, consent: { grantId: grant } }),
  });
}

export async function refuseConsent(c: RequestContext, options: ConsentOptions): Promise<Response> {
  const found = await findInteraction(c, options);
  if (isRefusal(found)) return problemResponse(c, found, options.server);
  const result = { error: 'access_denied', error_description: 'The person said no.' };
  return answer(c, { to: await finish(c, found, result) });
}

type Found = {
  authority: Authority;
  interaction: Interaction;
  client: NonNullable<Awaited<ReturnType<Provider['Client']['find']>>>;
};

/** The browser that began this has a signed cookie that says so: nobody consents to what somebody else began. */
async function findInteraction(
  c: RequestContext,
  { authority: get, server }: ConsentOptions,
): Promise<Found | Refusal> {
  c.set('operation', 'oauth.consent');
  const gone = refuse('not_found', {
    field: 'connection',
    problem: 'it was answered, took too long, or began in another browser',
  });
  const authority = await get();
  const { provider } = authority;
  tellOwnAddress(c, server.publicUrl);
  const interaction = await provider.interactionDetails(c.env.incoming, c.env.outgoing).catch(() => null);
  if (!interaction || interaction.uid !== c.req.param('uid')) return gone;
  const client = await provider.Client.find(String(interaction.params['client_id']));
  return client ? { authority, interaction, client } : gone;
}

const finish = (c: RequestContext, { authority }: Found, result: Parameters<Provider['interactionResult']>[2]) =>
  authority.provider.interactionResult(c.env.incoming, c.env.outgoing, result, { mergeWithLastSubmission: false });

async function readSaid(c: RequestContext): Promise<z.output<typeof body> | Refusal> {
  const sent = await readBody(c.env.incoming, 16_000);
  if (isRefusal(sent)) return sent;
  const parsed = body.safeParse(sent.json);
  if (parsed.success) return parsed.data;
  return refuse('invalid_input', {
    errors: parsed.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', problem: message })),
  });
}

const nameOf = ({ clientName, clientId }: { clientName?: string | undefined; clientId: string }) =>
  clientName?.trim() || clientId;

const askedScopes = ({ params }: Interaction): string[] =>
  String(params['scope'] ?? '')
    .split(' ')
    .filter((one) => (askableScopes as readonly string[]).includes(one));

/** The client hears which of the scopes that it asked for it got; what the token may do is what the person chose. */
async function saveGrant(
  { authority, interaction, client }: Found,
  { agent, scopes }: { agent: string; scopes: string[] | null },
) {
  const grant = new authority.provider.Grant({ accountId: agent, clientId: client.clientId });
  const resource = String(interaction.params['resource']);
  for (const scope of askedScopes(interaction)) {
    const given = scopes === null || scopes.includes(scope) || scope === 'read';
    grant[given ? 'addResourceScope' : 'rejectResourceScope'](resource, scope);
    grant[given ? 'addOIDCScope' : 'rejectOIDCScope'](scope);
  }
  grant.rejectOIDCScope('openid offline_access');
  return grant.save();
}
