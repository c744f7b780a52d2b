import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, fact, refused } from '../not-as-told.ts';
import type { Started } from '../processes.ts';
import { type People, type Scene, pathOf, startAgent } from '../scene.ts';
import { verdictsOn } from '../verdicts-on.ts';
import { type Agent, type Agents, addAgent, claimed } from './connect-agents.ts';
import type { Works } from './import-and-clarify.ts';

const lease = 6;

/** While a killed agent's lease runs out, a person takes over a part of the other agent's work. */
export async function handOver(scene: Scene, people: People, works: Works, { checking }: Agents): Promise<void> {
  const relief = await addAgent(people, 'reader-two', ['patience']);
  const killed = await killAtWork(scene, people, works, relief);
  const rereading = startAgent(scene, relief, runReading(scene, 1));
  await checking.line(/^wrote /);
  await doThePart(scene, people, works);
  await checking.line(/BOOK-\d+ is done/);
  await letGo(scene, people, works, { killed, relief, rereading });
}

type Killed = { agent: Agent; run: { id: string; fence: number } };

async function killAtWork(scene: Scene, people: People, { reread }: Works, relief: Agent): Promise<Killed> {
  const agent = await addAgent(people, 'reader-one', ['patience']);
  const reading = startAgent(scene, agent, runReading(scene, 60));
  await claimed(people, reread.key, agent);
  await reading.line(/^running /);
  const { run, fence } = await people.ana.client.item.get({ id: reread.key });
  fact(`${agent.participant.name} works on ${reread.key}`, run?.executor === agent.participant.id, run);
  reading.kill('SIGKILL');
  const code = await reading.ended(5);
  fact('a killed process says nothing more', code === null, code);
  await refused('its lease still keeps others out', relief.client.work.claim({ item: reread.key }), 'already_claimed');
  scene.narrator.tell(
    `reader-one (process ${reading.pid}) was killed at work on ${reread.key}; its lease of ${lease} s still keeps others out.`,
  );
  return { agent, run: { id: run.id, fence } };
}

const runReading = ({ folder }: Scene, seconds: number) => [
  pathOf('agents/run-command.ts'),
  '--lease',
  String(lease),
  '--',
  process.execPath,
  pathOf('fixtures/read-again.mjs'),
  join(folder, 'handbook'),
  String(seconds),
];

/** Ben accepts what the agent offers him, writes the words, and delivers; Ana verifies. */
async function doThePart({ narrator, folder }: Scene, { ana, ben }: People, { check }: Works): Promise<void> {
  const part = await eventually(
    `a part of ${check.key} is written`,
    async () => (await ana.client.item.list({ parent: check.key })).items[0],
  );
  const offer = await eventually("the offer is in Ben's inbox", async () =>
    (await ben.client.inbox.list()).items.find(({ kind, item }) => kind === 'handoff' && item === part.id),
  );
  narrator.tell(`Ben's inbox: "${String(offer.body['text'])}" for ${part.key} "${part.title}"`);
  fact('nothing moves before somebody accepts', part.executor === null && part.state === 'draft', part);
  const { owner } = await ana.client.item.commit({ id: part.id });
  fact('whoever answers for the whole answers for its part', owner === ana.participant.id, owner);

  const { claim } = await ben.client.request.respond({ id: offer.id, accept: true });
  const taken = await ana.client.item.get({ id: part.id });
  fact(
    'Ben does it, under a claim that does not expire',
    claim !== null && taken.executor === ben.participant.id && claim.leaseExpiresAt === null,
    taken,
  );
  narrator.tell(`Ana committed the part; Ben accepted and does ${part.key}. People have no lease.`);
  const whole = await ana.client.item.get({ id: check.key });
  fact(`${check.key} has an open part`, whole.openChildren === 1, whole.openChildren);

  const page = join(folder, 'handbook', 'install.md');
  await writeFile(page, (await readFile(page, 'utf8')).replace('![](', '![A desk with a lamp]('));
  const [criterion] = taken.criteria;
  fact('the part says when it is done', criterion !== undefined);
  const evidence = [{ criterion: criterion.id, text: 'install.md now reads: A desk with a lamp' }];
  await ben.client.run.deliver({ id: claim.id, fence: claim.fence, summary: 'The picture has words.', evidence });
  const done = await verdictsOn(ana, part.id, () => [{ criterion: criterion.id, verdict: 'pass' }]);
  fact(`${part.key} is done`, done.state === 'done', done.state);
  narrator.tell(`Ben wrote the words and delivered; Ana verified; ${part.key} is done.`);
}

/** The lease ends, the work returns, another takes it; the one who was killed can change nothing any longer. */
async function letGo(
  scene: Scene,
  people: People,
  { reread }: Works,
  { killed, relief, rereading }: Late,
): Promise<void> {
  const { narrator } = scene;
  const { run } = killed;
  const { client } = people.ana;
  const claim = await claimed(people, reread.key, relief);
  const { items } = await client.event.list({ item: reread.key });
  const before = items.findIndex(({ id }) => id === claim.id) - 1;
  fact('the lease ended before the next claim', items[before]?.type === 'item.lost', items);
  const fence = Number(claim.data['fence']);
  fact('the fence is higher', fence > run.fence, { before: run.fence, after: fence });
  await rereading.line(/^running /);
  narrator.tell(
    `The lease ended, ${reread.key} returned, and reader-two has it with fence ${fence} (before: ${run.fence}).`,
  );
  await refuseLate(scene, people, reread.key, { killed, relief, rereading });
}

type Late = { killed: Killed; relief: Agent; rereading: Started };

/** Neither while somebody else has the work nor after can the killed agent's fence change anything. */
async function refuseLate(
  { narrator }: Scene,
  people: People,
  key: string,
  { killed, relief, rereading }: Late,
): Promise<void> {
  const { agent, run } = killed;
  const { client } = people.ana;
  await refused(
    'its late report is refused',
    agent.client.run.report({ ...run, activity: 'Still here' }),
    'stale_fence',
  );
  await rereading.line(/delivered /);
  fact('reader-two ends well', (await rereading.ended()) === 0, rereading.output());

  const before = await client.item.get({ id: key });
  const late = agent.client.run.deliver({
    ...run,
    summary: 'Back from the dead',
    evidence: [{ criterion: 'c1', text: 'late' }],
  });
  const no = await refused('the late delivery of the killed agent is refused', late, 'stale_fence');
  const after = await client.item.get({ id: key });
  fact(
    'the late writes changed nothing',
    after.version === before.version && after.delivery?.executor === relief.participant.id,
    { before, after },
  );
  narrator.tell(
    `A late write of reader-one with fence ${run.fence} was refused as ${no.code}; ${key} is still at version ${after.version}.`,
  );
}
