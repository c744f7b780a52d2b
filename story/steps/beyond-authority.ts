import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangedItem, Request } from 'coact';
import { eventually, fact, refused } from '../not-as-told.ts';
import type { People, Scene } from '../scene.ts';
import { type Agent, type Agents, addAgent } from './connect-agents.ts';
import { type Act, byCommandLine, byHttp, byMcp } from './held-by.ts';
import { orderByA2a } from './order-by-a2a.ts';

/** What reaches outside is held until a person approves it; no agent can, neither itself nor another; then it happens once. Gives the key of the last. */
export async function beyondAuthority(scene: Scene, people: People, { checker }: Agents): Promise<string> {
  const doors = [
    { name: 'announcer', to: 'newcomers', act: byHttp, door: 'HTTP with the SDK' },
    { name: 'clerk', to: 'the night shift', act: byCommandLine, door: 'the command line' },
    { name: 'herald', to: 'the branch offices', act: byMcp, door: 'MCP' },
  ];
  for (const { name, to, act, door } of doors) {
    const agent = await addAgent(people, name, ['mail']);
    const letter = await writeLetter(people, `Write to ${to}`);
    scene.narrator.tell(`By ${door}:`);
    const held = await act(scene, agent, letter);
    await approve(scene, people, { letter, held, agent, checker });
  }
  const mailer = await addAgent(people, 'mailer', ['mail']);
  scene.narrator.tell('By A2A, where an agent that ordered the work is told:');
  const last = await orderByA2a(scene, people, mailer, (letter, held) =>
    approve(scene, people, { letter, held, agent: mailer, checker }),
  );

  const letters = (await readFile(join(scene.folder, 'outbox.txt'), 'utf8')).trim().split('\n');
  fact('one letter was written for each', letters.length === doors.length + 1, letters);
  return last;
}

type Approving = { letter: { id: string; key: string }; held: Act; agent: Agent; checker: Agent };

async function approve(scene: Scene, people: People, { letter, held, agent, checker }: Approving): Promise<void> {
  const { client } = people.ana;
  const { name } = agent.participant;
  const proposal = await waits(scene, people, { letter, agent });
  await refuseAgents(people, proposal.id, { agent, checker });
  scene.narrator.tell(`Neither ${name} nor doc-checker may approve it.`);

  await client.request.respond({ id: proposal.id, accept: true });
  await held.ended();
  const again = client.request.respond({ id: proposal.id, accept: true });
  await refused('it cannot be approved again', again, 'wrong_state');
  await happenedOnce(people, letter, agent);
  scene.narrator.tell(
    `Ana approved: ${letter.key} is delivered once, as ${name}, on Ana's authority; the ledger names both.`,
  );
}

async function writeLetter({ ana }: People, title: string): Promise<ChangedItem> {
  const letter = await ana.client.item.create({
    team: 'BOOK',
    title,
    outcome: 'They know that the handbook is there.',
    criteria: [{ text: 'The letter is out' }],
    priority: 'high',
    skills: ['mail'],
    labels: ['external'],
  });
  return ana.client.item.commit({ id: letter.id });
}

async function waits(
  { narrator }: Scene,
  { ana }: People,
  { letter, agent }: Pick<Approving, 'letter' | 'agent'>,
): Promise<Request> {
  const { items } = await ana.client.inbox.list();
  const proposal = items.find(({ kind, item }) => kind === 'proposal' && item === letter.id);
  fact("the held act is in the owner's inbox", proposal?.from === agent.participant.id, items);
  const because = String((proposal.body['because'] as string[])[0]);
  const { state } = await ana.client.item.get({ id: letter.id });
  fact('nothing has happened yet', state === 'active', state);
  narrator.tell(`${letter.key} is not delivered: ${agent.participant.name}'s act waits for Ana. ${because}`);
  return proposal;
}

async function refuseAgents({ ana }: People, id: string, agents: Record<string, Agent>): Promise<void> {
  for (const { participant, client } of Object.values(agents))
    await refused(
      `${participant.name} may not approve`,
      client.request.respond({ id, accept: true }),
      'not_approver',
      'forbidden',
      'forbidden_by_policy',
      'not_found',
      'not_responder',
    );
  const { state } = await ana.client.request.get({ id });
  fact('their attempts changed nothing', state === 'open', state);
}

async function happenedOnce({ ana }: People, { key }: { key: string }, { participant }: Agent): Promise<void> {
  const delivered = await eventually(`the ledger has the delivery of ${key}`, async () => {
    const { items } = await ana.client.event.list({ item: key, type: 'item.delivered' });
    return items.length > 0 ? items : null;
  });
  const [one] = delivered;
  fact(
    'it happened once, as the agent, by the approval',
    delivered.length === 1 &&
      one?.actor.id === participant.id &&
      JSON.stringify(one.approval).includes(ana.participant.id),
    delivered,
  );
}
