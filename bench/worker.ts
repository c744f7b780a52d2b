import { fork } from 'node:child_process';
import { once } from 'node:events';

export type Worker<Ask, Answer> = { pid: number; ask(message: Ask): Promise<Answer>; end(): Promise<void> };

type Reply<Answer> = { answer: Answer } | { error: string };

/** Far more than any round takes. */
const ANSWER_MS = 120_000;

/** Starts a file as a process of its own that answers one message at a time, see `answerWith`. */
export function startWorker<Ask extends object, Answer>(file: URL): Worker<Ask, Answer> {
  const child = fork(file, { serialization: 'advanced', execPath: process.execPath });
  const exited = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    ask: (message) =>
      new Promise((resolve, reject) => {
        const ended = () =>
          reject(new Error(`${file.pathname} ended while it was asked something; its words are above.`));
        const timer = setTimeout(
          () => reject(new Error(`${file.pathname} gave no answer within ${ANSWER_MS / 1000} s.`)),
          ANSWER_MS,
        );
        child.once('exit', ended);
        child.once('message', (reply: Reply<Answer>) => {
          clearTimeout(timer);
          child.off('exit', ended);
          if ('error' in reply) reject(new Error(reply.error));
          else resolve(reply.answer);
        });
        child.send(message);
      }),
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await exited;
    },
  };
}

/** The child's side. It ends when its parent does. */
export function answerWith<Answer>(answer: (message: never) => Promise<Answer>): void {
  const reply = (message: Reply<Answer>) => process.send?.(message);
  process.on('message', (message) => {
    // What its parent sends is what it takes: both are typed by the same module.
    const given: Promise<Answer> = Reflect.apply(answer, undefined, [message]);
    given.then(
      (result) => reply({ answer: result }),
      (error: unknown) => reply({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
}
