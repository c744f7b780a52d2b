import type { Rule } from './rule.ts';

/** Judging somebody's delivery: an act that happens as the answer to a review (`request.respond`). */
export const VERIFY = 'request.verify';

const byOwner = { approve: { by: ['owner' as const], count: 1 } };

/**
 * The rules that every workspace has, on top of who may at all (`domain/authority.ts`). No rule of a workspace lifts them.
 *
 * What agents do in other systems Coact does not see: the place where it can hold irreversible, critical or external work is
 * the delivery, with which the work counts as done and others go on from it. Claims are not held, since agents ask for the
 * next work all the time and would fill their owners' inboxes. Whoever observes or recommends may still report on, release
 * and give up what they hold: somebody who is lowered in the middle of their work must be able to let go of it.
 */
export const baseRules: readonly Rule[] = [
  {
    id: 'agents-never-verify',
    when: { action: VERIFY, actorKind: ['agent', 'system'] },
    then: 'forbid',
    because: 'Whether work is good enough is for people to say: they answer for it.',
  },
  {
    id: 'agents-never-change-policy',
    when: { action: 'policy.update', actorKind: ['agent', 'system'] },
    then: 'forbid',
    because: 'Nobody may loosen the rules that hold them; those for agents are made by people.',
  },
  {
    id: 'agents-never-set-autonomy',
    when: { action: 'participant.set_autonomy', actorKind: ['agent', 'system'] },
    then: 'forbid',
    because: 'How far an agent acts alone is for its sponsor and the admins to say, never for an agent.',
  },
  {
    id: 'agents-ask-for-budget',
    when: { action: 'budget.increase', actorKind: ['agent', 'system'] },
    then: byOwner,
    because:
      'Nobody raises what limits them: whoever answers for the work, the agent or the team decides what it may cost.',
  },
  {
    id: 'irreversible-needs-the-owner',
    when: { action: 'run.deliver', actorKind: ['agent', 'system'], reversible: false },
    then: byOwner,
    because: 'A wrong result of this work cannot be undone, so its owner looks before it counts as delivered.',
  },
  {
    id: 'critical-needs-the-owner',
    when: { action: 'run.deliver', actorKind: ['agent', 'system'], risk: 'critical' },
    then: byOwner,
    because: 'This work is critical, so its owner looks before it counts as delivered.',
  },
  {
    id: 'external-needs-the-owner',
    when: { action: 'run.deliver', actorKind: ['agent', 'system'], external: true },
    then: byOwner,
    because: 'The result of this work reaches outside, so its owner looks before it counts as delivered.',
  },
  {
    id: 'tools-need-the-owner',
    when: { action: 'run.use_tool', actorKind: ['agent', 'system'] },
    then: byOwner,
    because: 'What this tool does Coact can neither see nor undo, so the owner of the work says whether it may.',
  },
  {
    id: 'observers-change-nothing',
    when: {
      action: [
        'artifact.*',
        'import.*',
        'item.*',
        'outcome.*',
        'participant.*',
        'team.*',
        'view.*',
        'work.*',
        'request.create',
        'request.forward',
        'request.respond',
        'run.deliver',
      ],
      autonomy: 'observer',
    },
    then: 'forbid',
    because: 'This agent observes: it reads, and changes nothing.',
  },
  {
    id: 'recommenders-only-propose',
    when: {
      action: ['item.depend', 'item.move', 'item.undepend', 'run.deliver', 'work.*'],
      autonomy: 'recommender',
    },
    then: 'forbid',
    because: 'This agent recommends: it asks, comments and writes drafts, and leaves the work to others.',
  },
  {
    id: 'gated-agents-need-the-owner',
    when: { action: 'run.deliver', autonomy: 'approver-gated' },
    then: byOwner,
    because: 'What this agent delivers is approved by the owner of the work first.',
  },
];
