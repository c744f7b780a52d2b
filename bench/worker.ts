import { fork } from 'node:child_process';
import { once } from 'node:events';

export type Worker<Ask, Answer> = { pid: number; ask(message: Ask): Promise<Answer>; end(): Promise<void> };

type Reply<Answer> = { answer: Answer } | { error: string };

/** Starts a file as a process of its own that answers one message at a time, see `answerWith`. */
export function startWorker<Ask extends object, Answer>(file: URL): Worker<Ask, Answer> {
  const child = fork(file, { serialization: 'advanced', execPath: process.execPath });
  const exited = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    ask: (message) =>
      new Promise((resolve, reject) => {
        const ended = () => reject(new Error(`${file.pathname} ended while it was asked something; its words are above.`));
        child.once('exit', ended);
        child.once('message', (reply: Reply<Answer>) => {
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
export function answerWith<Ask, Answer>(answer: (message: Ask) => Promise<Answer>): void {
  const reply = (message: Reply<Answer>) => process.send?.(message);
  process.on('message', (message) => {
    answer(message as Ask).then(
      (given) => reply({ answer: given }),
      (error: unknown) => reply({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
}
