import type { Actor, Authority } from '../domain/authority.ts';
import type { Entry } from '../store/commit.ts';

/** What an event is about, beside its data. */
export type About = {
  item?: { id: string; key: string; team: string } | null;
  request?: string | null;
  subject?: string | null;
};

export type ChangesOptions = {
  workspace: string;
  actor: Actor;
  now: number;
  ids: { next(): string };
  /** The operation that is being done; none where Coact sets itself up. */
  act?: string;
};

/** The request by which an act was approved, and who did so. */
export type Approval = { request: string; by: readonly string[] };

/** The act as which something is recorded: a held one is another's than the call's. */
export type Act = Pick<Circumstances, 'actor' | 'act' | 'authority' | 'approval'>;

/** Writes down the facts of one command: what happened, who did it, as which act, on what authority, because of what. */
export function recordFacts({ workspace, actor, now, ids, act }: ChangesOptions) {
  const entries: Entry[] = [];
  let acting = actor;
  let doing = act ?? null;
  let approval: Approval | null = null;
  let authority: Authority | null = null;
  /** The first event of the command, from which the others follow. */
  let first: string | null = null;

  return {
    /** Said by the pipeline once the act is allowed. */
    authorisedBy: (by: Authority | null) => void (authority = by),
    authority: () => authority,
    actor: () => acting,
    /** Says who acts where the call itself could not: whoever has just proved it with a password or a set-up link. */
    actAs: (participant: Actor) => void (acting = participant),
    /** What `work` records is another act that happens here: a held one, in the name of whoever asked for it. */
    async within<T>(held: Act, work: () => Promise<T>) {
      const before = { acting, doing, authority, approval };
      ({ actor: acting, act: doing, approval } = held);
      authority = { rule: held.authority };
      const done = await work();
      ({ acting, doing, authority, approval } = before);
      return done;
    },
    record: (event: { type: string; data: unknown }, about: About) => {
      const place = { id: ids.next(), workspace, at: new Date(now).toISOString(), cause: first };
      first ??= place.id;
      const right = { authority: authority?.rule ?? 'system', approval };
      entries.push(toEntry(event, about, { ...place, ...right, actor: acting, act: doing }));
    },
    entries,
    /** What comes next follows from nothing before. */
    beginAnew: () => void (first = null),
  };
}

type Circumstances = {
  id: string;
  workspace: string;
  at: string;
  cause: string | null;
  actor: Actor;
  act: string | null;
  authority: string;
  approval: Approval | null;
};

/** The exact text that the ledger keeps and hashes: its members and their order are its form. */
function toEntry(
  event: { type: string; data: unknown },
  about: About,
  { id, workspace, at, cause, actor, act, authority, approval }: Circumstances,
): Entry {
  const { item = null, request = null, subject = null } = about;
  const body = JSON.stringify({
    id,
    type: event.type,
    at,
    workspace,
    actor: { id: actor.id, kind: actor.kind },
    onBehalfOf: actor.sponsor ? [actor.sponsor] : [],
    act,
    authority,
    approval,
    cause,
    item: item && { id: item.id, key: item.key },
    team: item?.team ?? null,
    request,
    subject,
    data: event.data,
  });
  return { id, item: item?.id ?? null, body };
}
