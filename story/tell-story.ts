import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Narrator } from './narrator.ts';
import { createProcesses } from './processes.ts';
import { type FirstVerdicts, type Scene, pathOf } from './scene.ts';
import { askAndAnswer } from './steps/ask-and-answer.ts';
import { beyondAuthority } from './steps/beyond-authority.ts';
import { connectAgents } from './steps/connect-agents.ts';
import { handOver } from './steps/hand-over.ts';
import { importAndClarify } from './steps/import-and-clarify.ts';
import { lookBack } from './steps/look-back.ts';
import { signIn } from './steps/sign-in.ts';
import { verifyAndAccept } from './steps/verify-and-accept.ts';

export type Story = {
  narrator: Narrator;
  /** Where the temporary folder is made; the system's own place unless stated. */
  within?: string;
  /** The program of the agent that checks documents; ours unless stated. */
  checker?: string;
  /** What the owner says to the first delivery; unless stated, one criterion is returned with a reason. */
  firstVerdicts?: FirstVerdicts;
  /** Ends the story early. */
  signal?: AbortSignal;
};

/** `step` and `reason` say what was not as told, `complaints` what the programs wrote to their error streams. */
export type Told = { holds: true } | { holds: false; step: string; reason: string; complaints: string[] };

/** Plays the story on a fresh server, each step held to facts read back from it; nothing is left behind however it ends. */
export async function tellStory({ narrator, within = tmpdir(), checker, firstVerdicts, signal }: Story): Promise<Told> {
  const folder = await mkdtemp(join(within, 'coact-story-'));
  const processes = createProcesses();
  const scene: Scene = {
    narrator,
    processes,
    folder,
    checker: checker ?? pathOf('agents/check-documents.ts'),
    firstVerdicts: firstVerdicts ?? returnTheFences,
  };
  let here = 'the beginning';
  let number = 0;
  const step = <Result>(title: string, play: () => Promise<Result>): Promise<Result> => {
    number += 1;
    here = `step ${number}, ${title}`;
    narrator.step(number, title);
    return Promise.race([play(), ended]);
  };
  const ended = new Promise<never>((_, reject) =>
    signal?.addEventListener('abort', () => reject(new Error('it was ended')), { once: true }),
  );
  ended.catch(() => {});
  try {
    // The database may run as another account, which has to come through.
    await chmod(folder, 0o711);
    await cp(pathOf('fixtures/handbook'), join(folder, 'handbook'), { recursive: true });
    const people = await step('The server starts on its own database, and people sign in', () => signIn(scene));
    const works = await step('A backlog is imported, and new work is made clear', () =>
      importAndClarify(scene, people),
    );
    const agents = await step('Four agents come by four doors, and take what they are able to do', () =>
      connectAgents(scene, people, works),
    );
    await step('An agent works under a lease, asks, and hears the answer', () =>
      askAndAnswer(scene, people, works, agents),
    );
    const letter = await step('An act beyond an agent’s authority waits for approval, and happens once', () =>
      beyondAuthority(scene, people, agents),
    );
    await step('A person takes over a part; a killed agent lets go', () => handOver(scene, people, works, agents));
    await step('Evidence is verified, returned, mended and accepted', () =>
      verifyAndAccept(scene, people, works, agents),
    );
    await step('The owner sees the cost, and the ledger proves all of it', () =>
      lookBack(scene, people, works, letter),
    );
    return { holds: true };
  } catch (error) {
    return {
      holds: false,
      step: here,
      reason: error instanceof Error ? error.message : String(error),
      complaints: processes.complaints(),
    };
  } finally {
    await processes.endAll();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const returnTheFences: FirstVerdicts = (criteria) =>
  criteria.map(({ id, text }) =>
    text.includes('fence')
      ? { criterion: id, verdict: 'fail', reason: 'install.md:13 is json: say so' }
      : { criterion: id, verdict: 'pass' },
  );
