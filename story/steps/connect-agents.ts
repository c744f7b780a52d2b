import { join } from 'node:path';
import type { ChangedItem } from 'coact';
import { eventually, fact, refused } from '../not-as-told.ts';
import type { Started } from '../processes.ts';
import { type People, type Person, type Scene, coactProgram, connectAs, pathOf, startAgent } from '../scene.ts';
import { assignElsewhere } from './assign-elsewhere.ts';
import type { Works } from './import-and-clarify.ts';

export type Agent = Person & { url: string };
/** `elsewhere`: the work that was sent to agents which ask for none. */
export type Agents = { checker: Agent; checking: Started; elsewhere: ChangedItem[] };

/** Each agent comes by a door of its own, with a token of its own; which work is next for it is decided by what it can do. */
export async function connectAgents(scene: Scene, people: People, { check, count }: Works): Promise<Agents> {
  const { narrator, folder } = scene;
  const handbook = join(folder, 'handbook');
  const checker = await addAgent(people, 'doc-checker', ['markdown']);
  const counter = await addAgent(people, 'word-counter', ['node']);
  narrator.tell(
    'doc-checker (skill: markdown) comes by MCP, word-counter (skill: node) by the runner; Ana answers for both.',
  );
  const no = await refused('skills decide', checker.client.work.claim({ item: count.key }), 'lacks_skill');
  narrator.tell(`${count.key} is more urgent, but not for doc-checker: ${no.code}.`);

  const checking = startAgent(scene, checker, [scene.checker, handbook, '--writer', 'ben@example.org']);
  const counting = startRunner(scene, counter, [process.execPath, pathOf('fixtures/count-words.mjs'), handbook]);
  await Promise.all([claimed(people, check.key, checker), claimed(people, count.key, counter)]);
  await checking.line(new RegExp(`claimed ${check.key} .*A handbook that newcomers can trust`));
  await checking.line(/brief: \d+ criteri.*; may decide/);
  const now = await people.ana.client.item.get({ id: check.key });
  const left = Date.parse(now.run?.leaseExpiresAt ?? '') - Date.now();
  fact('an agent works under a lease', now.state === 'active' && left > 0 && left <= 31_000, now.run);
  narrator.tell(
    `${check.key} is active: doc-checker does it, Ana answers for it, the lease ends in ${Math.round(left / 1000)} s unless renewed.`,
  );
  await isCounted(scene, people, count, counting);
  return { checker, checking, elsewhere: await assignElsewhere(scene, people) };
}

/** The runner claims, runs the command and delivers for it; it knows one token, the agent's own. */
function startRunner(scene: Scene, agent: Agent, command: readonly string[]): Started {
  const args = [coactProgram, 'runner', '--once', '--', ...command];
  return startAgent(scene, agent, args, { HOME: scene.folder, TMPDIR: scene.folder });
}

async function isCounted({ narrator }: Scene, { ana }: People, { key }: ChangedItem, counting: Started): Promise<void> {
  fact('the runner ends well', (await counting.ended()) === 0, counting.output());
  const { state, delivery } = await ana.client.item.get({ id: key });
  const { text } = await ana.client.artifact.get({ sha256: delivery?.evidence[0]?.artifact ?? '' });
  fact('what the command printed is the evidence', state === 'review' && /all: \d+ words/.test(text ?? ''), text);
  narrator.tell(`The command is through already: ${key} waits to be verified.`);
}

/** An agent that works for the handbook's team, with a token. */
export async function addAgent({ url, ana }: People, name: string, skills: string[]): Promise<Agent> {
  const participant = await ana.client.participant.create({ kind: 'agent', name, skills, teams: ['BOOK'] });
  fact('an agent has an accountable human', participant.sponsor === ana.participant.id, participant.sponsor);
  const { token } = await ana.client.token.create({ id: participant.id, name: 'story' });
  return { participant, token, url, client: connectAs(url, token) };
}

/** Waits until the ledger says that this agent claimed the item. */
export function claimed({ ana }: People, key: string, { participant }: { participant: Agent['participant'] }) {
  return eventually(`${participant.name} claims ${key}`, async () => {
    const { items } = await ana.client.event.list({ item: key, type: 'item.claimed' });
    return items.find(({ actor }) => actor.id === participant.id);
  });
}
