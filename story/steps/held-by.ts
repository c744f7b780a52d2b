import { join } from 'node:path';
import type { Claim } from 'coact';
import { fact } from '../not-as-told.ts';
import { type Scene, coactProgram, pathOf, startAgent } from '../scene.ts';
import type { Agent } from './connect-agents.ts';

/** An act that is held; `ended` waits until whoever acted knows that it has happened. */
export type Act = { ended(): Promise<void> };
type Letter = { key: string };

const sending = ({ folder }: Scene) => [process.execPath, pathOf('fixtures/announce.mjs'), join(folder, 'outbox.txt')];

export const byHttp = (scene: Scene, agent: Agent): Promise<Act> => byProgram(scene, agent, 'http');
export const byMcp = (scene: Scene, agent: Agent): Promise<Act> => byProgram(scene, agent, 'mcp');

/** The agent keeps its lease and follows the request that its delivery became. */
async function byProgram(scene: Scene, agent: Agent, over: 'http' | 'mcp'): Promise<Act> {
  const program = [pathOf('agents/run-command.ts'), '--over', over, '--', ...sending(scene)];
  const running = startAgent(scene, agent, program);
  await running.line(/^held for approval: /);
  return {
    async ended() {
      await running.line(/^delivered /);
      fact(`${agent.participant.name} ends well`, (await running.ended()) === 0, running.output());
    },
  };
}

/** Commands alone, as a script would call them: the exit code says that the delivery is held. */
export async function byCommandLine(scene: Scene, agent: Agent, { key }: Letter): Promise<Act> {
  const { run }: Claim = JSON.parse(await coact(scene, agent, ['work', 'claim', '--item', key, '--json']));
  const [, ...program] = sending(scene);
  const sent = scene.processes.start({ name: 'announce', args: program });
  fact('the letter is written', (await sent.ended()) === 0, sent.output());
  const evidence = ['--evidence', 'criterion=c1,text=1 letter written'];
  const deliver = ['run', 'deliver', run.id, 'The letter is out.', '--fence', String(run.fence), ...evidence];
  const said = await coact(scene, agent, deliver, 7);
  scene.narrator.quote(agent.participant.name, `coact run deliver … ended with 7: ${said.trim().split('\n', 1)[0]}`);
  return {
    async ended() {
      const { state } = JSON.parse(await coact(scene, agent, ['item', 'get', key, '--json'])) as { state: string };
      fact('the command line sees that it has happened', state === 'review', state);
    },
  };
}

/** One command of the agent's, held to its exit code; gives what it printed. */
async function coact({ processes, folder }: Scene, agent: Agent, args: readonly string[], wanted = 0): Promise<string> {
  const env = { COACT_URL: agent.url, COACT_TOKEN: agent.token, HOME: folder };
  const run = processes.start({ name: agent.participant.name, args: [coactProgram, ...args], env });
  const code = await run.ended();
  fact(`\`coact ${args.slice(0, 2).join(' ')}\` ends with ${wanted}`, code === wanted, run.output());
  return run.output();
}
