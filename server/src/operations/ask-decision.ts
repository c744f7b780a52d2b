import { randomBytes } from 'node:crypto';
import {
  type DecisionAsked,
  type DecisionBody,
  type Option,
  type Roles,
  numberOptions,
  optionBy,
  rolesInput,
} from '../domain/decision.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import type { Addressee } from '../domain/request.ts';
import type { StoredItem } from '../store/items.ts';
import { commitmentTo } from '../domain/sealed-recommendation.ts';
import { type Deciders, needsSeveral } from '../domain/policy/decider.ts';
import type { Revealed } from '../domain/decision-progress.ts';
import { findParticipant } from '../store/people.ts';
import { rightsFor } from '../store/rights.ts';
import type { CommandContext } from './context.ts';
import { readRoles } from './read-roles.ts';
import { asksBlind, whoDecides } from './who-decides.ts';

type Asked = {
  body: DecisionAsked;
  item: StoredItem | null;
  to: Addressee;
  isAddressed: boolean;
  due: string | undefined;
};
/** What is asked, of whom, and the recommendation where it is kept back. */
export type Decision = { to: Addressee; body: DecisionBody; sealed: Revealed | null };

/**
 * Reads what is to be decided, and finds whose decision it is. Whoever asks may name the others who have a part in it; the
 * rights of the item come before that, and who decides is theirs to name only for what belongs to nobody.
 */
export async function askDecision(context: CommandContext, asked: Asked): Promise<Decision | Refusal> {
  const { body, item } = asked;
  const options = numberOptions(body.options);
  if (isRefusal(options)) return options;
  const chosen = readChoices(asked, options);
  if (isRefusal(chosen)) return chosen;
  const own = await readRoles(context, body.roles ?? rolesInput.parse({}));
  if (isRefusal(own)) return own;
  const decisionKind = body.decisionKind ?? null;
  const amount = body.amount ?? null;
  const decided = await findDecider(context, { asked, own, decisionKind, amount });
  if (isRefusal(decided)) return decided;
  const rights = item ? await rightsFor(context.connection, item.id, decisionKind) : null;
  const roles = joinRoles({
    own,
    rights,
    decide: decided.decide,
    others: decided.others,
    asker: context.actor.id,
    recommends: chosen.recommendation !== null,
  });
  const recommendation = chosen.recommendation && { ...chosen.recommendation, by: roles.recommend };
  const blind = body.blind || asksBlind(context, { item, decisionKind, amount });
  const sealed = blind && recommendation ? { recommendation, salt: randomBytes(32).toString('hex') } : null;
  return {
    to: decided.to,
    sealed,
    body: {
      text: body.text,
      options,
      ...chosen,
      recommendation: sealed ? null : recommendation,
      sealed: sealed && commitmentTo(sealed.recommendation, sealed.salt),
      decisionKind,
      amount,
      reversible: body.reversible ?? null,
      blind,
      roles,
      wanted: decided.wanted,
      asked: [...new Set([...roles.agree, ...roles.input, ...decided.others])],
    },
  };
}

/** The option that is recommended and the one that silence means, each one of those given. */
function readChoices(
  { body: { recommendation, onSilence }, due }: Asked,
  options: readonly Option[],
): Pick<DecisionBody, 'recommendation' | 'onSilence'> | Refusal {
  const named = recommendation && optionBy(options, recommendation.option);
  if (recommendation && !named)
    return refuse('unknown_reference', { field: 'recommendation.option', options: options.map(({ id }) => id) });
  const silent = onSilence === 'keep_asking' ? null : optionBy(options, onSilence.choose);
  if (onSilence !== 'keep_asking' && !silent)
    return refuse('unknown_reference', { field: 'onSilence.choose', options: options.map(({ id }) => id) });
  if (silent && !due)
    return refuse('invalid_input', { errors: [{ field: 'due', problem: 'is needed: when does silence decide?' }] });
  return {
    recommendation: named ? { option: named.id, reason: recommendation?.reason ?? null, by: null } : null,
    onSilence: silent ? { choose: silent.id } : 'keep_asking',
  };
}

type Search = { asked: Asked; own: Roles; decisionKind: string | null; amount: number | null };

type Found = Pick<DecisionBody, 'wanted'> & {
  decide: string | null;
  to: Addressee;
  /** Who decides with them. */
  others: string[];
};

async function findDecider(
  context: CommandContext,
  { asked: { item, to, isAddressed }, own, decisionKind, amount }: Search,
): Promise<Found | Refusal> {
  const { actor, connection } = context;
  const addressed = isAddressed && 'participant' in to ? to.participant : null;
  const named = own.decide ?? addressed;
  const found = await whoDecides(context, { item, requester: actor, decisionKind, amount, named });
  if (isRefusal(found)) return found;
  if (named !== null && !found.may.includes(named) && found.may.length > 0)
    return refuse('forbidden', { action: 'request.decide', allowed: found.may.map(found.nameOf) });
  const decide = named ?? found.may[0] ?? null;
  // Nobody in particular: then it is for those who were asked, or the admins.
  if (decide === null) return { decide, to, others: [], wanted: [] };
  const who = await findParticipant(connection, decide);
  if (who?.kind !== 'human')
    return refuse('unknown_reference', { field: 'roles.decide', participant: decide, problem: 'only people decide' });
  return who.status === 'active'
    ? { decide, to: { participant: decide }, ...together(found, decide) }
    : refuse('not_active', { field: 'roles.decide', participant: decide, status: who.status });
}

/** Those who must choose the same, where nobody can decide it alone. */
function together(found: Deciders, decide: string): Pick<Found, 'others' | 'wanted'> {
  if (!needsSeveral(found)) return { others: [], wanted: [] };
  const wanted = found.wanted.map(({ rule, count, approvers }) => ({ rule, count, among: approvers }));
  return { others: found.may.filter((id) => id !== decide), wanted };
}

type Parts = {
  own: Roles;
  rights: Roles | null;
  decide: string | null;
  others: readonly string[];
  asker: string;
  recommends: boolean;
};

/** The rights of the item hold; whoever asks may add others whose agreement and input are wanted. */
function joinRoles({ own, rights, decide, others, asker, recommends }: Parts): Roles {
  const without = (ids: readonly string[], ...some: (string | null)[]) =>
    [...new Set(ids)].filter((id) => !some.includes(id));
  const agree = without([...(rights?.agree ?? []), ...own.agree], decide, ...others);
  return {
    recommend: rights?.recommend ?? own.recommend ?? (recommends ? asker : null),
    agree,
    perform: rights?.perform ?? own.perform,
    input: without([...(rights?.input ?? []), ...own.input], decide, ...others, ...agree),
    decide,
  };
}
