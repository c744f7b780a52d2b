import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AttributedFact, attribute, rulesNamed } from './attribution.ts';

const humans = ['ana', 'ben', 'cleo'];
const agents = ['bot', 'bat'];

type Step = { kind: 'sponsor'; agent: string; human: string } | { kind: 'act'; who: string; by: string[] };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('sponsor' as const),
    agent: fc.constantFrom(...agents),
    human: fc.constantFrom(...humans),
  }),
  fc.record({
    kind: fc.constant('act' as const),
    who: fc.constantFrom(...humans, ...agents),
    by: fc.subarray(humans, { maxLength: 2 }),
  }),
);

/** A ledger in which agents change hands, and people and agents act, some after approval. */
function tell(steps: readonly Step[]) {
  const facts: AttributedFact[] = [];
  const sponsors = new Map(agents.map((agent) => [agent, 'ana']));
  const add = (over: Partial<AttributedFact> & Pick<AttributedFact, 'type' | 'actor'>) =>
    facts.push({
      id: `e${facts.length}`,
      at: `t${facts.length}`,
      position: facts.length + 1,
      onBehalfOf: [],
      act: null,
      authority: 'system',
      approval: null,
      request: null,
      subject: null,
      data: {},
      ...over,
    });
  const human = (id: string) => ({ id, kind: 'human' as const });
  for (const agent of agents)
    add({ type: 'participant.created', actor: human('ana'), subject: agent, data: { sponsor: 'ana' } });
  for (const [i, one] of steps.entries()) {
    if (one.kind === 'sponsor') {
      sponsors.set(one.agent, one.human);
      add({ type: 'participant.updated', actor: human(one.human), subject: one.agent, data: { sponsor: one.human } });
      continue;
    }
    const request = one.by.length > 0 ? `r${i}` : null;
    for (const [n, who] of one.by.entries())
      add({ type: n === one.by.length - 1 ? 'request.answered' : 'request.approved', actor: human(who), request });
    const sponsor = sponsors.get(one.who);
    add({
      type: 'item.cancelled',
      actor: { id: one.who, kind: sponsor ? 'agent' : 'human' },
      onBehalfOf: sponsor ? [sponsor] : [],
      request,
      approval: request ? { request, by: one.by } : null,
    });
  }
  return facts;
}

test('attribution never names a person who neither acted, nor approved, nor answered for the actor at that time', () => {
  const property = fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
    const facts = tell(steps);
    const known = { people: facts.filter(({ type }) => type.startsWith('participant.')) };
    let sponsors = new Map<string, unknown>();
    for (const fact of facts) {
      if (fact.subject) sponsors = new Map([...sponsors, [fact.subject, fact.data['sponsor']]]);
      const request = facts.filter((one) => one.request !== null && one.request === fact.request);
      const said = attribute(fact, { ...known, request });
      const approvers = request.filter(({ type }) => type.startsWith('request.')).map(({ actor }) => actor.id);
      const may = new Set<unknown>([fact.actor.id, sponsors.get(fact.actor.id), ...(fact.approval ? approvers : [])]);
      const named = [
        said.actor,
        said.accountable,
        ...said.chain.map((one) => one.participant),
        ...said.approvals.map(({ by }) => by),
      ];
      for (const one of named) assert(may.has(one), `${one} is named for ${fact.id}`);
      assert(said.accountable !== null && humans.includes(said.accountable), 'a human is accountable');
      for (const link of said.chain) assert(link.since, 'the ledger tells since when');
      for (const one of said.approvals) assert(one.event, 'the ledger tells the approval');
    }
  });
  fc.assert(property, { numRuns: 500 });
});

test('what a sponsor takes over later is not theirs before', () => {
  const facts = tell([
    { kind: 'act', who: 'bot', by: [] },
    { kind: 'sponsor', agent: 'bot', human: 'ben' },
  ]);
  const [, , act] = facts;
  assert(act);
  assert.equal(attribute(act, { people: facts, request: [] }).accountable, 'ana');
});

test('an authority names the rules that asked for approval', () => {
  assert.deepEqual(rulesNamed('approved: two-eyes, no-law'), ['two-eyes', 'no-law']);
  assert.deepEqual(rulesNamed('base: owner may item.commit'), []);
});
