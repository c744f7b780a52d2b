import { eventually, fact } from '../not-as-told.ts';
import type { People, Scene } from '../scene.ts';
import type { Agents } from './connect-agents.ts';
import type { Works } from './import-and-clarify.ts';

/** The agent reports, meets what is not its to decide, and asks; the owner answers; the agent hears it at its next heartbeat. */
export async function askAndAnswer(
  { narrator }: Scene,
  { ana }: People,
  { check }: Works,
  { checker, checking }: Agents,
): Promise<void> {
  const { client } = ana;
  await checking.line(/problems? found/);
  await checking.line(/^asked /);
  const working = await client.item.get({ id: check.key });
  const { progress, usage } = working.run ?? {};
  fact('progress and cost are seen while the work goes on', progress === 0.3 && (usage?.cost ?? 0) > 0, working.run);
  narrator.tell(`Reported so far: progress ${progress}, cost ${usage?.cost}.`);

  fact(`${check.key} waits for the answer`, working.waiting, working);
  const { items } = await client.inbox.list();
  const question = items.find(({ kind, item }) => kind === 'question' && item === check.id);
  fact("the question is in the owner's inbox", question?.from === checker.participant.id, items);
  narrator.tell(`Ana's inbox: "${String(question.body['text'])}" (${question.why.join('; ')})`);

  const beforeAnswer = Date.now();
  await client.request.respond({ id: question.id, answer: 'install.md' });
  narrator.tell('Ana answered: install.md');
  await checking.line(/heard the answer: install\.md/);
  narrator.tell(`It reached the agent ${((Date.now() - beforeAnswer) / 1000).toFixed(1)} s later, with a heartbeat.`);

  const answered = await eventually(`${check.key} waits no longer`, async () => {
    const item = await client.item.get({ id: check.key });
    return item.waiting ? null : item;
  });
  const [answer] = answered.answers;
  fact(
    'the answer is in the contract',
    answer?.answer === 'install.md' && answer.by === ana.participant.id,
    answered.answers,
  );
  const brief = await client.item.brief({ id: check.key });
  fact(
    'the next reader of the brief need not ask again',
    brief.answers.some(({ request }) => request === question.id),
    brief.answers,
  );
  narrator.tell(
    `The answer is in the contract of ${check.key}, revision ${answered.revision}: the next reader need not ask.`,
  );
}
