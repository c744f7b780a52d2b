/** A fact of the ledger, as far as its provenance goes. */
export type ProvFact = {
  id: string;
  type: string;
  at: string;
  actor: { id: string; kind: 'human' | 'agent' | 'system' };
  onBehalfOf: readonly string[];
  act: string | null;
  cause: string | null;
  item: { id: string; key: string } | null;
  data: Record<string, unknown>;
};

type Attributes = Record<string, unknown>;
type Section = Record<string, Attributes>;
const sections = [
  'entity',
  'activity',
  'agent',
  'wasGeneratedBy',
  'used',
  'wasAssociatedWith',
  'wasAttributedTo',
  'actedOnBehalfOf',
  'wasInformedBy',
  'wasDerivedFrom',
] as const;
type SectionName = (typeof sections)[number];

/** A document of W3C PROV-JSON. */
export type ProvDocument = { prefix: Record<string, string> } & Record<SectionName, Section>;

const starting = new Set(['item.claimed', 'item.handed_over', 'item.taken_over', 'item.returned']);
const ending = new Set(['item.delivered', 'item.released', 'item.failed', 'item.lost', 'item.run_stopped']);
const reviews = new Set(['item.accepted', 'item.returned']);
const decisions = new Set([
  'request.answered',
  'request.approved',
  'request.declined',
  'item.triaged',
  'policy.updated',
]);
const written = new Set(['item.created', 'item.imported']);

/**
 * Tells facts as provenance: contract revisions, artifacts and deliveries are entities; runs, decisions, reviews and other acts
 * are activities; people and agents are agents, who act on behalf of those who answered for them then. Nobody has a name in it.
 */
export function toProv(workspace: string, facts: readonly ProvFact[]): ProvDocument {
  const teller = createTeller(workspace);
  for (const fact of facts) tellFact(teller, fact);
  return teller.document;
}

function createTeller(workspace: string) {
  const empty = Object.fromEntries(sections.map((name) => [name, {}])) as Record<SectionName, Section>;
  const document: ProvDocument = { prefix: { coact: `urn:coact:${workspace}:` }, ...empty };
  const revisions = new Map<string, string>();
  const deliveries = new Map<string, string>();
  const activities = new Map<string, string>();
  const relations = new Set<string>();
  return {
    document,
    /** The newest revision of each item's contract, its newest delivery, and the activity of each fact, told so far. */
    revisions,
    deliveries,
    activities,
    /** Adds a thing, or more about one that is there. */
    node(section: 'entity' | 'activity' | 'agent', id: string, attributes: Attributes = {}) {
      document[section][id] = { ...document[section][id], ...attributes };
      return id;
    },
    /** Adds a relation, once. */
    relate(section: SectionName, attributes: Attributes) {
      const key = `${section} ${JSON.stringify(attributes)}`;
      if (relations.has(key)) return;
      relations.add(key);
      document[section][`_:r${relations.size}`] = attributes;
    },
  };
}
type Teller = ReturnType<typeof createTeller>;

function tellFact(teller: Teller, fact: ProvFact): void {
  const activity = tellActivity(teller, fact);
  const agent = tellAgent(teller, fact, activity);
  teller.relate('wasAssociatedWith', { 'prov:activity': activity, 'prov:agent': agent });
  const cause = fact.cause === null ? undefined : teller.activities.get(fact.cause);
  if (cause !== undefined && cause !== activity)
    teller.relate('wasInformedBy', { 'prov:informed': activity, 'prov:informant': cause });
  tellContract(teller, fact, { activity, agent });
  tellDelivery(teller, fact, { activity, agent });
  if (starting.has(fact.type)) tellStart(teller, fact);
}

/** What was being done: a run, a review, a decision, or an act of its own. */
function tellActivity(teller: Teller, { id, type, at, act, data }: ProvFact): string {
  const run = typeof data['run'] === 'string' && !reviews.has(type) ? data['run'] : null;
  const kind = run !== null ? 'run' : reviews.has(type) ? 'review' : decisions.has(type) ? 'decision' : 'act';
  const name = `coact:${kind}/${run ?? id}`;
  const known = teller.document.activity[name];
  const events = Array.isArray(known?.['coact:event']) ? (known['coact:event'] as string[]) : [];
  teller.activities.set(id, name);
  return teller.node('activity', name, {
    'prov:type': `coact:${kind}`,
    'coact:event': [...events, id],
    ...(run === null ? { 'prov:startTime': at, 'prov:endTime': at, 'coact:operation': act ?? type } : {}),
    ...(starting.has(type) ? { 'prov:startTime': at } : {}),
    ...(ending.has(type) ? { 'prov:endTime': at } : {}),
  });
}

