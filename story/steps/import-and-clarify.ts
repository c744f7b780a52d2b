import { existsSync } from 'node:fs';
import { type ChangedItem, type Client, type ImportReport, paged } from 'coact';
import { counted } from '../agents/counted.ts';
import { fact, refused } from '../not-as-told.ts';
import { type People, type Scene, pathOf, runCoact } from '../scene.ts';

/** The work that the story is about. */
export type Works = Record<'check' | 'count' | 'reread' | 'show', ChangedItem>;

/** A backlog comes in, once; then Ana writes what she wants, and Coact says what is still unclear. */
export async function importAndClarify(scene: Scene, people: People): Promise<Works> {
  await importBacklogs(scene, people);
  const works = await writeWork(people);
  await clarify(scene, people, works.check);
  const { item } = people.ana.client;
  for (const { key } of [works.count, works.reread, works.show]) {
    const { state } = await item.commit({ id: key });
    fact(`${key} is ready once committed`, state === 'ready', state);
  }
  const show = await item.get({ id: works.show.id });
  fact(`${show.key} is blocked by ${works.check.key}`, show.blocked && show.openBlockers === 1, show);
  scene.narrator.tell(
    `${works.count.key}, ${works.reread.key} and ${show.key} are ready; ${show.key} "${show.title}" waits for ${works.check.key}.`,
  );
  return works;
}

/** A real backlog where there is one beside the repository, else a small one of our own. */
async function importBacklogs(scene: Scene, people: People): Promise<void> {
  const real = pathOf('../../shared/data/');
  const data = existsSync(real)
    ? { beads: `${real}beads-issues.jsonl`, backlog: `${real}backlog-md` }
    : { beads: pathOf('fixtures/beads.jsonl'), backlog: pathOf('fixtures/backlog') };
  const { client } = people.ana;
  for (const [format, path] of Object.entries(data)) {
    const once: ImportReport = JSON.parse(await runCoact(scene, people, ['import', format, path, '--json']));
    fact(`the ${format} backlog brings items`, once.created > 0 && once.unchanged === 0, once);
    const states = Object.entries(once.states).map(([state, count]) => `${count} ${state}`);
    scene.narrator.tell(
      `\`coact import ${format}\` brought ${counted(once.created, 'item')}: ${states.join(', ')}; each draft is told what it lacks.`,
    );

    const before = await standing(client);
    const twice: ImportReport = JSON.parse(await runCoact(scene, people, ['import', format, path, '--json']));
    fact(
      'the same import again brings nothing',
      twice.created === 0 && twice.people.created === 0 && twice.unchanged === once.created,
      twice,
    );
    fact('the same import again changes nothing', (await standing(client)) === before);
    scene.narrator.tell(`The same again changed nothing: ${counted(twice.unchanged, 'item')} known.`);
  }
}

/** Which items and people there are, each with its version. Not the feed, which tells what happened a moment later. */
async function standing({ item, participant }: Client): Promise<string> {
  const found: string[] = [];
  for await (const { id, version } of paged(item.list, { limit: 200 })) found.push(`${id} ${version}`);
  for await (const { id, version } of paged(participant.list, { limit: 200 })) found.push(`${id} ${version}`);
  return found.join('\n');
}

async function writeWork({ ana }: People): Promise<Works> {
  const { client } = ana;
  await client.team.create({ name: 'Handbook', key: 'BOOK' });
  const goal = await client.item.create({
    team: 'BOOK',
    title: 'A handbook that newcomers can trust',
    outcome: 'Whoever starts here finds what they need without asking.',
    type: 'outcome',
  });
  const part = { team: 'BOOK', parent: goal.key };
  // Without criteria and priority: Coact will say so.
  const check = await client.item.create({
    ...part,
    title: 'Check the handbook',
    outcome: 'No reader of the handbook meets a dead end.',
    skills: ['markdown'],
  });
  const counted = 'Every page is counted';
  const count = await client.item.create({
    ...part,
    title: 'Count the words of the handbook',
    outcome: 'Ana knows how long it is.',
    criteria: [{ text: counted }],
    priority: 'critical',
    skills: ['node'],
  });
  const same = 'The pictures stay the same while they are read';
  const reread = await client.item.create({
    ...part,
    title: 'Read the pictures again and again',
    outcome: 'Ana can rely on the disk.',
    criteria: [{ text: same }],
    priority: 'low',
    skills: ['patience'],
  });
  const show = await client.item.create({
    ...part,
    title: 'Show the handbook to newcomers',
    outcome: 'Newcomers read it.',
    criteria: [{ text: 'The release check passes', check: 'node --test' }],
    priority: 'high',
    skills: ['release'],
    blockedBy: [check.key],
  });
  return { check, count, reread, show };
}

/** What is missing is named; it is supplied; the work is committed. */
async function clarify({ narrator }: Scene, { ana }: People, { id, key, title }: ChangedItem): Promise<void> {
  const { item } = ana.client;
  const { ready, missing } = await item.readiness({ id });
  const parts = missing.map(({ part }) => part);
  fact('Coact names the parts that are missing', !ready && parts.join() === 'criteria,priority', parts);
  narrator.tell(`Ana wrote ${key} "${title}". It is not ready; it lacks:`);
  for (const { part, hint } of missing) narrator.tell(`  - ${part}: ${hint}`);

  const no = await refused(`${key} cannot be committed yet`, item.commit({ id }), 'not_ready');
  const named = no.problem['missing'];
  fact('the refusal names the same parts', Array.isArray(named) && named.length === missing.length, named);
  const criteria = [
    { text: 'Every link leads somewhere', check: 'Follow each one' },
    { text: 'Every code fence names its language and can be read as that', check: 'Parse each one' },
    { text: 'Every picture says in words what it shows', check: 'Read the words' },
  ];
  const { version } = await item.get({ id });
  const revised = await item.update(
    { id, criteria, priority: 'high', reason: 'Asked for by the definition of ready' },
    { ifMatch: version },
  );
  fact('the edit is a new revision', revised.revision === 2, revised.revision);
  const { state } = await item.commit({ id });
  fact(`${key} is ready once that is supplied`, state === 'ready', state);
  narrator.tell(`A commit was refused as ${no.code}. Ana supplied both parts, and ${key} is ready.`);
}
