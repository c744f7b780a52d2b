import { join } from 'node:path';
import type { Item } from 'coact';
import { eventually, fact, refused } from '../not-as-told.ts';
import { type FirstVerdicts, type People, type Scene, pathOf, startAgent } from '../scene.ts';
import { verdictsOn } from '../verdicts-on.ts';
import { type Agents, addAgent, claimed } from './connect-agents.ts';
import type { Works } from './import-and-clarify.ts';

const acceptAll: FirstVerdicts = (criteria) => criteria.map(({ id }) => ({ criterion: id, verdict: 'pass' }));

/** Done means verified, by somebody else; and what waited for it wakes. */
export async function verifyAndAccept(scene: Scene, people: People, works: Works, agents: Agents): Promise<void> {
  const { check, count, reread } = works;
  await agents.checking.line(/^delivered /);
  const delivered = await eventually(`${check.key} is in review`, async () =>
    inState(await read(people, check), 'review'),
  );
  await showEvidence(scene, people, delivered);
  await refuseProducer(scene, people, delivered, agents);
  await returnOnce(scene, people, delivered, agents);
  await wakeDependant(scene, people, works);

  const others = [count, reread, ...agents.elsewhere];
  for (const { id, key } of others) {
    const { state } = await verdictsOn(people.ana, id, acceptAll);
    fact(`${key} is done`, state === 'done', state);
  }
  scene.narrator.tell(`Ana accepted ${others.map(({ key }) => key).join(', ')} as well.`);
}

const read = ({ ana }: People, { id }: { id: string }) => ana.client.item.get({ id });
const inState = (item: Item, state: Item['state']) => (item.state === state ? item : null);

async function showEvidence({ narrator }: Scene, { ana }: People, { key, criteria, delivery }: Item): Promise<void> {
  const evidence = delivery?.evidence ?? [];
  for (const { id, text } of criteria) {
    const shown = evidence.find(({ criterion }) => criterion === id);
    fact(`there is evidence for "${text}"`, shown !== undefined, evidence);
    const artifact = await ana.client.artifact.get({ sha256: shown.artifact });
    narrator.tell(`  ${id} "${text}": ${artifact.text?.replaceAll('\n', ' / ')}`);
  }
  narrator.tell(`${key} was delivered with evidence for each of its ${criteria.length} criteria.`);
}

/** Whoever did the work never judges it, whatever way they try. */
async function refuseProducer({ narrator }: Scene, people: People, item: Item, { checker }: Agents): Promise<void> {
  const { items } = await people.ana.client.request.list({ item: item.id, kind: 'review', state: 'open' });
  const [review] = items;
  fact('a review is open', review !== undefined, items);
  const verdicts = acceptAll(item.criteria);
  const no = await refused(
    'the agent may not accept its own delivery',
    checker.client.request.respond({ id: review.id, verdicts }),
    'not_verifier',
    'forbidden',
  );
  const { state, version } = await read(people, item);
  fact('its attempt changed nothing', state === 'review' && version === item.version, { state, version });
  narrator.tell(`doc-checker tried to accept it itself and was refused: ${no.code}.`);
}

/** One criterion comes back with a reason; the next attempt knows it, mends it, and is accepted. */
async function returnOnce(scene: Scene, people: People, item: Item, { checker, checking }: Agents): Promise<void> {
  const { narrator, firstVerdicts } = scene;
  const returned = await verdictsOn(people.ana, item.id, firstVerdicts);
  fact(
    `${item.key} is back with whoever did it, with a new fence`,
    returned.executor === checker.participant.id && returned.fence > item.fence,
    returned.state,
  );
  const { earlierAttempts } = await checker.client.item.brief({ id: item.id });
  const failed = earlierAttempts.at(-1)?.verdicts?.find(({ verdict }) => verdict === 'fail');
  fact('the brief gives the reason', Boolean(failed?.reason), earlierAttempts);
  narrator.tell(`Ana returned ${failed?.criterion} of ${item.key}: "${failed?.reason}".`);

  const heard = await checking.line(/^my last attempt was returned: /);
  fact('the next attempt knows the reason', heard.endsWith(`: ${failed?.reason}`), heard);
  await checking.line(/^delivered /);
  const again = await eventually(`${item.key} is in review again`, async () =>
    inState(await read(people, item), 'review'),
  );
  await showEvidence(scene, people, again);
  const mended = again.delivery?.evidence.find(({ criterion }) => criterion === failed?.criterion);
  const { text } = await people.ana.client.artifact.get({ sha256: mended?.artifact ?? '' });
  fact('the returned criterion is met now', text?.includes(', 0 problems') ?? false, text);
  const { state } = await verdictsOn(people.ana, item.id, acceptAll);
  fact(`${item.key} is done`, state === 'done', state);
  await checking.line(/is accepted/);
  fact('the agent ends well', (await checking.ended()) === 0, checking.output());
  narrator.tell(`Ana accepted ${item.key}: it is done.`);
}

/** What waited can be claimed now, and is. */
async function wakeDependant(scene: Scene, people: People, { show }: Works): Promise<void> {
  const { items } = await people.ana.client.item.list({ team: 'BOOK', claimable: true });
  const { blocked } = await read(people, show);
  fact(
    `${show.key} is blocked no longer and can be claimed`,
    !blocked && items.some(({ id }) => id === show.id),
    items,
  );
  scene.narrator.tell(`${show.key} "${show.title}" woke: it can be claimed.`);
  const agent = await addAgent(people, 'release-runner', ['release']);
  const testing = startAgent(
    scene,
    agent,
    [pathOf('agents/run-command.ts'), '--', process.execPath, '--test', pathOf('fixtures/release-check.mjs')],
    { HANDBOOK: join(scene.folder, 'handbook') },
  );
  await claimed(people, show.key, agent);
  await testing.line(/^delivered /);
  const done = await verdictsOn(people.ana, show.id, acceptAll);
  fact(`${show.key} is done`, done.state === 'done', done.state);
  scene.narrator.tell('release-runner claimed it, its tests passed on the mended handbook, and Ana accepted: done.');
}
