import { z } from 'zod';
import { type AttributedFact, attribute, rulesNamed } from '../../domain/attribution.ts';
import { baseRules } from '../../domain/policy/base-rules.ts';
import { refuse } from '../../domain/refusals.ts';
import type { Connection } from '../../store/database.ts';
import { isId } from '../../store/items.ts';
import { causesOf, completeIndex, findEntry, listEntries } from '../../store/ledger-index.ts';
import type { LedgerEntry } from '../../store/ledger.ts';
import { namesOf } from '../../store/names.ts';
import { policiesAt } from '../../store/policies.ts';
import { query } from '../define.ts';
import { exampleEvent, ids } from '../examples.ts';
import { id, instant } from '../resources/basics.ts';
import { feedEntry, showEntry } from '../resources/event.ts';

const person = z.object({ id, kind: z.enum(['human', 'agent', 'system']), name: z.string().describe('As it is now.') });
const source = { event: id.nullable().describe('The fact that tells it.'), at: instant.nullable() };

const output = z
  .object({
    event: feedEntry,
    actor: person,
    chain: z
      .array(z.object({ participant: person, answersFor: id, since: z.object(source) }))
      .describe('Who answered for the actor then, up to a human.'),
    accountable: person.nullable().describe('The human who is accountable; null where Coact itself acted.'),
    authority: z.object({
      text: z.string(),
      rules: z
        .array(z.object({ id: z.string(), because: z.string(), scope: z.string(), version: z.int() }))
        .describe('The rules that it names, as they were then; version 0 for those that every workspace has.'),
    }),
    approvals: z.array(z.object({ by: person, ...source })),
    causes: z.array(feedEntry).describe('What led to it, the first cause first.'),
  })
  .meta({ id: 'Attribution', description: 'Who stands behind a fact: actor, accountable human, authority and cause.' });

const ana = { id: ids.ana, kind: 'human' as const, name: 'Ana' };

export default query({
  name: 'event.attribution',
  summary: 'Say who stands behind a fact: who acted, who answered for them then, by what right, and who approved it.',
  http: 'GET /v1/events/{id}/attribution',
  input: z.object({ id }),
  output,
  needs: { action: 'workspace.read' },
  refuses: ['not_found'],
  example: {
    input: { id: exampleEvent.id },
    output: {
      event: { ...exampleEvent, position: 1 },
      actor: ana,
      chain: [],
      accountable: ana,
      authority: { text: exampleEvent.authority, rules: [] },
      approvals: [],
      causes: [],
    },
  },

  async handle({ connection }, { id: named }) {
    if (!isId(named)) return refuse('not_found', { field: 'id', event: named });
    await completeIndex(connection);
    const entry = await findEntry(connection, named);
    if (!entry) return refuse('not_found', { field: 'id', event: named });
    const fact = factOf(entry);
    const [known, causes, rules] = await Promise.all([
      readKnown(connection, fact),
      causesOf(connection, named),
      rulesThen(connection, fact),
    ]);
    const { actor, chain, accountable, approvals } = attribute(fact, known);
    const show = await participants(connection, [actor, ...fact.onBehalfOf, ...approvals.map(({ by }) => by)]);
    return {
      event: showEntry(entry),
      actor: show(actor),
      chain: chain.map((link) => ({
        participant: show(link.participant),
        answersFor: link.answersFor,
        since: { event: link.since, at: link.at },
      })),
      accountable: accountable === null ? null : show(accountable),
      authority: { text: fact.authority, rules },
      approvals: approvals.map(({ by, ...said }) => ({ by: show(by), ...said })),
      causes: causes.map(showEntry),
    };
  },
});

const factOf = ({ position, body }: LedgerEntry): AttributedFact => ({
  ...(JSON.parse(body) as Omit<AttributedFact, 'position'>),
  position,
});

const MOST = 1_000;

/** What the ledger told before of whoever acted and answered, and of the request that was approved. */
async function readKnown(connection: Connection, { actor, onBehalfOf, approval, position }: AttributedFact) {
  const before = { order: 'newest' as const, after: position, limit: MOST };
  const told = async (filter: object) =>
    (await listEntries(connection, { ...before, ...filter })).map(factOf).toReversed();
  const subjects = onBehalfOf.length === 0 ? [] : [actor.id, ...onBehalfOf.slice(0, -1)];
  const people = await Promise.all(subjects.map((subject) => told({ subject, type: 'participant.' })));
  const request = approval ? await told({ request: approval.request, type: 'request.' }) : [];
  return { people: people.flat(), request };
}

/** The texts of the rules that the authority names, of the versions that were in force when it happened. */
async function rulesThen(connection: Connection, { authority, at }: AttributedFact) {
  const named = rulesNamed(authority);
  if (named.length === 0) return [];
  const base = baseRules.map((rule) => ({ ...rule, scope: 'base', version: 0 }));
  const own = (await policiesAt(connection, at)).flatMap(({ rules, scope, version }) =>
    rules.map((rule) => ({ ...rule, scope, version })),
  );
  return [...base, ...own]
    .filter((rule) => named.includes(rule.id))
    .map(({ id: rule, because, scope, version }) => ({ id: rule, because, scope, version }));
}

async function participants(connection: Connection, wanted: readonly string[]) {
  const found = new Map((await namesOf(connection, wanted)).map((one) => [one.id, one]));
  return (who: string) => found.get(who) ?? { id: who, kind: 'system' as const, name: who };
}
