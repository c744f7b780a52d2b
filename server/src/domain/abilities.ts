import { type Action, type Actor, type Facts, authorise } from './authority.ts';
import { isRefusal } from './refusals.ts';
import { mayUse } from './scopes.ts';
import { refuseStopped } from './stop.ts';
import { type State, type WorkItem, states } from './work-item.ts';

/** What somebody may do with an item as it stands. */

type When = {
  states: readonly State[];
  /** Only while the item waits to be triaged. */
  intake?: true;
  /** Only for those who do not do the work themselves. */
  others?: true;
};

const open: readonly State[] = ['draft', 'ready', 'active', 'review'];

/**
 * When each operation on an item or its live run makes sense at all, by its name. What else may refuse it (a missing part, a
 * blocker, a limit) it says itself, with what to do about it: so a way that is barred for now is still shown.
 */
export const usableWhen: Readonly<Record<string, When>> = {
  'item.triage': { states: ['draft'], intake: true },
  'item.update': { states: open },
  'item.commit': { states: ['draft'] },
  'item.withdraw': { states: ['ready'] },
  'item.assign': { states: open },
  'item.move': { states },
  'item.set_rights': { states },
  'item.depend': { states: open },
  'item.undepend': { states },
  'item.comment': { states },
  'check.report': { states },
  'item.share': { states },
  'item.unshare': { states },
  'item.cancel': { states: open },
  'item.reopen': { states: ['done'] },
  'item.take_over': { states: ['active'], others: true },
  'request.create': { states: open },
  'work.claim': { states: ['ready'] },
  'run.heartbeat': { states: ['active'] },
  'run.report': { states: ['active'] },
  'run.deliver': { states: ['active'] },
  'run.fail': { states: ['active'] },
  'run.release': { states: ['active'] },
  'run.use_tool': { states: ['active'] },
  'run.stop': { states: ['active'] },
  'run.message': { states: ['active'] },
};

/** An operation as far as its usability goes: its name, the action that it is judged on, and whether it changes anything (it does, unless stated). */
export type Asked = { name: string; action: Action; kind?: 'command' | 'query' };

export type Standing = { actor: Actor; item: Pick<WorkItem, 'state' | 'intake'>; facts: Facts };

/** The names of the operations that the actor may use on the item now, by its state and by their authority. */
export const abilitiesOn = (asked: readonly Asked[], { actor, item, facts }: Standing): string[] =>
  asked
    .filter((one) => isUsable({ actor, item, facts }, usableWhen[one.name]) && mayDo(actor, one, facts))
    .map(({ name }) => name);

const isUsable = ({ actor, item, facts }: Standing, when: When | undefined) =>
  when !== undefined &&
  when.states.includes(item.state) &&
  (!when.intake || item.intake) &&
  (!when.others || facts.executor !== actor.id);

/** The names of the operations that the actor may use on something or other: where they stand to it as well as they can. */
export const abilitiesOf = (asked: readonly Asked[], actor: Actor): string[] =>
  asked.filter((one) => mayDo(actor, one, bestFacts(actor))).map(({ name }) => name);

const mayDo = (actor: Actor, { name, action, kind = 'command' }: Asked, facts: Facts) =>
  mayUse(actor.scopes ?? null, { name, kind }) &&
  !isRefusal(refuseStopped(actor, { name, kind })) &&
  !isRefusal(authorise(actor, action, facts));

/** Only people own work, lead teams and stand behind agents. */
function bestFacts({ id, kind }: Actor): Required<Facts> {
  const accountable = kind === 'human' ? id : null;
  return {
    owner: accountable,
    executorSponsor: accountable,
    teamLead: accountable,
    subjectSponsor: accountable,
    creator: id,
    executor: id,
    subject: id,
    memberOfTeam: true,
    addressed: true,
    work: null,
    anyWork: true,
  };
}
