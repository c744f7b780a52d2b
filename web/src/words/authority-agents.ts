import type { Stop } from 'coact';
import { actWord } from './rule-sentence.ts';

const many = (count: number, one: string, more: string) => `${count.toLocaleString()} ${count === 1 ? one : more}`;

/** The texts of what is done about agents and people under authority: stops, autonomy, refused attempts, retirement. */
export const agents = {
  stops: {
    lead: 'A stop ends the runs of agents at once and lets them do nothing until it is lifted. What people do goes on.',
    inForce: 'In force',
    noneInForce: 'No agent is stopped.',
    earlier: 'Lifted',
    stopAll: 'Stop all agents …',
    stopTeam: 'Stop its agents …',
    stopOne: 'Stop …',
    title: {
      agent: (name: string) => `Stop ${name}?`,
      team: (name: string) => `Stop the agents of ${name}?`,
      workspace: 'Stop all agents?',
    },
    note: {
      agent:
        'Its run ends at once and the work goes back to the queue. It may do nothing until the stop is lifted; it is told who stopped it and why.',
      team: 'The runs of all agents of this team and of the teams below it end at once. They may do nothing until the stop is lifted.',
      workspace:
        'The runs of all agents end at once. No agent may do anything until the stop is lifted, whoever comes later included.',
    },
    runs: (count: number) => (count === 0 ? 'No run is under way.' : `${many(count, 'run ends', 'runs end')} now.`),
    reason: 'Why?',
    reasonNote: 'The agents are told, and so is whoever asks what they do.',
    do: 'Stop now',
    done: (what: string) => `Stopped: ${what}.`,
    cancel: 'Cancel',
    covers: { team: (name: string) => `all agents of ${name}`, workspace: 'all agents' },
    by: 'by',
    ended: (count: number) => (count === 0 ? 'ended no run' : `ended ${many(count, 'run', 'runs')}`),
    lift: 'Lift …',
    liftTitle: (what: string) => `Lift the stop of ${what}?`,
    liftNote: 'They may claim work again, unless another stop covers them. What they held stays taken from them.',
    liftReason: 'Why may they go on?',
    liftDo: 'Lift it',
    lifted: (what: string) => `Lifted: ${what} may go on.`,
    liftedBy: 'lifted by',
    banner: (what: string) => `Stopped: ${what}.`,
    bannerMore: (count: number) => `and ${many(count, 'other stop', 'other stops')}`,
    see: 'See the stops',
    stoppedNow: 'Stopped',
    since: 'since',
  },

  what: (covers: Stop['covers'], name: string): string =>
    covers === 'workspace' ? 'all agents' : covers === 'team' ? `all agents of ${name}` : name,

  autonomy: {
    title: 'Autonomy',
    usual: 'Usually',
    type: 'For',
    capped: (level: string) => `counts as ${level}: the ceiling`,
    ceiling: 'Ceiling',
    ceilingNote: 'the most its sponsor may give',
    change: 'Change …',
    dialog: (name: string) => `How far may ${name} act alone?`,
    dialogNote: 'It counts at once, also for what it is working on.',
    level: 'Usually',
    above: 'above its ceiling',
    byType: 'For types of work',
    byTypeNote: 'Where a type needs another level than usual.',
    addType: 'Type of work',
    addTypeDo: 'Add',
    removeType: (type: string) => `Remove the level for ${type}`,
    levelOf: (type: string) => `Level for ${type}`,
    ceilingLabel: 'Ceiling: the most that its sponsor may give',
    ceilingLocked: 'Only an admin sets the ceiling.',
    save: 'Save',
    saved: (name: string) => `Saved: how far ${name} acts alone.`,
  },

  retire: {
    title: (name: string) => `Retire ${name}?`,
    note: 'They can do nothing any more; their tokens and sessions end for good. What they did stays in the ledger.',
    nothing: 'Nothing hangs on them: no work, outcome, agent, team or request.',
    all: 'Who takes everything over',
    allNote: 'Whatever you name nobody else for below.',
    choose: 'Choose …',
    pieces: (count: number) => `${many(count, 'thing needs', 'things need')} a successor`,
    kinds: {
      item: 'Accountable for',
      outcome: 'Outcomes',
      agent: 'Answers for',
      team: 'Leads',
      request: 'Is asked',
    },
    as: 'as above',
    takes: (what: string) => `Who takes over ${what}`,
    barred: 'asked it, or did the work: somebody else must answer',
    held: (keys: string) => `What they work on goes back to the queue: ${keys}.`,
    reason: 'Why do they leave?',
    reasonNote: 'It stands beside everything that is handed over.',
    do: 'Hand over and retire',
    doNothing: 'Retire',
    cancel: 'Cancel',
    done: (name: string, count: number) =>
      count === 0
        ? `${name} is retired.`
        : `${name} is retired, and ${many(count, 'thing was', 'things were')} handed over.`,
  },

  refused: {
    title: 'Refused attempts',
    note: 'the newest; the ledger has all',
    codes: {
      forbidden: 'it is for others to do',
      out_of_scope_token: 'its token is not made for it',
      forbidden_by_policy: 'a rule forbids it',
      not_approver: 'it is for others to approve',
      not_verifier: 'whoever did the work may not judge it',
      not_active: 'it was paused or had retired',
      sponsor_away: 'nobody answered for it',
      stopped: 'it was stopped',
      stale_fence: 'the work was no longer its own',
      world_moved: 'what was approved had changed',
      above_ceiling: 'it is more than it may be given',
      unauthenticated: 'its token had ended',
    } as Readonly<Record<string, string>>,
    more: (times: number) => `${many(times, 'more attempt', 'more attempts')} within a minute`,
    act: (act: string) => actWord(act),
    all: 'All in the ledger',
  },
};