function tellAgent(teller: Teller, { actor, onBehalfOf }: ProvFact, activity: string): string {
  const isHuman = actor.kind === 'human';
  const agent = teller.node('agent', `coact:participant/${actor.id}`, {
    'prov:type': isHuman ? 'prov:Person' : 'prov:SoftwareAgent',
  });
  let delegate = agent;
  for (const [i, who] of onBehalfOf.entries()) {
    const isLast = i === onBehalfOf.length - 1;
    const responsible = teller.node('agent', `coact:participant/${who}`, {
      'prov:type': isLast ? 'prov:Person' : 'prov:SoftwareAgent',
    });
    const relation = { 'prov:delegate': delegate, 'prov:responsible': responsible, 'prov:activity': activity };
    teller.relate('actedOnBehalfOf', relation);
    delegate = responsible;
  }
  return agent;
}

type Doing = { activity: string; agent: string };

/** Each edit of a contract makes a revision from the one before. */
function tellContract(teller: Teller, { type, at, item, data }: ProvFact, doing: Doing): void {
  const number = written.has(type) ? 1 : Number(data['revision']);
  if (!item || !(written.has(type) || type === 'item.revised' || type === 'item.answered')) return;
  const before = teller.revisions.get(item.id);
  const revision = teller.node('entity', `coact:item/${item.id}/revision/${number}`, {
    'prov:type': 'coact:contract',
    'coact:key': item.key,
  });
  made(teller, revision, { ...doing, at });
  if (before) teller.relate('wasDerivedFrom', { 'prov:generatedEntity': revision, 'prov:usedEntity': before });
  teller.revisions.set(item.id, revision);
}

/** A delivery is made by its run, from the artifacts that are its evidence; a review uses it. */
function tellDelivery(teller: Teller, { type, at, item, data }: ProvFact, doing: Doing): void {
  if (type === 'artifact.created') made(teller, artifact(teller, String(data['sha256'])), { ...doing, at });
  if (item && type === 'item.delivered') {
    const delivery = teller.node('entity', `coact:delivery/${String(data['run'])}`, { 'prov:type': 'coact:delivery' });
    made(teller, delivery, { ...doing, at });
    teller.deliveries.set(item.id, delivery);
    for (const { artifact: sha256 } of data['evidence'] as { artifact: string }[])
      teller.relate('wasDerivedFrom', {
        'prov:generatedEntity': delivery,
        'prov:usedEntity': artifact(teller, sha256),
      });
  }
  const delivered = item && teller.deliveries.get(item.id);
  if (delivered && reviews.has(type))
    teller.relate('used', { 'prov:activity': doing.activity, 'prov:entity': delivered, 'prov:time': at });
}

const artifact = (teller: Teller, sha256: string) =>
  teller.node('entity', `coact:artifact/${sha256}`, { 'prov:type': 'coact:artifact', 'coact:sha256': sha256 });

function made(teller: Teller, entity: string, { activity, agent, at }: Doing & { at: string }): void {
  teller.relate('wasGeneratedBy', { 'prov:entity': entity, 'prov:activity': activity, 'prov:time': at });
  teller.relate('wasAttributedTo', { 'prov:entity': entity, 'prov:agent': agent });
}

/** A run works from the contract as it was when it began. Work that is returned begins a run of its own. */
function tellStart(teller: Teller, { type, at, item, data }: ProvFact): void {
  const run = String(data['run']);
  const activity = teller.node('activity', `coact:run/${run}`, { 'prov:type': 'coact:run', 'prov:startTime': at });
  const revision = item && teller.revisions.get(item.id);
  if (revision) teller.relate('used', { 'prov:activity': activity, 'prov:entity': revision, 'prov:time': at });
  const executor = data['executor'];
  if (type === 'item.returned' && typeof executor === 'string')
    teller.relate('wasAssociatedWith', {
      'prov:activity': activity,
      'prov:agent': teller.node('agent', `coact:participant/${executor}`),
    });
}
