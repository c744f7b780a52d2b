/** What one fact of the ledger tells of who stands behind it. */
export type AttributedFact = {
  id: string;
  type: string;
  at: string;
  position: number;
  actor: { id: string; kind: 'human' | 'agent' | 'system' };
  onBehalfOf: readonly string[];
  act: string | null;
  authority: string;
  approval: { request: string; by: readonly string[] } | null;
  request: string | null;
  subject: string | null;
  data: Record<string, unknown>;
};

/** Somebody who answers for whoever stands before them, and the fact that made them do so, if the ledger has it. */
export type Link = { participant: string; answersFor: string; since: string | null; at: string | null };
export type Approved = { by: string; event: string | null; at: string | null };
export type Attribution = {
  actor: string;
  /** From the actor to a human; empty where a human acted, or Coact itself. */
  chain: Link[];
  /** The human who is accountable; null where Coact itself acted: what caused it tells more. */
  accountable: string | null;
  approvals: Approved[];
};

/** The earlier facts that attribution may be read from, oldest first: those about participants, and about the request. */
export type Known = { people: readonly AttributedFact[]; request: readonly AttributedFact[] };

/**
 * Who acted, who answered for them at that time, and who approved. Nobody is named but those whom the fact itself names:
 * what was known then is what it says, and earlier facts only tell since when it was so.
 */
export function attribute(fact: AttributedFact, { people, request }: Known): Attribution {
  const { actor, onBehalfOf, approval } = fact;
  const chain = onBehalfOf.map((participant, i) => {
    const answersFor = onBehalfOf[i - 1] ?? actor.id;
    const since = lastBefore(fact, people, (one) => one.subject === answersFor && 'sponsor' in one.data);
    const isSo = since?.data['sponsor'] === participant;
    return { participant, answersFor, since: isSo ? since.id : null, at: isSo ? since.at : null };
  });
  const accountable = actor.kind === 'human' ? actor.id : (onBehalfOf.at(-1) ?? null);
  return { actor: actor.id, chain, accountable, approvals: approvalsOf(fact, approval?.by ?? [], request) };
}

/** Who approved, with the fact of their approval: it has its place before what it let happen. */
function approvalsOf(fact: AttributedFact, by: readonly string[], request: Known['request']): Approved[] {
  return by.map((who) => {
    const said = lastBefore(fact, request, ({ type, actor }) => actor.id === who && approving.has(type));
    return { by: who, event: said?.id ?? null, at: said?.at ?? null };
  });
}

const approving = new Set(['request.answered', 'request.approved']);

const lastBefore = (
  { position }: AttributedFact,
  among: readonly AttributedFact[],
  fits: (one: AttributedFact) => boolean,
) => among.findLast((one) => one.position < position && fits(one));

/** The rules that an authority names: `base: owner may item.commit` is one of Coact's own, `approved: a, b` names rules of the policy. */
export function rulesNamed(authority: string): string[] {
  const named = /^approved: (.+)$/.exec(authority)?.[1];
  return named ? named.split(', ') : [];
}
