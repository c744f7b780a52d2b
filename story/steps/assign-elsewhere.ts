import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { ChangedItem, Participant } from 'coact';
import { freePort } from '../free-port.ts';
import { eventually, fact } from '../not-as-told.ts';
import type { Started } from '../processes.ts';
import { type People, type Scene, pathOf } from '../scene.ts';

/** Agents that never ask for work are sent it: one by A2A, one by webhook. Neither has a token of Coact's to begin with. */
export async function assignElsewhere(scene: Scene, people: People): Promise<ChangedItem[]> {
  const [writer, weigher] = await Promise.all([contentsWriter(scene, people), pictureWeigher(scene, people)]);
  const contents = await assign(people, writer.agent, {
    title: 'Write the table of contents',
    outcome: 'Newcomers find a page by its headings.',
    criteria: [{ text: 'Every page is in it' }],
  });
  const weights = await assign(people, weigher.agent, {
    title: 'Weigh the pictures',
    outcome: 'Ana knows what the pictures add up to.',
    criteria: [{ text: 'Every picture is weighed' }],
  });
  scene.narrator.tell(
    `Ana assigned ${contents.key} to contents-writer, an agent elsewhere that speaks A2A, and ${weights.key} to picture-weigher, which listens for webhooks.`,
  );
  await weigher.program.line(/^delivered /);
  await isDelivered(people, weights, weigher.agent, /desk\.svg: \d+ bytes/);
  await writer.program.line(/^completed /);
  await isDelivered(people, contents, writer.agent, /- install\.md/);
  scene.narrator.tell(`Both delivered: ${contents.key} and ${weights.key} wait to be verified, with what was made.`);
  return [contents, weights];
}

type Elsewhere = { agent: Participant; program: Started };

const addParticipant = ({ ana }: People, name: string) =>
  ana.client.participant.create({ kind: 'agent', name, teams: ['BOOK'] });

/** Coact signs in to it with a secret of its own; it is told where, by an admin. */
async function contentsWriter(scene: Scene, people: People): Promise<Elsewhere> {
  const agent = await addParticipant(people, 'contents-writer');
  const [port, secret] = [await freePort(), randomBytes(24).toString('base64url')];
  const program = listen(scene, agent, 'agents/write-contents.ts', { PORT: String(port), AGENT_TOKEN: secret });
  await program.line(/^listening /);
  await people.ana.client.participant.setRemote({
    id: agent.id,
    url: `http://127.0.0.1:${port}/.well-known/agent-card.json`,
    scheme: 'Bearer',
    credentials: secret,
  });
  return { agent, program };
}

/** It believes what is signed with the secret of its webhook, and refuses everything else. */
async function pictureWeigher(scene: Scene, people: People): Promise<Elsewhere> {
  const agent = await addParticipant(people, 'picture-weigher');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { secret } = await people.ana.client.webhook.create({
    name: agent.name,
    url,
    carries: 'assignments',
    participant: agent.id,
  });
  const program = listen(scene, agent, 'agents/weigh-pictures.ts', { PORT: String(port), WEBHOOK_SECRET: secret });
  await program.line(/^listening /);
  const { status } = await fetch(url, { method: 'POST', body: '{"type":"work.assigned"}' });
  fact('what nobody signed is refused', status === 401, status);
  return { agent, program };
}

/** A program that knows neither the server's address nor a token. */
function listen(
  { processes, narrator, folder }: Scene,
  { name }: Participant,
  file: string,
  env: Record<string, string>,
) {
  return processes.start({
    name,
    args: [pathOf(file), join(folder, 'handbook')],
    env,
    heard: (line) => narrator.quote(name, line),
  });
}

type Wanted = { title: string; outcome: string; criteria: { text: string }[] };

async function assign({ ana }: People, { id }: Participant, wanted: Wanted): Promise<ChangedItem> {
  const { key } = await ana.client.item.create({ team: 'BOOK', ...wanted, priority: 'medium', assignee: id });
  return ana.client.item.commit({ id: key });
}

async function isDelivered({ ana }: People, { key }: ChangedItem, agent: Participant, shown: RegExp): Promise<void> {
  const { client } = ana;
  const { delivery } = await eventually(`${key} is in review`, async () => {
    const item = await client.item.get({ id: key });
    return item.state === 'review' ? item : null;
  });
  const { text } = await client.artifact.get({ sha256: delivery?.evidence[0]?.artifact ?? '' });
  fact(`${agent.name} delivered what it made`, delivery?.executor === agent.id && shown.test(text ?? ''), text);
}
