import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangedItem } from 'coact';
import { eventually, fact, refused } from '../not-as-told.ts';
import { type People, type Scene, pathOf, startAgent } from '../scene.ts';
import { type Agent, type Agents, addAgent } from './connect-agents.ts';

/** What reaches outside is held until a person approves it; no agent can, neither itself nor another; then it happens once. */
export async function beyondAuthority(scene: Scene, people: People, { checker }: Agents): Promise<void> {
  const { narrator, folder } = scene;
  const { client } = people.ana;
  const letter = await writeLetter(people);
  const announcer = await addAgent(people, 'announcer', ['mail']);
  const outbox = join(folder, 'outbox.txt');
  const program = [pathOf('agents/run-command.ts'), '--', process.execPath, pathOf('fixtures/announce.mjs'), outbox];
  const announcing = startAgent(scene, announcer, program);
  await announcing.line(/^held for approval: /);

  const { items } = await client.inbox.list();
  const proposal = items.find(({ kind, item }) => kind === 'proposal' && item === letter.id);
  fact("the held act is in the owner's inbox", proposal?.from === announcer.participant.id, items);
  const because = String((proposal.body['because'] as string[])[0]);
  const { state } = await client.item.get({ id: letter.id });
  fact('nothing has happened yet', state === 'active', state);
  narrator.tell(`${letter.key} is not delivered: announcer's act waits for Ana. ${because}`);
  await refuseAgents(people, proposal.id, { announcer, checker });
  narrator.tell('Neither announcer nor doc-checker may approve it.');

  await client.request.respond({ id: proposal.id, accept: true });
  await announcing.line(/^delivered /);
  fact('announcer ends well', (await announcing.ended()) === 0, announcing.output());
  await refused(
    'it cannot be approved again',
    client.request.respond({ id: proposal.id, accept: true }),
    'wrong_state',
  );
  await happenedOnce(people, letter, announcer);
  const letters = await readFile(outbox, 'utf8');
  fact('one letter was written', letters.trim().split('\n').length === 1, letters);
  narrator.tell(
    `Ana approved: ${letter.key} is delivered once, as announcer, on Ana's authority; the ledger names both.`,
  );
}

async function writeLetter({ ana }: People): Promise<ChangedItem> {
  const letter = await ana.client.item.create({
    team: 'BOOK',
    title: 'Write to all newcomers',
    outcome: 'Newcomers know that the handbook is there.',
    criteria: [{ text: 'The letter is out' }],
    priority: 'high',
    skills: ['mail'],
    labels: ['external'],
  });
  return ana.client.item.commit({ id: letter.id });
}

async function refuseAgents({ ana }: People, id: string, agents: { announcer: Agent; checker: Agent }): Promise<void> {
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

async function happenedOnce({ ana }: People, { key }: ChangedItem, announcer: Agent): Promise<void> {
  const delivered = await eventually(`the ledger has the delivery of ${key}`, async () => {
    const { items } = await ana.client.event.list({ item: key, type: 'item.delivered' });
    return items.length > 0 ? items : null;
  });
  const [one] = delivered;
  fact(
    'it happened once, as the agent, by the approval',
    delivered.length === 1 &&
      one?.actor.id === announcer.participant.id &&
      JSON.stringify(one.approval).includes(ana.participant.id),
    delivered,
  );
}
