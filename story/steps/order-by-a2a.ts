import { fact } from '../not-as-told.ts';
import { type People, type Scene, pathOf, startAgent } from '../scene.ts';
import { verdictsOn } from '../verdicts-on.ts';
import { type Agent, addAgent } from './connect-agents.ts';
import { type Act, byHttp } from './held-by.ts';

type Approve = (letter: { id: string; key: string }, held: Act) => Promise<void>;

/**
 * An agent elsewhere orders a letter by A2A. The team's intake commits it at once, another agent does it; while its delivery is
 * held, the task waits for authority, and it is completed once somebody has verified. Gives the key of the letter.
 */
export async function orderByA2a(scene: Scene, people: People, mailer: Agent, approve: Approve): Promise<string> {
  const { client } = people.ana;
  await client.intake.set({
    id: 'BOOK',
    description: 'Letters about the handbook.',
    commits: true,
    contract: {
      criteria: [{ text: 'The letter is out' }],
      priority: 'high',
      skills: ['mail'],
      labels: ['external'],
    },
  });
  const desk = await addAgent(people, 'front-desk', []);
  const words = 'Write to the visitors';
  const ordering = startAgent(scene, desk, [pathOf('agents/order-over-a2a.ts'), 'BOOK', words]);
  await ordering.line(/^its task is SUBMITTED/);
  const { items } = await client.item.list({ team: 'BOOK', state: ['ready'] });
  const letter = items.find(({ title }) => title === words);
  fact('the message became work, committed at once', letter !== undefined, items);

  const held = await byHttp(scene, mailer);
  await ordering.line(/^its task is AUTH_REQUIRED/);
  await approve(letter, held);
  await ordering.line(/^its task is WORKING/);
  const { state } = await verdictsOn(people.ana, letter.id, (criteria) =>
    criteria.map(({ id }) => ({ criterion: id, verdict: 'pass' })),
  );
  fact(`${letter.key} is done`, state === 'done', state);
  await ordering.line(/^its task is COMPLETED/);
  fact('front-desk ends well', (await ordering.ended()) === 0, ordering.output());
  scene.narrator.tell(`Ana verified ${letter.key}; front-desk has the result, and never saw Coact but by A2A.`);
  return letter.key;
}
