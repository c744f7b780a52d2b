import { z } from 'zod';
import { dateTime } from '../../domain/contract.ts';
import { limits } from '../../domain/limits.ts';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { refuseWider, unknownScopes } from '../../domain/scopes.ts';
import { insertToken } from '../../store/tokens.ts';
import { command } from '../define.ts';
import { ids } from '../examples.ts';
import { gather } from '../gather.ts';
import { who } from '../participant/fields.ts';
import { refuseCoact, requireSubject, resolveTeams, subjectFacts } from '../participant/subject.ts';
import { id, instant, isoOrNull } from '../resources/basics.ts';
import { scopable } from './scopable.ts';
import { mintToken } from './token-text.ts';

export default command({
  name: 'token.create',
  summary: 'Make a token with which an agent, a system or a person calls Coact.',
  http: 'POST /v1/participants/{id}/tokens',
  status: 201,
  input: z.object({
    id: who,
    name: z
      .string()
      .trim()
      .min(1)
      .max(limits.nameLength)
      .describe('Where it is used, so that you know later which one to revoke.'),
    expiresAt: dateTime.nullish().describe('Does not expire by itself unless stated.'),
    scopes: z
      .array(z.string().min(1).max(80))
      .min(1)
      .max(limits.listLength)
      .optional()
      .describe(
        'What it may be used for: operations (`item.create`), areas (`item.*`), or `read`, `work`, `manage`, `admin`, `scim`. All that its participant may, unless stated.',
      ),
    teams: z
      .array(z.string().max(100))
      .min(1)
      .max(limits.listLength)
      .optional()
      .describe('The teams, by id or key, that it is kept to, with those below them. Every team, unless stated.'),
  }),
  output: z.object({
    id,
    name: z.string(),
    token: z.string().describe('Shown once: keep it where nobody else reads it.'),
    expiresAt: instant.nullable(),
    scopes: z.array(z.string()).nullable(),
    teams: z.array(id).nullable(),
  }),
  secrets: ['token'],
  needs: { action: 'token.create', facts: subjectFacts },
  refuses: ['not_found', 'not_active', 'invalid_input', 'unknown_reference', 'out_of_scope_token'],
  example: {
    input: { id: ids.bot, name: 'build machine', scopes: ['work'], teams: ['OPS'] },
    output: {
      id: '0197a000-0000-7000-8000-000000000041',
      name: 'build machine',
      token: 'coact_0197a00000007000800000000000000a_fJ3kq0yqv1t2s8nYHq7g0Q5m0p9xLr3bWc6dZeTuVxA',
      expiresAt: null,
      scopes: ['work'],
      teams: [ids.team],
    },
  },

  async load({ connection, actor }, input) {
    const found = await gather({
      subject: requireSubject(connection, input.id, actor),
      teams: input.teams ? resolveTeams(connection, input.teams) : null,
    });
    return isRefusal(found) ? found : { ...found, operations: await scopable() };
  },

  decide(context, { subject, teams, operations }, { name, expiresAt: until, scopes = null }) {
    const { actor, connection, changes, ids, now } = context;
    const unknown = unknownScopes(scopes ?? [], operations);
    if (unknown.length > 0)
      return refuse('invalid_input', {
        errors: unknown.map((scope) => ({ field: 'scopes', problem: `${scope} is no scope` })),
      });
    const wider = refuseWider(actor, { scopes, teams }, operations);
    if (wider) return wider;

    // Not even an admin gets a token that acts in another person's name: the ledger would name somebody who did not act.
    const foreign = subject.kind === 'human' && subject.id !== actor.id;
    const forbidden = foreign
      ? refuse('forbidden', { action: 'token.create', allowed: ['self'] })
      : refuseCoact(subject, 'token.create');
    if (forbidden) return forbidden;
    const { id: participant, status } = subject;
    if (status === 'retired') return refuse('not_active', { participant, status });
    const expiresAt = until ? Date.parse(until) : null;
    if (expiresAt !== null && expiresAt <= now)
      return refuse('invalid_input', { errors: [{ field: 'expiresAt', problem: 'is in the past' }] });

    const { text, hash } = mintToken(connection.workspace);
    const token = { id: ids.next(), participant, purpose: 'token' as const, name, createdAt: now, expiresAt };
    changes.fact(
      { type: 'token.created', data: { token: token.id, name, expiresAt: isoOrNull(expiresAt), scopes, teams } },
      { subject: participant },
      insertToken(connection, { ...token, hash, scopes, teams }),
    );
    return { id: token.id, name, token: text, expiresAt: isoOrNull(expiresAt), scopes, teams };
  },
});
