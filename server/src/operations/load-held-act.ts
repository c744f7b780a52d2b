import { z } from 'zod';
import { authorise } from '../domain/authority.ts';
import type { Requirement } from '../domain/policy/judge.ts';
import type { Work } from '../domain/policy/work.ts';
import { type Refusal, isRefusal, refuse } from '../domain/refusals.ts';
import { unsealSteps } from '../domain/sealed-steps.ts';
import { explainStop } from '../domain/stop.ts';
import type { StoredItem } from '../store/items.ts';
import { type Bearer, bearerOf, findParticipant } from '../store/people.ts';
import { type StoredRequest, findSealedSteps } from '../store/requests.ts';
import { stopOver } from '../store/stops.ts';
import { askPolicy, refuseByPolicy } from './ask-policy.ts';
import type { CommandContext } from './context.ts';
import type { Operation } from './define.ts';

const heldBody = z.object({
  operations: z.tuple([z.object({ operation: z.string(), input: z.unknown(), ifMatch: z.number().nullable() })]),
  approvers: z.array(z.string()),
  rules: z.array(z.string()),
  expects: z.object({ state: z.string(), revision: z.number(), version: z.number() }).nullable(),
});
type HeldBody = z.output<typeof heldBody>;

/** A held act as it would happen now, in the name of whoever asked for it. */
export type HeldAct = {
  operation: Operation;
  context: CommandContext;
  loaded: unknown;
  input: unknown;
  requester: Bearer;
  work: Work | null;
  /** What the rules ask for now; they may have changed since. */
  needs: readonly Requirement[];
  rules: readonly string[];
  /** Who could approve when it was asked. */
  usual: readonly string[];
};

type About = { request: StoredRequest; item: StoredItem | null };

export const worldMoved = (facts: object): Refusal => refuse('world_moved', { ...facts });

/** Reads what the act needs as it is now; refused where the world is another than when it was asked for. */
export async function loadHeldAct(context: CommandContext, { request, item }: About): Promise<HeldAct | Refusal> {
  const body = heldBody.parse(request.body);
  const sealed = await findSealedSteps(context.connection, request.id);
  body.operations = unsealSteps(body.operations, sealed) as HeldBody['operations'];
  const moved = movedSince(body, item);
  if (moved) return moved;
  const requester = await findRequester(context, request.from);
  if (isRefusal(requester)) return worldMoved({ refusal: requester });
  const act = await readAct(context, { body, requester, answering: request.id });
  if (isRefusal(act)) return worldMoved({ refusal: act });
  // What is about no item, such as a budget of an agent, is looked at as the rules see it.
  return (item ? null : movedSince(body, act.work)) ?? act;
}

/** Reports of a run change an item's version all the time; its state and its contract must be those that were looked at. */
function movedSince({ expects }: HeldBody, now: Pick<Work, 'state' | 'revision' | 'version'> | null): Refusal | null {
  if (!expects || !now) return null;
  const { state, revision, version } = now;
  return state === expects.state && revision === expects.revision
    ? null
    : worldMoved({ expected: expects, found: { state, revision, version } });
}

export async function findRequester({ connection }: CommandContext, id: string | null): Promise<Bearer | Refusal> {
  const found = await findParticipant(connection, id ?? '');
  if (!found) return refuse('unknown_reference', { field: 'requester', participant: id });
  const stopped = found.kind === 'agent' ? await stopOver(connection, found.id) : null;
  return stopped ? refuse('stopped', explainStop(stopped)) : bearerOf({ ...found, stopped });
}

type Asked = { body: HeldBody; requester: Bearer; answering: string };

async function readAct(outer: CommandContext, { body, requester, answering }: Asked): Promise<HeldAct | Refusal> {
  const { operation: name, input: sent, ifMatch } = body.operations[0];
  // Imported when it is asked for: the registry itself lists the operation that asks.
  const { operations } = await import('./registry.ts');
  const operation = operations.find((one) => one.name === name);
  const parsed = operation?.input.safeParse(sent);
  if (!operation || !parsed?.success) return refuse('unknown_reference', { field: 'operation', operation: name });
  // By whose authority it happens is said once, by the approval.
  const changes = { ...outer.changes, authorisedBy: () => undefined };
  const context: CommandContext = { ...outer, actor: requester, acceptor: outer.actor, ifMatch, answering, changes };
  const input = parsed.data;
  const loaded = await operation.load?.(context, input as never);
  if (isRefusal(loaded)) return loaded;
  const facts = operation.needs.facts?.(loaded as never, context, input as never) ?? {};
  const authority = authorise(requester, operation.needs.action, facts);
  if (isRefusal(authority)) return authority;
  const verdict = askPolicy({ operation, context, loaded, input, facts });
  if (verdict?.decision === 'forbid') return refuseByPolicy(verdict);
  const rules = verdict?.rules.map(({ id }) => id) ?? body.rules;
  const needs = verdict?.needs ?? [];
  const work = facts.work ?? null;
  return { operation, context, loaded, input, requester, work, needs, rules, usual: body.approvers };
}
