import { join } from 'node:path';
import { eventually, fact, refused } from '../not-as-told.ts';
import type { Started } from '../processes.ts';
import { type People, type Person, type Scene, connectAs, pathOf, startAgent } from '../scene.ts';
import type { Works } from './import-and-clarify.ts';

export type Agent = Person & { url: string };
export type Agents = { checker: Agent; runner: Agent; checking: Started };

/** Each agent has a token of its own; which work is next for it is decided by what it can do. */
export async function connectAgents(scene: Scene, people: People, { check, count }: Works): Promise<Agents> {
  const { narrator, folder } = scene;
  const handbook = join(folder, 'handbook');
  const checker = await addAgent(people, 'doc-checker', ['markdown']);
  const runner = await addAgent(people, 'word-counter', ['node']);
  narrator.tell(
    'doc-checker (skill: markdown) and word-counter (skill: node) have a token each; Ana answers for both.',
  );
  const no = await refused('skills decide', checker.client.work.claim({ item: count.key }), 'lacks_skill');
  narrator.tell(`${count.key} is more urgent, but not for doc-checker: ${no.code}.`);

  const checking = startAgent(scene, checker, [scene.checker, handbook, '--writer', 'ben@example.org']);
  const counting = startAgent(scene, runner, [
    pathOf('agents/run-command.ts'),
    '--',
    process.execPath,
    pathOf('fixtures/count-words.mjs'),
    handbook,
  ]);
  await Promise.all([claimed(people, check.key, checker), claimed(people, count.key, runner)]);
  for (const [agent, { key }] of [
    [checking, check],
    [counting, count],
  ] as const) {
    await agent.line(new RegExp(`claimed ${key} .*A handbook that newcomers can trust`));
    await agent.line(/brief: \d+ criteri.*; may decide/);
  }
  const now = await people.ana.client.item.get({ id: check.key });
  const left = Date.parse(now.run?.leaseExpiresAt ?? '') - Date.now();
  fact('an agent works under a lease', now.state === 'active' && left > 0 && left <= 31_000, now.run);
  narrator.tell(
    `${check.key} is active: doc-checker does it, Ana answers for it, the lease ends in ${Math.round(left / 1000)} s unless renewed.`,
  );

  await counting.line(/^delivered /);
  fact('word-counter ends well', (await counting.ended()) === 0, counting.output());
  const { state, delivery } = await people.ana.client.item.get({ id: count.key });
  const { text } = await people.ana.client.artifact.get({ sha256: delivery?.evidence[0]?.artifact ?? '' });
  fact(
    'its output and exit code are the evidence',
    state === 'review' && /all: \d+ words\s+exit code 0/.test(text ?? ''),
    text,
  );
  narrator.tell(`word-counter is through already: ${count.key} waits to be verified.`);
  return { checker, runner, checking };
}

/** An agent that works for the handbook's team, with a token. */
export async function addAgent({ url, ana }: People, name: string, skills: string[]): Promise<Agent> {
  const participant = await ana.client.participant.create({ kind: 'agent', name, skills, teams: ['BOOK'] });
  fact('an agent has an accountable human', participant.sponsor === ana.participant.id, participant.sponsor);
  const { token } = await ana.client.token.create({ id: participant.id, name: 'story' });
  return { participant, token, url, client: connectAs(url, token) };
}

/** Waits until the ledger says that this agent claimed the item. */
export function claimed({ ana }: People, key: string, { participant }: Agent) {
  return eventually(`${participant.name} claims ${key}`, async () => {
    const { items } = await ana.client.event.list({ item: key, type: 'item.claimed' });
    return items.find(({ actor }) => actor.id === participant.id);
  });
}
